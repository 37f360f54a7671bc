import Rules

/// Code that judges the candidates of one category: what a rule's data alone cannot say.
package protocol Check: Sendable {
  var category: RuleCategory { get }
  /// Judges a candidate that its rule let through; may change severity, confidence, evidence and
  /// range. False drops it.
  func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool
  /// Where what a rule without a pattern is about stands in a document.
  func recognize(_ recognizer: Rule.Recognizer, in scan: DocumentScan) -> [Recognition]
  /// Looks at all candidates of its category in a document that were kept, in the order of their
  /// places: several may be one finding, or only together be one.
  func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate]
  /// The check for the examples of one rule, which stand without what others would find beside them.
  var forExamples: any Check { get }
}

extension Check {
  package func recognize(_ recognizer: Rule.Recognizer, in scan: DocumentScan) -> [Recognition] {
    []
  }

  package func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    candidates
  }

  package var forExamples: any Check { self }
}

/// A place that a check found by itself, and what it knows of it.
package struct Recognition: Sendable {
  /// Bytes of the document.
  package var range: Range<Int>
  package var confidence: Confidence
  /// The share of what is known that stands there, from 0 to 1.
  package var coverage = 0.0
  /// What it is under.
  package var license: SPDXExpression?
  package var evidence: [String]
}
