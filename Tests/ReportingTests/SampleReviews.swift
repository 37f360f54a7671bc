import Checks
import Gate
import Rules
import SourceText
import Testing

/// Reviews as the gate might hand them over; nothing in them is a real value.
enum SampleReview: String, CaseIterable, CustomTestStringConvertible {
  /// One finding of each action, in two files.
  case mixed
  /// Nothing was found.
  case clean
  /// Nothing was given.
  case empty
  /// Something could not be read, and something was skipped.
  case incomplete
  /// Paths and lines that try to deceive a terminal.
  case hostile
  /// Everything that comes from outside tries to be Markdown or HTML.
  case markup
  /// Tabs, wide and combining characters, and a line that is too long.
  case wide
  /// More notes than are listed.
  case notes

  var testDescription: String { rawValue }

  var review: Review {
    switch self {
    case .mixed: Self.mixedReview
    case .clean: Self.review([], inputs: 12, bytes: 48_213)
    case .empty: Self.review([], inputs: 0, bytes: 0)
    case .incomplete: Self.incompleteReview
    case .hostile: Self.hostileReview
    case .markup: Self.markupReview
    case .wide: Self.wideReview
    case .notes:
      Self.review(
        (1...14).map { Self.decided(Self.note(line: $0), .approve) }, inputs: 1, bytes: 999)
    }
  }

  static func review(
    _ findings: [DecidedFinding], inputs: Int, bytes: Int, isComplete: Bool = true,
    skipped: [SkippedInput] = [], errors: [ReviewError] = []
  ) -> Review {
    let worst = findings.map(\.action).max() ?? .approve
    return Review(
      version: "0.1.0", rulesDigest: "sha256:" + String(repeating: "5a", count: 32),
      policyDigest: "sha256:" + String(repeating: "0f", count: 32),
      verdict: isComplete ? worst : max(worst, .flag), isComplete: isComplete, inputs: inputs,
      bytes: bytes, findings: findings, skipped: skipped, errors: errors)
  }

  static func decided(_ finding: Finding, _ action: Verdict) -> DecidedFinding {
    let becomes =
      switch action {
      case .block: "blocks it"
      case .flag: "flags it"
      case .approve: "lets it pass"
      }
    let reason =
      "\(finding.severity.rawValue) severity with \(finding.confidence.rawValue) confidence: "
      + "policy default \(becomes)"
    return DecidedFinding(finding: finding, action: action, reason: reason)
  }

  static func finding(
    _ id: String, _ category: RuleCategory, _ severity: Severity, _ confidence: Confidence,
    title: String, path: String, region: Region, frame: CodeFrame, zone: Zone = .string,
    within: [String] = [], evidence: [String] = [], why: String, fix: String,
    references: [String] = []
  ) -> Finding {
    guard let rule = RuleID(id) else { preconditionFailure(id) }
    let index = max(0, frame.markedLine)
    return Finding(
      rule: rule, category: category, severity: severity, confidence: confidence, title: title,
      message: title + ".", path: path, region: region, language: Language(id: "python"),
      zone: zone, within: within, snippet: frame.lines.isEmpty ? "" : frame.lines[index],
      frame: frame, evidence: evidence, why: why, fix: fix, references: references,
      fingerprint: String(repeating: "9f2c", count: 16))
  }

  static func region(_ line: Int, _ columns: Range<Int>, offset: Int) -> Region {
    Region(
      startLine: line, startColumn: columns.lowerBound, endLine: line,
      endColumn: columns.upperBound, byteOffset: offset, byteLength: columns.count)
  }

  static func token(path: String, line: Int, frame: CodeFrame, columns: Range<Int>) -> Finding {
    finding(
      "secrets/github-token", .secret, .critical, .high, title: "GitHub access token", path: path,
      region: region(line, columns, offset: 311), frame: frame,
      evidence: ["prefix ghp_", "checksum valid"],
      why: "Whoever holds it acts as its owner until it is revoked.",
      fix: "Revoke it; read the new one from the environment.", references: ["CWE-798"])
  }

  static func note(line: Int) -> Finding {
    finding(
      "pii/email-address", .pii, .low, .medium, title: "E-mail address", path: "docs/team.md",
      region: region(line, 3..<17, offset: line * 20),
      frame: CodeFrame(
        firstLine: line, lines: ["- …@example.com"], markedLine: 0, marked: 2..<15),
      zone: .prose, why: "It names a person.", fix: "Write a role's address instead.")
  }
}
