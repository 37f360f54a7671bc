import Reporting

// The script keeps to what bash 3.2 (macOS) has; there `compopt` is missing, and a file may be
// offered where nothing fits. It asks `reviewgate rules list -q` for rule ids.

enum BashCompletions {
  static var script: String {
    #"""
    # bash completions of reviewgate; written by `reviewgate completions bash`.

    # Offers those of the given words that begin with $value.
    _reviewgate_words() {
      local IFS=$' \t\n'
      COMPREPLY=($(compgen -P "$prefix" -W "$1" -- "$value"))
    }

    # readline completes files and folders itself where there is no reply: it knows how to quote them.
    _reviewgate_files() { compopt -o default 2>/dev/null; }
    _reviewgate_folders() { compopt -o dirnames 2>/dev/null; }

    # There are thousands of rules: first their folders, then what is in one.
    _reviewgate_rules() {
      if [[ $value == */* ]]; then
        _reviewgate_words "$(reviewgate rules list -q --only "${value%%/*}" 2>/dev/null)"
      else
        compopt -o nospace 2>/dev/null
        _reviewgate_words '\#(RuleSelector.folders.map { $0 + "/" }.joined(separator: " "))'
      fi
    }

    # Categories, or ids once there is a slash; a comma goes before the next one.
    _reviewgate_selectors() {
      if [[ $value == *,* ]]; then
        prefix+=${value%,*},
        value=${value##*,}
      fi
      if [[ $value == */* ]]; then
        _reviewgate_rules
      else
        _reviewgate_words '\#(RuleSelector.folders.joined(separator: " "))'
      fi
    }

    _reviewgate_revisions() {
      if [[ $value == *..* ]]; then
        prefix+=${value%..*}..
        value=${value##*..}
      fi
      _reviewgate_words "HEAD $(git for-each-ref --format='%(refname:short)' 2>/dev/null)"
    }

    # A format, then a file; no space comes between.
    _reviewgate_reports() {
      if [[ $value == *=* ]]; then
        _reviewgate_files
      else
        compopt -o nospace 2>/dev/null
        _reviewgate_words "$1"
      fi
    }

    # Verbs, and files beside them. A word with quotes is none of ours.
    _reviewgate_verbs_and_files() {
      local verbs file IFS=$'\n'
      _reviewgate_words '\#(Verb.allCases.map(\.rawValue).joined(separator: " "))'
      if (( ${#COMPREPLY[@]} == 0 )); then
        _reviewgate_files
        return
      fi
      for file in $(compgen -f -- "$value"); do
        if [[ -d $file ]]; then file+=/; fi
        COMPREPLY+=("$(printf %q "$file")")
      done
    }

    _reviewgate() {
      local -a words operands
      local word option= verb= literal= prefix= value i
      COMPREPLY=()

      # bash takes words apart at the equals sign, unless it is told not to.
      words=()
      for (( i = 1; i <= COMP_CWORD; i++ )); do
        word=${COMP_WORDS[i]}
        if (( i > 1 )) && [[ $COMP_WORDBREAKS == *=* && ( $word == = || ${COMP_WORDS[i-1]} == = ) ]]
        then
          words[${#words[@]}-1]+=$word
        else
          words+=("$word")
        fi
      done
      value=${words[${#words[@]}-1]}

      # What stands before: the verb, its operands, and an option that waits for its value.
      operands=()
      for (( i = 0; i < ${#words[@]} - 1; i++ )); do
        word=${words[i]}
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
            if [[ -z $verb && ${#operands[@]} == 0 ]]; then
              case $literal$word in
                \#(Verb.allCases.map(\.rawValue).joined(separator: "|"))) verb=$word; continue ;;
              esac
            fi
            operands+=("$word")
            ;;
        esac
      done
      if [[ -z $verb && -n $literal ]]; then verb=check; fi

      if [[ -z $option && -z $literal && $value == --*=* ]]; then
        option=${value%%=*}
        if [[ $COMP_WORDBREAKS != *=* ]]; then prefix=$option=; fi
        value=${value#*=}
      fi
      case $option in
    \#(valueCases)
        ?*) return ;;
      esac

      if [[ -z $literal && $value == -* ]]; then
        case ${verb:-check} in
    \#(optionCases)
        esac
        return
      fi

      case $verb:${#operands[@]}:${operands[0]-} in
    \#(operandCases)
      esac
    }

    if type compopt >/dev/null 2>&1; then
      complete -F _reviewgate reviewgate
    else
      complete -o default -F _reviewgate reviewgate
    fi

    """#
  }

  /// The pattern of a `case` for the options that take a value, a few of them a line.
  static func valueOptions(at indent: Int) -> String {
    let lines = CommandOption.withValues.joined(separator: " ").wrapped(to: 80)
    return lines.enumerated().map { index, line in
      let words = line.split(separator: " ").joined(separator: "|")
      return String(repeating: " ", count: indent) + words
        + (index == lines.count - 1 ? ")" : #"|\"#)
    }.joined(separator: "\n")
  }

  private static var valueCases: String {
    CommandOption.all.compactMap { option in
      let call: String
      switch option.completion {
      case .nothing: return nil
      case .words(let words): call = offer(words)
      case .files: call = "_reviewgate_files"
      case .folders: call = "_reviewgate_folders"
      case .revisions: call = "_reviewgate_revisions"
      case .selectors: call = "_reviewgate_selectors"
      case .wordAndFile(let words):
        call = "_reviewgate_reports '\(words.map { $0 + "=" }.joined(separator: " "))'"
      }
      return "    \(option.name.typed)) \(call); return ;;"
    }.joined(separator: "\n")
  }

  private static var optionCases: String {
    Verb.allCases.map { verb in
      let words = CommandOption.all.filter { verb.options.contains($0.name) }.flatMap(\.spellings)
      return "      \(verb.rawValue)) \(offer(words)) ;;"
    }.joined(separator: "\n")
  }

  private static var operandCases: String {
    OperandCase.all.map { entry in
      let call =
        switch entry.offer {
        case .words(let words): offer(words)
        case .files: "_reviewgate_files"
        case .folders: "_reviewgate_folders"
        case .rules: "_reviewgate_rules"
        case .verbsAndFiles: "_reviewgate_verbs_and_files"
        }
      return "    \(entry.pattern)) \(call) ;;"
    }.joined(separator: "\n")
  }

  private static func offer(_ words: [String]) -> String {
    "_reviewgate_words '\(words.joined(separator: " "))'"
  }
}
