import Rules

/// Code that judges the candidates of one category: what a rule's data alone cannot say.
package protocol Check: Sendable {
  var category: RuleCategory { get }
  /// Judges a candidate that its rule let through; may change severity, confidence, evidence and
  /// range. False drops it.
  func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool
  /// Looks at all candidates of its category in a document that were kept, in the order of their
  /// places: several may be one finding, or only together be one.
  func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate]
}

extension Check {
  package func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    candidates
  }
}
