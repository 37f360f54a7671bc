import Checks
import Gate
import JSON
import Rules

/// The report for GitLab's merge requests: `artifacts:reports:codequality`.
///
/// A list of issues in Code Climate's form, as far as GitLab takes it (docs.gitlab.com, "Code
/// Quality"). What was not reviewed is an issue as well, the worst there is.
struct GitLabCodeQualityReport {
  private let review: Review

  init(_ review: Review) { self.review = review }

  func write(to sink: ([UInt8]) throws -> Void) throws {
    // Of issues with one fingerprint GitLab keeps the last.
    var ordinals = Ordinals()
    var json = JSONWriter(.pretty)
    try json.array { json in
      for issue in notReviewed {
        write(issue, to: &json, &ordinals)
        try json.passOn(to: sink)
      }
      for decided in review.findings {
        write(issue(decided), to: &json, &ordinals)
        try json.passOn(to: sink)
      }
    }
    json.endLine()
    try sink(json.take())
  }

  private struct Issue {
    var check: String
    var description: String
    var fingerprint: String
    var severity: String
    var path: String
    var lines: ClosedRange<Int>
  }

  private func write(_ issue: Issue, to json: inout JSONWriter, _ ordinals: inout Ordinals) {
    json.object { json in
      json.member("check_name", issue.check)
      json.member("description", issue.description.asHostText)
      json.member("fingerprint", ordinals.unique(issue.fingerprint))
      json.key("location")
      json.object { json in
        json.key("lines")
        json.object { json in
          json.member("begin", issue.lines.lowerBound)
          json.member("end", issue.lines.upperBound)
        }
        json.member("path", issue.path.asHostPath)
      }
      json.member("severity", issue.severity)
    }
  }

  private func issue(_ decided: DecidedFinding) -> Issue {
    let finding = decided.finding
    let region = finding.region
    return Issue(
      check: finding.rule.text,
      description: sentences(
        firstNonEmpty(finding.message, finding.title, finding.rule.text), finding.fix),
      fingerprint: finding.fingerprint,
      severity: severity(decided.action, finding.severity), path: finding.path,
      lines: region.startLine...max(region.startLine, region.endLine))
  }

  private var notReviewed: [Issue] {
    var errors = review.errors
    if errors.isEmpty, !review.isComplete {
      errors.append(ReviewError(path: ".", message: "not everything was reviewed"))
    }
    return errors.map { error in
      Issue(
        check: "reviewgate/not-reviewed", description: "Not reviewed: \(error.message)",
        fingerprint: SHA256.hexadecimal(of: "not-reviewed\0\(error.path)\0\(error.message)"),
        severity: "blocker", path: error.path, lines: 1...1)
    }
  }

  /// The action decides the rank, the severity the step within it; what passes is only said.
  private func severity(_ action: Verdict, _ severity: Severity) -> String {
    switch (action, severity) {
    case (.block, .critical): "blocker"
    case (.block, _): "critical"
    case (.flag, .critical), (.flag, .high): "major"
    case (.flag, _): "minor"
    case (.approve, _): "info"
    }
  }
}
