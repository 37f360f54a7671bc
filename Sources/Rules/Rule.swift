import SourceText

/// What to find, why it matters and how to mend it: one `[[rule]]` of a rule file, validated.
///
/// Never changed once made, and shared: every candidate holds its rule.
package final class Rule: Sendable {
  package let id: RuleID
  /// It knows a secret by its name, not by the form that one provider gives it.
  package let isGeneric: Bool
  package let category: RuleCategory
  package let title: String
  package let severity: Severity
  package let confidence: Confidence
  /// What the report says of a finding; never shows the value.
  package let message: String
  package let why: String
  package let fix: String
  /// CWE numbers and addresses.
  package let references: [String]

  package let matcher: Matcher
  /// Languages that the rule is about, by id; empty for all. A language that includes another
  /// (TypeScript, JavaScript) has its rules too.
  package let languages: [String]
  /// Zones that the value may start in; empty for all.
  package let zones: [Zone]
  /// Globs of which one must match the document's name; empty for all.
  package let paths: [String]
  /// Names of validators, all of which must accept the value.
  package let validators: [String]
  package let context: RuleContext?
  /// The least Shannon entropy of the value, in bits a byte.
  package let entropy: Double?
  /// The longest document that the rule is about, in bytes; nil is any.
  package let longest: Int?
  /// The SPDX expression of the license that a match stands for, where its words do not say.
  package let license: String?
  /// Patterns that clear a candidate when they match within its value.
  package let allow: [String]
  /// Patterns that clear a candidate when they match on the lines it lies on.
  package let unless: [String]
  /// Patterns each of which must match somewhere in the document.
  package let requires: [String]
  /// Patterns of which none may match anywhere in the document.
  package let absent: [String]
  /// What else must hold of the code around a match.
  package let conditions: RuleConditions
  /// It may take the place of a built-in rule of the same id.
  package let overrides: Bool
  package let examples: [RuleExample]
  /// The file (as named by the loader) and line of the rule, for messages.
  package let source: RuleSource

  package enum Matcher: Sendable {
    /// A regular expression; the value is its group `value`, or the whole match.
    case pattern(String)
    /// Structural patterns over tokens, any of which may match.
    case code([String])
    /// What no pattern can say: a check looks for it with data of its own.
    case recognizer(Recognizer)
  }

  /// What the checks look for without a pattern.
  package enum Recognizer: String, Sendable, CaseIterable {
    /// The text of a license, whole or in part.
    case licenseText = "license-text"
    /// Code that stands in an index of known code.
    case copiedCode = "copied-code"
    /// A change to what guards a repository, of a file in a diff.
    case guardChange = "guard-change"
    /// Code that ends before it is complete.
    case cutOffCode = "cut-off-code"
  }

  package init(
    id: RuleID, category: RuleCategory, title: String, severity: Severity, confidence: Confidence,
    message: String, why: String, fix: String, references: [String], matcher: Matcher,
    languages: [String], zones: [Zone], paths: [String], validators: [String],
    context: RuleContext?, entropy: Double?, longest: Int? = nil, license: String? = nil,
    allow: [String], unless: [String], requires: [String], absent: [String],
    conditions: RuleConditions = RuleConditions(), overrides: Bool,
    examples: [RuleExample], source: RuleSource
  ) {
    self.id = id
    isGeneric = id.text.contains("generic")
    self.category = category
    self.title = title
    self.severity = severity
    self.confidence = confidence
    self.message = message
    self.why = why
    self.fix = fix
    self.references = references
    self.matcher = matcher
    self.languages = languages
    self.zones = zones
    self.paths = paths
    self.validators = validators
    self.context = context
    self.entropy = entropy
    self.longest = longest
    self.license = license
    self.allow = allow
    self.unless = unless
    self.requires = requires
    self.absent = absent
    self.conditions = conditions
    self.overrides = overrides
    self.examples = examples
    self.source = source
  }
}

/// Words near a candidate that decide whether, or how surely, it is a finding.
package struct RuleContext: Sendable {
  /// Compared without case, as whole words (`_` and case changes part words too).
  package var words: [String]
  /// Without one of the words there is no finding; otherwise they raise the confidence by one step.
  package var isRequired: Bool
  /// How many bytes before and after the match count as near.
  package var distance: Int

  package init(words: [String], isRequired: Bool, distance: Int) {
    self.words = words
    self.isRequired = isRequired
    self.distance = distance
  }
}

/// A text that a rule must report, or must not.
package struct RuleExample: Sendable {
  /// With fillers such as `{alnum:36}`; the span to be reported stands between `«` and `»`.
  package var text: String
  package var isMatch: Bool
  package var source: RuleSource

  package init(text: String, isMatch: Bool, source: RuleSource) {
    self.text = text
    self.isMatch = isMatch
    self.source = source
  }
}

/// A place in a rule file; line and column count from 1.
package struct RuleSource: Sendable, Hashable {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}
