import Checks
import Gate
import JSON
import Rules
import SourceText

// Follows SARIF 2.1.0 (OASIS, errata 01) and what GitHub demands beyond it
// (docs.github.com, "SARIF support for code scanning"): no empty strings, `security-severity` as a
// string, at most 25,000 results a run, or the whole file is refused.

/// The report for code scanning: the Static Analysis Results Interchange Format.
///
/// Its bytes follow from the review alone. Paths count from the folder in which the review was
/// started, which should be the root of the repository: so hosts take them.
struct SARIFReport {
  private let review: Review
  private let resultLimit: Int

  init(_ review: Review, resultLimit: Int = 25_000) {
    self.review = review
    self.resultLimit = resultLimit
  }

  func write(to sink: ([UInt8]) throws -> Void) throws {
    let rules = SARIFRules(review.findings)
    var json = JSONWriter(.pretty)
    try json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.key("runs")
      try json.array { json in
        try json.object { json in try writeRun(to: &json, rules, sink) }
      }
      json.member("version", "2.1.0")
    }
    json.endLine()
    try sink(json.take())
  }

  private func writeRun(
    to json: inout JSONWriter, _ rules: SARIFRules, _ sink: ([UInt8]) throws -> Void
  ) throws {
    json.key("automationDetails")
    json.object { $0.member("id", "reviewgate/") }
    json.member("columnKind", "unicodeCodePoints")
    json.key("invocations")
    try json.array { json in
      try json.object { json in
        json.member("executionSuccessful", review.isComplete)
        json.key("toolExecutionNotifications")
        try json.array { json in try writeNotifications(to: &json, sink) }
      }
    }
    // Without its address: no report holds a path that the user did not give.
    json.key("originalUriBaseIds")
    json.object { json in
      json.key(Self.root)
      json.object { json in
        json.text("description", "The folder in which the review was started.")
      }
    }
    json.key("properties")
    json.object { json in
      json.member("bytes", review.bytes)
      json.member("inputs", review.inputs)
      json.member("policy", review.policyDigest)
      json.member("rules", review.rulesDigest)
      json.member("verdict", review.verdict.rawValue)
    }
    json.key("results")
    try json.array { json in try writeResults(to: &json, rules, sink) }
    json.key("tool")
    try json.object { json in
      json.key("driver")
      try json.object { json in
        json.member("name", "reviewgate")
        json.key("rules")
        try json.array { json in try rules.write(to: &json, sink) }
        json.member("semanticVersion", review.version)
        json.member("version", review.version)
      }
    }
  }

  private static let root = "%SRCROOT%"

  // MARK: - What was not reviewed

  private func writeNotifications(
    to json: inout JSONWriter, _ sink: ([UInt8]) throws -> Void
  ) throws {
    if !review.isComplete {
      json.notification("error", "Not everything was reviewed; what was not is not approved.")
    }
    if review.findings.count > resultLimit {
      json.notification(
        "warning",
        "\(review.findings.count) findings were made, and a run holds \(resultLimit) at most: "
          + "these are the worst, the worst first.")
    }
    for error in review.errors {
      json.notification("error", "Not reviewed: \(error.message)", path: error.path)
      try json.passOn(to: sink)
    }
    for skipped in review.skipped {
      json.notification("note", "Skipped: \(skipped.reason)", path: skipped.path)
      try json.passOn(to: sink)
    }
  }

  // MARK: - Results

  private func writeResults(
    to json: inout JSONWriter, _ rules: SARIFRules, _ sink: ([UInt8]) throws -> Void
  ) throws {
    var ordinals = Ordinals()
    let places =
      review.findings.count > resultLimit
      ? review.worstFirst(resultLimit) : Array(review.findings.indices)
    for place in places {
      let decided = review.findings[place]
      let start = String(decided.finding.fingerprint.prefix(16))
      json.result(
        decided, lineHash: "\(start):\(ordinals.next(start) + 1)",
        ruleIndex: rules.index(of: decided.finding.rule))
      try json.passOn(to: sink)
    }
  }

  /// The level of a result, by what becomes of it.
  fileprivate static func level(of action: Verdict) -> String {
    switch action {
    case .block: "error"
    case .flag: "warning"
    case .approve: "note"
    }
  }
}

extension JSONWriter {
  /// A message, or a description of something.
  mutating func text(_ key: String, _ text: String) {
    self.key(key)
    object { $0.member("text", text) }
  }

  /// Hands a piece over as soon as it is large enough.
  mutating func passOn(to sink: ([UInt8]) throws -> Void) rethrows {
    if bytes.count >= reportPieceSize { try sink(take()) }
  }

  fileprivate mutating func notification(_ level: String, _ message: String, path: String = "") {
    object { json in
      json.member("level", level)
      if !path.isEmpty {
        json.key("locations")
        json.array { json in
          json.object { json in
            json.key("physicalLocation")
            json.object { $0.artifactLocation(path) }
          }
        }
      }
      json.text("message", message.asHostText)
    }
  }

  private mutating func artifactLocation(_ path: String) {
    let uri = ArtifactURI(path: path)
    key("artifactLocation")
    object { json in
      json.member("uri", uri.text)
      if uri.isBelowRoot { json.member("uriBaseId", "%SRCROOT%") }
    }
  }

  fileprivate mutating func result(_ decided: DecidedFinding, lineHash: String, ruleIndex: Int) {
    let finding = decided.finding
    object { json in
      json.member("level", SARIFReport.level(of: decided.action))
      json.key("locations")
      json.array { json in
        json.object { json in
          json.key("physicalLocation")
          json.object { json in
            json.artifactLocation(finding.path)
            json.key("region")
            json.region(of: finding)
          }
        }
      }
      json.text(
        "message", firstNonEmpty(finding.message, finding.title, finding.rule.text).asHostText)
      // Of these, GitHub uses the first alone. It is made from what the line says, not from where
      // it stands; one that differs from what upload-sarif would make is kept.
      json.key("partialFingerprints")
      json.object { json in
        json.member("primaryLocationLineHash", lineHash)
        json.member("reviewgate/v1", finding.fingerprint)
      }
      json.key("properties")
      json.object { json in
        json.member("action", decided.action.rawValue)
        json.member("category", finding.category.rawValue)
        json.member("confidence", finding.confidence.rawValue)
        json.member("evidence", finding.evidence)
        json.member("fix", finding.fix)
        json.member("reason", decided.reason)
        json.member("severity", finding.severity.rawValue)
        json.member("within", finding.within)
      }
      json.member("ruleId", finding.rule.text)
      json.member("ruleIndex", ruleIndex)
    }
  }

  private mutating func region(of finding: Finding) {
    let region = finding.region
    object { json in
      json.member("endColumn", region.endColumn)
      json.member("endLine", region.endLine)
      if !finding.snippet.isEmpty { json.text("snippet", finding.snippet.madeVisible) }
      json.member("startColumn", region.startColumn)
      json.member("startLine", region.startLine)
    }
  }
}
