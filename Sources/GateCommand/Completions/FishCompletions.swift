enum FishCompletions {
  static var script: String {
    let verbs = Verb.allCases.map(\.rawValue).joined(separator: " ")
    var lines = [
      "# fish completions of reviewgate; written by `reviewgate completions fish`.",
      "",
      "function __reviewgate_verb",
      "  for word in (commandline -opc)[2..-1]",
      "    if contains -- $word \(verbs)",
      "      echo $word",
      "      return",
      "    end",
      "  end",
      "  echo none",
      "end",
      "",
      "# No word but options stands behind the verb.",
      "function __reviewgate_needs_operand",
      "  set -l count 0",
      "  for word in (commandline -opc)[2..-1]",
      "    string match -q -- '-*' $word; or set count (math $count + 1)",
      "  end",
      "  test $count -eq 1",
      "end",
      "",
      "function __reviewgate_uses",
      "  contains -- (__reviewgate_verb) $argv",
      "end",
      "",
    ]
    for verb in Verb.allCases {
      lines.append(
        "complete -c reviewgate -n '__reviewgate_uses none' -a \(verb.rawValue) "
          + "-d \(verb.summary.shellQuoted)")
    }
    for verb in Verb.allCases where !verb.words.isEmpty {
      let words = verb.words.joined(separator: " ")
      lines.append(
        "complete -c reviewgate -f -n '__reviewgate_uses \(verb.rawValue); and "
          + "__reviewgate_needs_operand' -a '\(words)'")
    }
    let ids = "-a '(reviewgate rules list -q 2>/dev/null)'"
    lines.append("complete -c reviewgate -f -n '__reviewgate_uses explain' \(ids)")
    lines.append(
      "complete -c reviewgate -f -n '__reviewgate_uses rules; and "
        + "__fish_seen_subcommand_from show' \(ids)")
    for option in CommandOption.all { lines.append(line(for: option)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(for option: CommandOption) -> String {
    var users = Verb.allCases.filter { $0.options.contains(option.name) }.map(\.rawValue)
    // Without a verb the options are those of check.
    users.append("none")
    var line = "complete -c reviewgate -n '__reviewgate_uses \(users.joined(separator: " "))'"
    line += " -l \(option.name.rawValue)"
    if let short = option.short { line += " -s \(short)" }
    if option.placeholder != nil {
      switch option.completion {
      case .nothing: line += " -x"
      case .files: line += " -r -F"
      case .words(let words): line += " -x -a '\(words.joined(separator: " "))'"
      case .wordAndFile(let words):
        line += " -r -a '\(words.map { $0 + "=" }.joined(separator: " "))'"
      }
    }
    return line + " -d \(option.help.shellQuoted)"
  }
}
