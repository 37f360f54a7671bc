import Gate

/// What the program tells its caller by ending.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  /// The verdict passes, or there was nothing to judge (help, a list of rules).
  case passed = 0
  /// The verdict is `block`.
  case blocked = 1
  /// The review, or whatever was asked for, could not be done, or not wholly.
  case notReviewed = 2
  /// The verdict is `flag`, and flags shall not pass.
  case flagged = 3

  /// The status of a finished review. An incomplete one never passes, and says so before anything
  /// else, since what it found may not be the worst.
  package init(of verdict: Verdict, isComplete: Bool, failOn: Policy.FailureLevel) {
    guard isComplete else {
      self = .notReviewed
      return
    }
    switch (failOn, verdict) {
    case (.never, _), (_, .approve): self = .passed
    case (_, .block): self = .blocked
    case (.flag, .flag): self = .flagged
    case (.block, .flag): self = .passed
    }
  }

  /// What it means, for help pages.
  var help: String {
    switch self {
    case .passed: "passed: approve; flag too unless --fail-on flag; all under --fail-on never"
    case .blocked: "blocked"
    case .notReviewed: "not reviewed, or not wholly; also bad usage"
    case .flagged: "flagged, under --fail-on flag"
    }
  }
}
