/// What the gate says, of one finding (its action) or of a whole review.
package enum Verdict: String, Sendable, CaseIterable, Comparable {
  /// It may pass.
  case approve
  /// A person must look.
  case flag
  /// It must not pass.
  case block

  package static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .approve: 0
    case .flag: 1
    case .block: 2
    }
  }
}
