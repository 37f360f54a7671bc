import GateCommand

/// Parses in a world of a pipe on standard input and of the given paths.
func parse(
  _ arguments: String..., paths: Set<String> = ["src", "a.py"], terminal: Bool = false
) -> Result<Invocation, UsageError> {
  Invocation.parse(
    arguments,
    in: Invocation.Surroundings(
      standardInputIsTerminal: terminal, exists: { paths.contains($0) }))
}

extension Result where Success == Invocation, Failure == UsageError {
  /// The options, if the arguments ask for a check.
  var check: CheckOptions? {
    if case .success(.check(let options)) = self { options } else { nil }
  }

  var problems: [String] {
    if case .failure(let error) = self { error.problems } else { [] }
  }
}
