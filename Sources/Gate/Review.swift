import Checks
import Rules

/// A finished review: everything that a report shows, decided.
package struct Review: Sendable {
  /// The version of the program.
  package var version: String
  /// `sha256:…` of the rules and of the policy that were in force.
  package var rulesDigest: String
  package var policyDigest: String
  package var verdict: Verdict
  /// Everything that was asked for was reviewed.
  package var isComplete: Bool
  package var inputs: Int
  /// The bytes of the inputs that were reviewed, as they were given.
  package var bytes: Int
  /// In path, then position order.
  package var findings: [DecidedFinding]
  package var skipped: [SkippedInput]
  package var errors: [ReviewError]

  package init(
    version: String, rulesDigest: String, policyDigest: String, verdict: Verdict, isComplete: Bool,
    inputs: Int, bytes: Int, findings: [DecidedFinding], skipped: [SkippedInput],
    errors: [ReviewError]
  ) {
    self.version = version
    self.rulesDigest = rulesDigest
    self.policyDigest = policyDigest
    self.verdict = verdict
    self.isComplete = isComplete
    self.inputs = inputs
    self.bytes = bytes
    self.findings = findings
    self.skipped = skipped
    self.errors = errors
  }
}

/// A finding and what the policy makes of it.
package struct DecidedFinding: Sendable {
  package var finding: Finding
  package var action: Verdict
  /// Which line of the policy decided, in words.
  package var reason: String

  package init(finding: Finding, action: Verdict, reason: String) {
    self.finding = finding
    self.action = action
    self.reason = reason
  }
}

/// An input that was left out on purpose, such as a binary file.
package struct SkippedInput: Sendable, Hashable {
  package var path: String
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// An input that should have been reviewed and was not, or not wholly.
package struct ReviewError: Sendable, Hashable {
  package var path: String
  package var message: String

  package init(path: String, message: String) {
    self.path = path
    self.message = message
  }
}
