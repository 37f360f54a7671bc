import Rules

/// Code that judges the candidates of one category: what a rule's data alone cannot say.
package protocol Check: Sendable {
  var category: RuleCategory { get }
  /// Judges a candidate that its rule let through; may change severity, confidence, evidence and
  /// range. False drops it.
  func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool
}
