import Reporting

/// What the program is asked to do: the second step, in which the words of a command line get
/// their meaning.
package enum Invocation: Sendable, Equatable {
  case check(CheckOptions)
  case filter(FilterOptions)
  case batch(BatchOptions)
  case hook(HookOptions)
  /// Serve an agent; the source is not looked at.
  case mcp(CheckOptions)
  case rules(RulesOptions)
  case explain(ExplainOptions)
  case licenses(LicensesOptions)
  case completions(Shell)
  case help(HelpTopic)
  case version

  /// What a command line can only mean together with the world around it.
  package struct Surroundings {
    /// Whether a path leads somewhere; asked of the first operand alone, and only to word an error.
    package var exists: (String) -> Bool
    package var standardInputIsTerminal: Bool

    package init(standardInputIsTerminal: Bool, exists: @escaping (String) -> Bool) {
      self.exists = exists
      self.standardInputIsTerminal = standardInputIsTerminal
    }
  }

  /// Reads the arguments, without the program's name; an error holds all their faults.
  package static func parse(
    _ arguments: [String], in surroundings: Surroundings
  ) -> Result<Invocation, UsageError> {
    let typed = TypedArguments(arguments)
    let asked = Set(typed.options.map(\.name))
    if asked.contains(.help) {
      return .success(.help(typed.verb.map(HelpTopic.verb) ?? .overview))
    }
    if asked.contains(.version) { return .success(.version) }
    var reader = OptionReader(typed, in: surroundings)
    let invocation = reader.read()
    if reader.problems.isEmpty, let invocation { return .success(invocation) }
    // Without a verb there may have been a slip that the overview tells more of.
    return .failure(UsageError(reader.problems, verb: reader.hintVerb))
  }
}
