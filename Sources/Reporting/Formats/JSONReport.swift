import Checks
import Gate
import JSON
import Rules

/// The report for programs: `reviewgate.report/1`, described by ``ReportSchema``.
///
/// Its bytes follow from the review alone: keys are sorted, and there is no clock and no host in it.
struct JSONReport {
  static let schema = "reviewgate.report/1"

  private let review: Review
  private let layout: JSONWriter.Layout

  init(_ review: Review, layout: JSONWriter.Layout = .pretty) {
    self.review = review
    self.layout = layout
  }

  func write(to sink: ([UInt8]) throws -> Void) throws {
    var json = JSONWriter(layout)
    try json.object { json in
      json.member("complete", review.isComplete)
      json.errors(review.errors)
      json.key("findings")
      try json.array { json in
        for finding in review.findings {
          json.finding(finding)
          if json.bytes.count >= reportPieceSize { try sink(json.take()) }
        }
      }
      json.remainder(of: review)
    }
    json.endLine()
    try sink(json.take())
  }
}

/// The same as ``JSONReport``, to be read line by line: every finding is a line, and the last line
/// is the report without its `findings`. A report that was cut off has no last line with `schema`.
struct JSONLinesReport {
  private let review: Review

  init(_ review: Review) { self.review = review }

  func write(to sink: ([UInt8]) throws -> Void) throws {
    var json = JSONWriter(.compact)
    for finding in review.findings {
      json.finding(finding)
      json.endLine()
      if json.bytes.count >= reportPieceSize { try sink(json.take()) }
    }
    json.object { json in
      json.member("complete", review.isComplete)
      json.errors(review.errors)
      json.remainder(of: review)
    }
    json.endLine()
    try sink(json.take())
  }
}

extension JSONWriter {
  fileprivate mutating func errors(_ errors: [ReviewError]) {
    key("errors")
    array { json in
      for error in errors {
        json.object { json in
          json.member("message", error.message)
          json.member("path", error.path)
        }
      }
    }
  }

  /// Everything that comes after `findings` in the order of keys.
  fileprivate mutating func remainder(of review: Review) {
    member("schema", JSONReport.schema)
    key("skipped")
    array { json in
      for skipped in review.skipped {
        json.object { json in
          json.member("path", skipped.path)
          json.member("reason", skipped.reason)
        }
      }
    }
    key("summary")
    summary(of: review)
    key("tool")
    object { json in
      json.member("name", "reviewgate")
      json.member("policy", review.policyDigest)
      json.member("rules", review.rulesDigest)
      json.member("version", review.version)
    }
    member("verdict", review.verdict.rawValue)
  }

  private mutating func summary(of review: Review) {
    let counts = ReviewCounts(review)
    object { json in
      json.key("actions")
      json.object { json in
        for action in Verdict.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
          json.member(action.rawValue, counts.findings(action))
        }
      }
      json.member("bytes", review.bytes)
      json.key("categories")
      json.object { json in
        for (category, count) in counts.categories { json.member(category, count) }
      }
      json.member("inputs", review.inputs)
      json.member("skipped", review.skipped.count)
    }
  }

  fileprivate mutating func finding(_ decided: DecidedFinding) {
    let finding = decided.finding
    object { json in
      json.member("action", decided.action.rawValue)
      json.member("category", finding.category.rawValue)
      json.member("confidence", finding.confidence.rawValue)
      json.member("evidence", finding.evidence)
      json.member("fingerprint", finding.fingerprint)
      json.member("fix", finding.fix)
      json.key("location")
      json.location(of: finding)
      json.member("message", finding.message)
      json.member("reason", decided.reason)
      json.member("references", finding.references)
      json.member("rule", finding.rule.text)
      json.member("severity", finding.severity.rawValue)
      json.member("snippet", finding.snippet)
      json.member("title", finding.title)
      json.key("waiver")
      json.null()
    }
  }

  private mutating func location(of finding: Finding) {
    let region = finding.region
    object { json in
      json.member("byteLength", region.byteLength)
      json.member("byteOffset", region.byteOffset)
      json.member("endColumn", region.endColumn)
      json.member("endLine", region.endLine)
      json.member("language", finding.language.id)
      json.member("path", finding.path)
      json.member("startColumn", region.startColumn)
      json.member("startLine", region.startLine)
      json.member("within", finding.within)
      json.member("zone", finding.zone.name)
    }
  }
}
