import Reporting

// One `_arguments` call a verb; the verb is looked for among the words already typed.

enum ZshCompletions {
  static var script: String {
    #"""
    #compdef reviewgate
    # zsh completions of reviewgate; written by `reviewgate completions zsh`.

    _reviewgate_rules() {
      local -a ids
      ids=(${(f)"$(reviewgate rules list -q 2>/dev/null)"})
      compadd -a ids
    }

    _reviewgate_reports() {
      if compset -P '*='; then
        _files
      else
        compadd -S '=' -- \#(ReportFormat.allCases.map(\.rawValue).joined(separator: " "))
      fi
    }

    _reviewgate_verbs() {
      local -a verbs
      verbs=(
    \#(Verb.allCases.map { "    \(described($0.rawValue, $0.summary))" }.joined(separator: "\n"))
      )
      _describe -t verbs 'verb' verbs
    }

    _reviewgate_first() {
      _alternative 'verbs:verb:_reviewgate_verbs' 'files:path:_files'
    }

    _reviewgate() {
      local verb= word
      for word in ${words[2,CURRENT-1]}; do
        case $word in
          \#(Verb.allCases.map(\.rawValue).joined(separator: "|"))) verb=$word; break ;;
        esac
      done
      case $verb in
    \#(Verb.allCases.map(verbCase).joined(separator: "\n"))
        *)
          _arguments -s -S \
    \#(options(of: .check))
            '1:path:_reviewgate_first' '*:path:_files'
          ;;
      esac
    }

    if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
      _reviewgate "$@"
    else
      compdef _reviewgate reviewgate
    fi

    """#
  }

  private static func verbCase(_ verb: Verb) -> String {
    """
        \(verb.rawValue))
          _arguments -s -S \\
    \(options(of: verb))
            \(operands(of: verb))
          ;;
    """
  }

  // The verb itself is the first operand of `_arguments`.
  private static func operands(of verb: Verb) -> String {
    switch verb {
    case .check: "'*:path:_files'"
    case .filter, .batch, .mcp: "'1:verb:'"
    case .explain: "'1:verb:' '2:rule:_reviewgate_rules'"
    case .rules:
      "'1:verb:' '2:what:(\(verb.words.joined(separator: " ")))' "
        + "'*:: : if [[ ${words[(r)show]} == show ]]; then _reviewgate_rules; else _files; fi'"
    case .licenses:
      "'1:verb:' '2:what:(\(verb.words.joined(separator: " ")))' '*:folder:_files -/'"
    case .hook, .completions, .help: "'1:verb:' '2:what:(\(verb.words.joined(separator: " ")))'"
    }
  }

  private static func options(of verb: Verb) -> String {
    CommandOption.all.filter { verb.options.contains($0.name) }.flatMap(lines)
      .map { "        \($0) \\" }.joined(separator: "\n")
  }

  private static func lines(for option: CommandOption) -> [String] {
    let help = "[\(escaped(option.help))]"
    guard let placeholder = option.placeholder else {
      let names = [option.name.typed] + (option.short.map { ["-\($0)"] } ?? [])
      return names.map { "'*\($0)\(help)'" }
    }
    let action: String
    switch option.completion {
    case .nothing: action = " "
    case .files: action = "_files"
    case .words(let words): action = "(\(words.joined(separator: " ")))"
    case .wordAndFile: action = "_reviewgate_reports"
    }
    return ["'*\(option.name.typed)=\(help):\(escaped(placeholder)):\(action)'"]
  }

  private static func described(_ name: String, _ summary: String) -> String {
    "'\(name):\(escaped(summary))'"
  }

  /// For a description between single quotes, brackets and colons.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "[", "]", ":": result += "\\" + String(character)
      case "'": result += #"'\''"#
      default: result.append(character)
      }
    }
    return result
  }
}
