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
    case .passed: "passed: nothing found, or nothing that --fail-on stops"
    case .blocked: "blocked: something was found that must not pass"
    case .notReviewed: "not reviewed, or not wholly; also a fault in options, policy or rules"
    case .flagged: "flagged: a person must look (only under --fail-on flag)"
    }
  }
}
