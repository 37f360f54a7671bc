/// How bad it is when a finding is true.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case low, medium, high, critical

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    }
  }
}

/// How sure it is that a finding is true.
package enum Confidence: String, Sendable, CaseIterable, Comparable {
  case low, medium, high

  package static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}
