import Rules
import SourceText

/// A place that a rule points at, on its way to being a finding or being dropped.
package struct Candidate: Sendable {
  package var rule: Rule
  /// Bytes of the document.
  package var match: Range<Int>
  /// The part to be reported: the group `value`, or the whole match.
  package var value: Range<Int>
  /// What else of the text belongs to it and must not be shown.
  package var companions: [Range<Int>] = []
  /// The named groups that took part; of a structural pattern its metavariables.
  package var groups: [String: Range<Int>]
  package var severity: Severity
  package var confidence: Confidence
  package var evidence: [String]
  /// The way of a value from outside to the match, from its source on.
  package var trace: [TraceStep] = []
  /// What a notice puts the text under, and what a policy decides by.
  package var license: LicenseTerms?
  /// The share of a known text that the match is, from 0 to 1.
  package var coverage = 0.0
  /// A checksum or structure of the value holds.
  package var isProven = false
  /// A validator knows its form, short of proof.
  package var isOfKnownForm = false
  /// A validator knows it for an example.
  package var isDocumented = false
  /// Overrides the rule's title and message where a check knows better; never shows the value.
  package var title: String
  package var message: String
  /// What the pattern fixes of the value; of rules for secrets in one provider's form only.
  var form = ExactForm()

  /// A step on the way of a value.
  package struct TraceStep: Sendable, Equatable {
    /// A byte of the document.
    package var place: Int
    /// The source as it is written, without its literals, or the name that was given the value.
    package var name: String
  }

  package init(
    rule: Rule, match: Range<Int>, value: Range<Int>, groups: [String: Range<Int>] = [:]
  ) {
    self.rule = rule
    self.match = match
    self.value = value
    self.groups = groups
    severity = rule.severity
    confidence = rule.confidence
    evidence = []
    title = rule.title
    message = rule.message
  }
}
