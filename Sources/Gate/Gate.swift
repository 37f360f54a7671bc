import Checks
import Rules
import SourceText

/// Decides findings by a policy and puts a review together.
package enum Gate {
  /// What the policy makes of a finding, and which line of it decided.
  ///
  /// `path` is the finding's path counted from the policy's folder, where that differs from the one
  /// in the report. The last override that covers the finding decides; without one the lists of
  /// licenses; without those the preset.
  package static func decide(
    _ finding: Finding, by policy: Policy, path: String? = nil
  ) -> (action: Verdict, reason: String) {
    let decision = decideFreely(finding, by: policy, path: path ?? finding.path)
    if finding.rule == GuardCheck.rule, finding.severity > .low, decision.action < .flag {
      return (
        .flag, "a change to what guards the repository is flagged at least; \(decision.reason)"
      )
    }
    return decision
  }

  private static func decideFreely(
    _ finding: Finding, by policy: Policy, path: String
  ) -> (action: Verdict, reason: String) {
    if let override = policy.overrides.last(where: { $0.covers(finding, path: path) }) {
      let why = override.reason.map { ": \($0)" } ?? ""
      let place = "\(override.source.file):\(override.source.line)"
      return (
        override.action,
        "\(place): override for \(override.scope) \(override.action.phrase)\(why)"
      )
    }
    if let license = policy.licenses.decision(on: finding, preset: policy.preset) {
      return license
    }
    let action = decide(
      finding.severity, finding.confidence, by: policy.preset.table(for: finding.references))
    return (
      action,
      "\(finding.severity.rawValue) severity with \(finding.confidence.rawValue) confidence: "
        + "policy \(policy.preset.rawValue) \(action.phrase)"
    )
  }

  /// The table of a preset; those that are strict about a law decide all else as `default` does.
  package static func decide(
    _ severity: Severity, _ confidence: Confidence, by preset: Policy.Preset
  ) -> Verdict {
    let verdict: Verdict
    switch (severity, confidence) {
    case (.critical, .high), (.critical, .medium), (.high, .high), (.high, .medium):
      verdict = .block
    case (.critical, .low), (.high, .low): verdict = .flag
    case (.medium, .high), (.medium, .medium): verdict = preset == .strict ? .block : .flag
    case (.medium, .low): verdict = .flag
    case (.low, .high), (.low, .medium), (.low, .low):
      verdict = preset == .strict ? .flag : .approve
    }
    return preset == .advisory ? min(verdict, .flag) : verdict
  }

  /// Puts a review together: decides all findings, sorts them and takes the worst action.
  ///
  /// The verdict is at least `flag` where the review is not complete or has errors. `place` gives a
  /// path as it is counted from the policy's folder.
  package static func review(
    _ findings: [Finding], by policy: Policy, version: String, rulesDigest: String, inputs: Int,
    bytes: Int, skipped: [SkippedInput] = [], errors: [ReviewError] = [], isComplete: Bool = true,
    place: (String) -> String = { $0 }
  ) -> Review {
    let decided = findings.sorted(by: precedes).map { finding in
      let decision = decide(finding, by: policy, path: place(finding.path))
      return DecidedFinding(finding: finding, action: decision.action, reason: decision.reason)
    }
    let isComplete = isComplete && errors.isEmpty
    let worst = decided.map(\.action).max() ?? .approve
    return Review(
      version: version, rulesDigest: rulesDigest, policyDigest: policy.digest,
      verdict: isComplete ? worst : max(worst, .flag), isComplete: isComplete, inputs: inputs,
      bytes: bytes, findings: decided,
      skipped: skipped.sorted { ($0.path, $0.reason) < ($1.path, $1.reason) },
      errors: errors.sorted { ($0.path, $0.message) < ($1.path, $1.message) })
  }

  private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.path != right.path { return left.path < right.path }
    let places = [
      (left.region.startLine, right.region.startLine),
      (left.region.startColumn, right.region.startColumn),
      (left.region.endLine, right.region.endLine),
      (left.region.endColumn, right.region.endColumn),
    ]
    for (first, second) in places where first != second { return first < second }
    return left.rule < right.rule
  }
}

extension Verdict {
  /// What a line of the policy does to a finding.
  var phrase: String {
    switch self {
    case .approve: "approves it"
    case .flag: "flags it"
    case .block: "blocks it"
    }
  }
}
