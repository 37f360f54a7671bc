// The first of two steps: what was typed. Words are told apart as options, their values and
// operands; what they mean together is `Invocation`'s to say. Faults are gathered, not thrown, so
// that all of them can be reported at once.

/// The words of a command line, told apart.
struct TypedArguments: Sendable {
  /// The verb, if one was typed; it is the first operand that is not behind `--`.
  private(set) var verb: Verb?
  private(set) var options: [Option] = []
  private(set) var operands: [Operand] = []
  private(set) var problems: [String] = []

  struct Option: Sendable, Equatable {
    var name: OptionName
    var value: String?
  }

  struct Operand: Sendable, Equatable {
    var text: String
    /// It stands after `--`, so it is never meant as a verb.
    var isLiteral: Bool
  }

  init(_ arguments: [String]) {
    var words = arguments[...]
    while let word = words.popFirst() {
      if word == "--" {
        operands += words.map { Operand(text: $0, isLiteral: true) }
        break
      } else if word.hasPrefix("--") {
        readLong(word.dropFirst(2), &words)
      } else if word.hasPrefix("-"), word != "-" {
        readShort(word.dropFirst())
      } else {
        operands.append(Operand(text: word, isLiteral: false))
      }
    }
    guard let first = operands.first, !first.isLiteral else { return }
    if let verb = Verb(rawValue: first.text) {
      self.verb = verb
      operands.removeFirst()
    } else if Later.verbs.contains(first.text) {
      problems.append(
        Later.message(first.text)
          + " (to review a path of that name: reviewgate check \(first.text))")
    }
  }

  private mutating func readLong(_ word: Substring, _ rest: inout ArraySlice<String>) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    var value = parts.count > 1 ? String(parts[1]) : nil
    guard let option = OptionName(rawValue: name).flatMap(CommandOption.named) else {
      if Later.options.contains(name) {
        if value == nil, let next = rest.first, !next.hasPrefix("-") { rest.removeFirst() }
        problems.append(Later.message("--" + name))
      } else {
        problems.append(unknown("--" + name))
      }
      return
    }
    guard let placeholder = option.placeholder else {
      if value != nil { problems.append("--\(name) takes no value") }
      options.append(Option(name: option.name, value: nil))
      return
    }
    // A word with two hyphens is rather the next option than a value; `--name=--x` is still heard.
    if value == nil, let next = rest.first, !next.hasPrefix("--") { value = rest.removeFirst() }
    guard let value, !value.isEmpty else {
      problems.append("--\(name) needs a value: --\(name) \(placeholder)\(option.choices)")
      return
    }
    options.append(Option(name: option.name, value: value))
  }

  private mutating func readShort(_ letters: Substring) {
    var found: [Option] = []
    for letter in letters {
      guard let option = CommandOption.all.first(where: { $0.short == letter }) else {
        // -format is rather a slip of --format than a bundle of letters.
        problems.append(unknown("-" + letters))
        return
      }
      found.append(Option(name: option.name, value: nil))
    }
    options += found
  }

  private func unknown(_ typed: String) -> String {
    let bare = String(typed.drop { $0 == "-" })
    let names = OptionName.allCases.map(\.rawValue)
    let near = bare.count > 1 ? Suggestion.nearest(to: bare, among: names).map { "--" + $0 } : nil
    guard let meant = OtherNames.option(bare) ?? near else { return "unknown option \(typed)" }
    return "unknown option \(typed); did you mean \(meant)?"
  }
}
