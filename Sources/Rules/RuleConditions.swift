/// What must or must not stand around a match of a rule, and where the value in it must come from.
package struct RuleConditions: Sendable, Hashable {
  /// Structural patterns each of which must match in the function around the match; metavariables of
  /// the same name stand for the same text in all of them.
  package var all: [String] = []
  /// Structural patterns none of which may match there.
  package var not: [String] = []
  /// Structural patterns of which one must match around the match.
  package var inside: [String] = []
  /// Structural patterns none of which may match around the match.
  package var notInside: [String] = []
  /// Regular expressions that must match in what a metavariable stands for.
  package var texts: [Text] = []
  /// Regular expressions that must not match there.
  package var otherTexts: [Text] = []
  /// Regular expressions none of which may match in the block of the match: the match of a structural
  /// pattern, else the lines below that are indented deeper.
  package var lacks: [String] = []
  /// Kinds of sources that `$INPUT` counts; empty for requests, arguments and model output.
  package var sources: [ValueSource] = []
  /// Functions that make a value harmless for this rule.
  package var cleaners: [String] = []

  /// A regular expression about a metavariable.
  package struct Text: Sendable, Hashable {
    package var name: String
    package var pattern: String

    package init(name: String, pattern: String) {
      self.name = name
      self.pattern = pattern
    }
  }

  package init() {}

  package var isEmpty: Bool { self == RuleConditions() }
}

/// Where a value may come from outside the program.
package enum ValueSource: String, Sendable, Hashable, CaseIterable {
  /// What a client sends: parameters, bodies, headers, cookies, messages.
  case request
  /// Arguments of the command line and standard input.
  case argument
  case environment
  /// What was read from a file.
  case file
  /// What was fetched from elsewhere.
  case network
  /// What a language model wrote.
  case model
  case database
}
