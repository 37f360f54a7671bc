// fish completes options itself and stops at `--`; conditions say which belong to the verb.

enum FishCompletions {
  static var script: String {
    #"""
    # fish completions of reviewgate; written by `reviewgate completions fish`.

    # What stands before the cursor, as VERB:NUMBER:FIRST: the verb, the operands behind it by number,
    # and the first of them.
    function __reviewgate_before
      set -l words (commandline -opc)
      set -e words[1]
      set -l verb
      set -l operands
      set -l literal
      set -l option
      for word in $words
        if set -q option[1]
          set option
        else if set -q literal[1]
          set -a operands $word
        else if test "$word" = --
          set literal yes
        else if contains -- $word \#(CommandOption.withValues.joined(separator: " "))
          set option $word
        else if string match -q -- '-?*' $word
          continue
        else if not count $verb $operands >/dev/null; and contains -- $word $__reviewgate_verbs
          set verb $word
        else
          set -a operands $word
        end
      end
      if set -q literal[1]; and not set -q verb[1]
        set verb check
      end
      echo "$verb:"(count $operands)":$operands[1]"
    end

    set -g __reviewgate_verbs \#(Verb.allCases.map(\.rawValue).joined(separator: " "))

    # Whether the verb is one of these; without one it is check.
    function __reviewgate_verb
      set -l verb (__reviewgate_before | string replace -r ':.*' '')
      test -n "$verb"; or set verb check
      contains -- $verb $argv
    end

    # Whether this is offered as an operand.
    function __reviewgate_offers
      switch (__reviewgate_before)
    \#(operandCases)
      end
      return 1
    end

    # There are thousands of rules: first their folders, then what is in one.
    function __reviewgate_rules --argument-names typed
      if string match -q '*/*' -- $typed
        reviewgate rules list -q --only (string replace -r '/.*' '' -- $typed) 2>/dev/null
      else
        printf '%s\n' \#(RuleSelector.folders.map { $0 + "/" }.joined(separator: " "))
      end
    end

    # Categories, or ids once there is a slash; a comma goes before the next one.
    function __reviewgate_selectors
      set -l typed (commandline -ct | string replace -r '^--[a-z-]+=' '')
      set -l before (string match -r '^.*,' -- $typed)
      set -l last (string replace -r '^.*,' '' -- $typed)
      if string match -q '*/*' -- $last
        printf '%s\n' "$before"(__reviewgate_rules $last)
      else
        printf '%s\n' "$before"{\#(RuleSelector.folders.joined(separator: ","))}
      end
    end

    function __reviewgate_revisions
      set -l before (commandline -ct | string replace -r '^--diff=' '' | string match -r '^.*\.\.')
      printf '%s\n' "$before"{HEAD,(git for-each-ref --format='%(refname:short)' 2>/dev/null)}
    end

    complete -c reviewgate -f
    complete -c reviewgate -n '__reviewgate_offers files' -F
    complete -c reviewgate -n '__reviewgate_offers folders' -a '(__fish_complete_directories)'
    complete -c reviewgate -n '__reviewgate_offers rules' -a '(__reviewgate_rules (commandline -ct))'
    \#(verbLines)
    \#(wordLines)
    \#(CommandOption.all.map(line).joined(separator: "\n"))

    """#
  }

  private static var operandCases: String {
    OperandCase.all.map { entry in
      let kinds =
        switch entry.offer {
        case .words([]): "no"
        case .words(let words): name(of: words)
        case .files: "files"
        case .folders: "folders"
        case .rules: "rules"
        case .verbsAndFiles: "verbs files"
        }
      return """
            case '\(entry.pattern)'
              contains -- $argv[1] \(kinds)
              return
        """
    }.joined(separator: "\n")
  }

  private static var verbLines: String {
    Verb.allCases.map {
      "complete -c reviewgate -n '__reviewgate_offers verbs' -a \($0.rawValue) "
        + "-d \($0.summary.shellQuoted)"
    }.joined(separator: "\n")
  }

  private static var wordLines: String {
    OperandCase.all.compactMap { entry in
      guard case .words(let words) = entry.offer, !words.isEmpty else { return nil }
      return "complete -c reviewgate -n '__reviewgate_offers \(name(of: words))' "
        + "-a '\(words.joined(separator: " "))'"
    }.joined(separator: "\n")
  }

  /// What a list of words is called among the offers.
  private static func name(of words: [String]) -> String { words.joined(separator: "/") }

  private static func line(for option: CommandOption) -> String {
    let users = Verb.allCases.filter { $0.options.contains(option.name) }.map(\.rawValue)
    var line = "complete -c reviewgate -n '__reviewgate_verb \(users.joined(separator: " "))'"
    line += " -l \(option.name.rawValue)"
    if let short = option.short { line += " -s \(short)" }
    if option.placeholder != nil {
      switch option.completion {
      case .nothing: line += " -x"
      case .words(let words): line += " -x -a '\(words.joined(separator: " "))'"
      case .files: line += " -r -F"
      case .folders: line += " -x -a '(__fish_complete_directories)'"
      case .revisions: line += " -x -a '(__reviewgate_revisions)'"
      case .selectors: line += " -x -a '(__reviewgate_selectors)'"
      case .wordAndFile(let words):
        line += " -r -F -a '\(words.map { $0 + "=" }.joined(separator: " "))'"
      }
    }
    return line + " -d \(option.help.shellQuoted)"
  }
}
