/// What the program can be told to do; the raw value is what is typed.
package enum Verb: String, Sendable, CaseIterable {
  case check, rules, explain, licenses, completions, help

  /// What it does, as a phrase.
  var summary: String {
    switch self {
    case .check: "review files, folders, standard input or a change"
    case .rules: "list, show or test the rules"
    case .explain: "say what a rule finds and how to mend it"
    case .licenses: "make an index of code that must not be copied"
    case .completions: "print the completions of a shell"
    case .help: "show a verb's help, or the schema of JSON reports"
    }
  }

  /// What may follow it, a line each.
  var usage: [String] {
    switch self {
    case .check:
      [
        "[check] [OPTION ...] [PATH ...]", "check -", "check --staged", "check --diff REV[..REV]",
      ]
    case .rules: ["rules list", "rules show ID", "rules test [PATH ...]"]
    case .explain: ["explain RULE"]
    case .licenses: ["licenses index FOLDER ... --license ID --output FILE"]
    case .completions: ["completions " + Shell.allCases.map(\.rawValue).joined(separator: "|")]
    case .help: ["help [VERB | report-schema]"]
    }
  }

  /// Its options, by name; help pages order them by ``CommandOption/all``.
  var options: Set<OptionName> {
    switch self {
    case .check:
      Set(OptionName.allCases).subtracting([.license, .project, .background, .output])
    case .rules: [.rules, .only, .skip, .color, .quiet, .verbose, .help, .version]
    case .explain: [.rules, .color, .help, .version]
    case .licenses:
      [.license, .project, .background, .output, .exclude, .noIgnore, .help, .version]
    case .completions, .help: [.help, .version]
    }
  }

  /// The paragraphs of its help page.
  var details: [String] {
    switch self {
    case .check:
      [
        """
        Reviews every PATH, folders whole: hidden files too, but not .git nor what git would \
        ignore. A file that is named outright is always reviewed. Without a PATH, standard \
        input is reviewed if it is a pipe or a file; - names it among others.
        """,
        """
        check is the default verb and may be left out, unless the first PATH has the name of a \
        verb. -- ends the options. Of an option that is given twice and takes one value, the \
        last counts.
        """,
        """
        The report goes to standard output, everything else to standard error. No report shows \
        a secret, a password or a personal identifier.
        """,
      ]
    case .rules:
      [
        "list names every rule there is; with --quiet the ids alone.",
        "show prints a rule as it is written, with its examples.",
        """
        test tries every rule on its own examples: the built-in rules, or the rule files and \
        folders that are named. It reports every fault with file, line and column, and exits 2 \
        if there is one.
        """,
      ]
    case .explain:
      ["RULE is an id as reports show it, such as secrets/github-token."]
    case .licenses:
      [
        """
        index writes fingerprints of the source files below each FOLDER to a file: hashes of runs \
        of tokens without their names and layout, and the names of the files. A copy is found when \
        it is renamed and reformatted; nothing of the text can be read back.
        """,
        """
        The policy names the indexes that a review uses: indexes = ["FILE"] under [licenses]. A \
        finding names project, file and share. A file that states its own license in its head is \
        indexed under that one.
        """,
      ]
    case .completions:
      [
        "For bash: source <(reviewgate completions bash) in ~/.bashrc.",
        """
        For zsh: reviewgate completions zsh > DIR/_reviewgate, where DIR is a folder of \
        $fpath, before compinit runs.
        """,
        "For fish: reviewgate completions fish > ~/.config/fish/completions/reviewgate.fish.",
      ]
    case .help:
      ["report-schema prints the JSON Schema (draft 2020-12) of --format json."]
    }
  }

  /// What may be typed as its first operand; empty if that is no fixed word.
  var words: [String] {
    switch self {
    case .check, .explain: []
    case .rules: RulesAction.words
    case .licenses: LicensesOptions.words
    case .completions: Shell.allCases.map(\.rawValue)
    case .help: HelpTopic.words
    }
  }
}

/// What the contract of the command line names and this version does not have: never listed in
/// help, never ignored in silence.
enum Later {
  static let verbs = ["filter", "batch", "hook", "mcp", "baseline", "waivers", "audit"]
  /// By their long names; all of them take a value.
  static let options = ["baseline"]
  static let formats = ["sarif", "github", "gitlab", "junit"]

  static func message(_ name: String) -> String { "\(name) is not part of this version yet" }
}
