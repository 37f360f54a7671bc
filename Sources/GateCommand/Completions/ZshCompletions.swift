import Reporting

// `_arguments` completes options, by verb; operands are completed as in the other shells
// (`OperandCase`). Both look for the verb among the words already typed.

enum ZshCompletions {
  static var script: String {
    #"""
    #compdef reviewgate
    # zsh completions of reviewgate; written by `reviewgate completions zsh`.

    # There are thousands of rules: first their folders, then what is in one.
    _reviewgate_rules() {
      local -a ids
      if [[ $PREFIX == */* ]]; then
        ids=(${(f)"$(_call_program rules reviewgate rules list -q --only ${(q)PREFIX%%/*} 2>/dev/null)"})
        compadd "$@" -a ids
      else
        compadd -S / -- \#(RuleSelector.folders.joined(separator: " "))
      fi
    }

    # Categories, or ids once there is a slash; a comma goes before the next one.
    _reviewgate_selectors() {
      compset -P '*,'
      if [[ $PREFIX == */* ]]; then
        _reviewgate_rules -q -S ,
      else
        compadd -q -S , -- \#(RuleSelector.folders.joined(separator: " "))
      fi
    }

    _reviewgate_revisions() {
      local -a names
      names=(HEAD ${(f)"$(_call_program refs git for-each-ref --format='%\(refname:short\)' 2>/dev/null)"})
      compset -P '*..'
      compadd -a names
    }

    # A format, then a file.
    _reviewgate_reports() {
      if compset -P 1 '*='; then
        _files
      else
        compadd -S = -- \#(ReportFormat.allCases.map(\.rawValue).joined(separator: " "))
      fi
    }

    _reviewgate_verbs() {
      local -a verbs
      verbs=(
    \#(Verb.allCases.map { "    " + described($0) }.joined(separator: "\n"))
      )
      _describe -t verbs verb verbs
    }

    _reviewgate_operand() {
      case $verb:$#operands:$operands[1] in
    \#(operandCases)
        *) _message 'no more operands' ;;
      esac
    }

    _reviewgate() {
      local word option= verb= literal=
      local -a operands

      # What stands before: the verb, its operands, and an option that waits for its value.
      for word in ${words[2,CURRENT-1]}; do
        if [[ -n $option ]]; then
          option=
          continue
        fi
        case $literal$word in
          --) literal=literal: ;;
    \#(BashCompletions.valueOptions(at: 6))
            option=$word ;;
          -?*) ;;
          *)
            if [[ -z $verb && $#operands -eq 0 ]]; then
              case $literal$word in
                \#(Verb.allCases.map(\.rawValue).joined(separator: "|"))) verb=$word; continue ;;
              esac
            fi
            operands+=$word
            ;;
        esac
      done
      if [[ -z $verb && -n $literal ]]; then verb=check; fi

      case ${verb:-check} in
    \#(Verb.allCases.map(verbCase).joined(separator: "\n"))
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
    let options = CommandOption.all.filter { verb.options.contains($0.name) }.flatMap(lines)
    return """
          \(verb.rawValue))
            _arguments -s -S \\
      \(options.map { "        \($0) \\" }.joined(separator: "\n"))
              '*: :_reviewgate_operand'
            ;;
      """
  }

  private static var operandCases: String {
    OperandCase.all.map { entry in
      let call =
        switch entry.offer {
        case .words([]): "_message 'no more operands'"
        case .words(let words): "compadd -- \(words.joined(separator: " "))"
        case .files: "_files"
        case .folders: "_files -/"
        case .rules: "_reviewgate_rules"
        case .verbsAndFiles: "_alternative 'verbs:verb:_reviewgate_verbs' 'files:path:_files'"
        }
      return "    \(entry.pattern)) \(call) ;;"
    }.joined(separator: "\n")
  }

  private static func lines(for option: CommandOption) -> [String] {
    let help = "[\(escaped(option.help))]"
    guard let placeholder = option.placeholder else {
      return option.spellings.map { "'*\($0)\(help)'" }
    }
    let action =
      switch option.completion {
      case .nothing: " "
      case .words(let words): "(\(words.joined(separator: " ")))"
      case .files: "_files"
      case .folders: "_files -/"
      case .revisions: "_reviewgate_revisions"
      case .selectors: "_reviewgate_selectors"
      case .wordAndFile: "_reviewgate_reports"
      }
    return ["'*\(option.name.typed)=\(help):\(escaped(placeholder)):\(action)'"]
  }

  private static func described(_ verb: Verb) -> String {
    "'\(verb.rawValue):\(escaped(verb.summary))'"
  }

  /// For a description between single quotes, brackets and colons.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "[", "]", ":", "\\": result += "\\" + String(character)
      case "'": result += #"'\''"#
      default: result.append(character)
      }
    }
    return result
  }
}
