import Checks
import Gate
import Rules

extension DecidedFinding {
  /// How much it matters to whoever can be shown only some: by action, then severity, then
  /// confidence; less than ``weights``.
  fileprivate var weight: Int {
    let action = Verdict.allCases.firstIndex(of: action) ?? 0
    let severity = Severity.allCases.firstIndex(of: finding.severity) ?? 0
    let confidence = Confidence.allCases.firstIndex(of: finding.confidence) ?? 0
    return (action * Severity.allCases.count + severity) * Confidence.allCases.count + confidence
  }

  fileprivate static var weights: Int {
    Verdict.allCases.count * Severity.allCases.count * Confidence.allCases.count
  }
}

extension Review {
  /// The places of at most `limit` findings, the worst first, equally bad ones in path order.
  func worstFirst(_ limit: Int, of action: Verdict? = nil) -> [Int] {
    var byWeight = [[Int]](repeating: [], count: DecidedFinding.weights)
    for (index, decided) in findings.enumerated() where action == nil || decided.action == action {
      let weight = decided.weight
      if byWeight[weight].count < limit { byWeight[weight].append(index) }
    }
    return Array(byWeight.reversed().joined().prefix(limit))
  }
}
