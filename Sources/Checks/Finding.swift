import Rules
import SourceText

/// A candidate that was confirmed: something that a person should know of.
///
/// Holds nothing of the value in clear; redaction happens when it is made.
package struct Finding: Sendable {
  package var rule: RuleID
  package var category: RuleCategory
  package var severity: Severity
  package var confidence: Confidence
  package var title: String
  package var message: String
  package var path: String
  package var region: Region
  package var language: Language
  package var zone: Zone
  package var within: [String]
  /// The line of the finding, masked, without its line end; at most 240 scalars.
  package var snippet: String
  /// The lines before and after for a code frame, masked; empty in machine reports.
  package var frame: CodeFrame
  /// What a notice puts the text under.
  package var license: LicenseTerms?
  /// Why it is taken for true, as short phrases.
  package var evidence: [String]
  package var why: String
  package var fix: String
  package var references: [String]
  /// Lower-case hexadecimal SHA-256.
  package var fingerprint: String

  package init(
    rule: RuleID, category: RuleCategory, severity: Severity, confidence: Confidence, title: String,
    message: String, path: String, region: Region, language: Language, zone: Zone,
    within: [String], snippet: String, frame: CodeFrame, license: LicenseTerms? = nil,
    evidence: [String], why: String, fix: String, references: [String], fingerprint: String
  ) {
    self.rule = rule
    self.category = category
    self.severity = severity
    self.confidence = confidence
    self.title = title
    self.message = message
    self.path = path
    self.region = region
    self.language = language
    self.zone = zone
    self.within = within
    self.snippet = snippet
    self.frame = frame
    self.license = license
    self.evidence = evidence
    self.why = why
    self.fix = fix
    self.references = references
    self.fingerprint = fingerprint
  }
}

/// The masked surroundings of a finding, for people.
package struct CodeFrame: Sendable, Hashable {
  /// The number (from 1) of the first of `lines`.
  package var firstLine: Int
  /// Masked, without line ends, control characters made visible; at most 200 scalars each.
  package var lines: [String]
  /// The index in `lines` of the line that the finding starts on.
  package var markedLine: Int
  /// The scalars of that line to be underlined, from 0.
  package var marked: Range<Int>

  package init(firstLine: Int, lines: [String], markedLine: Int, marked: Range<Int>) {
    self.firstLine = firstLine
    self.lines = lines
    self.markedLine = markedLine
    self.marked = marked
  }

  /// No lines: nobody will look at them.
  package static let none = CodeFrame(firstLine: 1, lines: [], markedLine: 0, marked: 0..<0)
}
