// The script keeps to what bash 3.2 (macOS) has. It asks `reviewgate rules list -q` for rule ids.

enum BashCompletions {
  static var script: String {
    #"""
    # bash completions of reviewgate; written by `reviewgate completions bash`.

    _reviewgate() {
      local current=${COMP_WORDS[COMP_CWORD]} previous= verb=check word i words
      COMPREPLY=()
      # bash takes --option=value apart at the equals sign.
      if [[ $current == = ]]; then
        current=
        previous=${COMP_WORDS[COMP_CWORD-1]}
      elif (( COMP_CWORD > 2 )) && [[ ${COMP_WORDS[COMP_CWORD-1]} == = ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
      elif (( COMP_CWORD > 0 )); then
        previous=${COMP_WORDS[COMP_CWORD-1]}
      fi
      for (( i = 1; i < COMP_CWORD; i++ )); do
        word=${COMP_WORDS[i]}
        case $word in
    \#(indent(Verb.allCases.map(\.rawValue).joined(separator: "|") + ") verb=$word; break ;;", 6))
        esac
      done

      case $previous in
    \#(valueCases)
      esac

      if [[ $current == -* ]]; then
        case $verb in
    \#(optionCases)
        esac
        COMPREPLY=($(compgen -W "$words" -- "$current"))
        return
      fi

      case $verb:$previous in
    \#(operandCases)
      esac
      COMPREPLY=($(compgen -f -- "$current"))
      if (( COMP_CWORD == 1 )); then
        COMPREPLY+=($(compgen -W '\#(Verb.allCases.map(\.rawValue).joined(separator: " "))' -- "$current"))
      fi
    }

    complete -o filenames -F _reviewgate reviewgate

    """#
  }

  private static var valueCases: String {
    CommandOption.all.compactMap { option in
      guard option.placeholder != nil else { return nil }
      let reply: String
      switch option.completion {
      case .nothing: reply = "return"
      case .files: reply = #"COMPREPLY=($(compgen -f -- "$current")); return"#
      case .words(let words): reply = offer(words) + "; return"
      case .wordAndFile(let words):
        // Without the space after it, so that the file can follow.
        reply = offer(words.map { $0 + "=" }) + "; compopt -o nospace 2>/dev/null; return"
      }
      return indent("\(option.name.typed)) \(reply) ;;", 4)
    }.joined(separator: "\n")
  }

  private static var optionCases: String {
    Verb.allCases.map { verb in
      let words = CommandOption.all.filter { verb.options.contains($0.name) }.flatMap { option in
        [option.name.typed] + (option.short.map { ["-\($0)"] } ?? [])
      }
      return indent("\(verb.rawValue)) words='\(words.joined(separator: " "))' ;;", 6)
    }.joined(separator: "\n")
  }

  private static var operandCases: String {
    var cases = Verb.allCases.compactMap { verb -> String? in
      guard !verb.words.isEmpty else { return nil }
      return "\(verb.rawValue):\(verb.rawValue)) \(offer(verb.words)); return ;;"
    }
    let ids = #"$(reviewgate rules list -q 2>/dev/null)"#
    cases.append(
      #"explain:*|rules:show) COMPREPLY=($(compgen -W ""# + ids
        + #"" -- "$current")); return ;;"#)
    cases.append("rules:list|completions:*|help:*|filter:*|batch:*|hook:*|mcp:*) return ;;")
    return cases.map { indent($0, 4) }.joined(separator: "\n")
  }

  private static func offer(_ words: [String]) -> String {
    "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$current\"))"
  }

  private static func indent(_ text: String, _ columns: Int) -> String {
    String(repeating: " ", count: columns) + text
  }
}
