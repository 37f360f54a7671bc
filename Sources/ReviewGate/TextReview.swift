import Checks
import Gate
import Reporting

/// What came of the review of a text.
public struct TextReview: Sendable {
  public enum Verdict: String, Sendable, CaseIterable {
    /// It may pass.
    case approve
    /// A person must look.
    case flag
    /// It must not pass.
    case block
  }

  /// Something that was found. Nothing in it holds a secret, a password or a personal identifier.
  public struct Finding: Sendable {
    /// Such as `secrets/github-token`.
    public let rule: String
    /// Such as `secret`.
    public let category: String
    /// What the policy makes of it.
    public let action: Verdict
    public let title: String
    public let message: String
    /// Why it is taken for true, as short phrases.
    public let evidence: [String]
    /// Which line of the policy decided, in words.
    public let reason: String
    public let fix: String
    /// From 1; columns count Unicode scalars.
    public let line: Int
    public let column: Int
    /// Bytes of the text as it was given.
    public let byteRange: Range<Int>
    /// The line of the finding, masked.
    public let snippet: String
    /// Lower-case hexadecimal SHA-256; the same as long as the line is.
    public let fingerprint: String
  }

  /// The worst action; at least ``Verdict/flag`` where the review is not complete.
  public let verdict: Verdict
  /// All of the text was reviewed.
  public let isComplete: Bool
  /// In order of position.
  public let findings: [Finding]
  /// Why the review is not complete.
  public let problems: [String]
  /// The report `reviewgate.report/1` on one line.
  public let json: String

  init(_ review: Review) {
    verdict = Verdict(review.verdict)
    isComplete = review.isComplete
    findings = review.findings.map(Finding.init)
    problems = review.errors.map(\.message)
    json = String(decoding: ReportFormat.jsonLine(of: review), as: UTF8.self)
  }
}

private typealias Decision = Verdict

extension TextReview.Verdict {
  fileprivate init(_ verdict: Decision) {
    switch verdict {
    case .approve: self = .approve
    case .flag: self = .flag
    case .block: self = .block
    }
  }
}

extension TextReview.Finding {
  fileprivate init(_ decided: DecidedFinding) {
    let finding = decided.finding
    rule = finding.rule.text
    category = finding.category.rawValue
    action = TextReview.Verdict(decided.action)
    title = finding.title
    message = finding.message
    evidence = finding.evidence
    reason = decided.reason
    fix = finding.fix
    line = finding.region.startLine
    column = finding.region.startColumn
    let start = finding.region.byteOffset
    byteRange = start..<(start + finding.region.byteLength)
    snippet = finding.snippet
    fingerprint = finding.fingerprint
  }
}
