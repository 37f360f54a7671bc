/// What the program can be told to do; the raw value is what is typed.
package enum Verb: String, Sendable, CaseIterable {
  case check, filter, batch, hook, mcp, rules, explain, licenses, completions, help

  /// What it does, as a phrase.
  var summary: String {
    switch self {
    case .check: "review files, folders, standard input or a change"
    case .filter: "let standard input through to standard output if it may pass"
    case .batch: "review records, one JSON object a line"
    case .hook: "be the hook of git or of a coding agent, or set it up"
    case .mcp: "serve review and explain to an agent, on standard input and output"
    case .rules: "list, show or test the rules"
    case .explain: "say what a rule or a finding is, and how to mend it"
    case .licenses: "make an index of code that must not be copied"
    case .completions: "print the completions of a shell"
    case .help: "show a verb's help, the manual page or the JSON report's schema"
    }
  }

  /// What may follow it, a line each.
  var usage: [String] {
    switch self {
    case .check:
      [
        "[check] [OPTION ...] [PATH ...]", "check -", "check --staged", "check --diff REV[..REV]",
      ]
    case .filter: ["filter [--mask] [OPTION ...] < IN > OUT"]
    case .batch: ["batch [OPTION ...] < RECORDS > REVIEWED"]
    case .hook: ["hook HOST [--install | --uninstall]"]
    case .mcp: ["mcp [OPTION ...]"]
    case .rules: ["rules list", "rules show ID", "rules test [PATH ...]"]
    case .explain: ["explain RULE", "explain FINGERPRINT [PATH ... | --staged | --diff REV]"]
    case .licenses: ["licenses index FOLDER ... --license ID --output FILE"]
    case .completions: ["completions " + Shell.allCases.map(\.rawValue).joined(separator: "|")]
    case .help: ["help [VERB | report-schema | man]"]
    }
  }

  /// Its options, by name; help pages order them by ``CommandOption/all``.
  var options: Set<OptionName> {
    switch self {
    case .check:
      Set(OptionName.allCases).subtracting([
        .license, .project, .background, .output, .mask, .keepForm, .field, .nameField,
        .install, .uninstall,
      ])
    case .filter:
      Self.reviewing.union([.name, .mask, .keepForm, .report, .color, .verbose])
    case .batch: Self.reviewing.union([.field, .nameField])
    case .mcp: Self.reviewing.subtracting([.allowEmpty, .failOn, .quiet, .noProgress, .stats])
    case .hook:
      Self.reviewing.subtracting([.allowEmpty]).union([
        .install, .uninstall, .exclude, .format, .report, .color, .verbose,
      ])
    case .rules: [.rules, .only, .skip, .color, .quiet, .verbose, .help, .version]
    case .explain:
      [
        .staged, .diff, .exclude, .noIgnore, .rules, .policy, .preset, .noPolicy, .color,
        .noProgress, .help, .version,
      ]
    case .licenses:
      [.license, .project, .background, .output, .exclude, .noIgnore, .help, .version]
    case .completions, .help: [.help, .version]
    }
  }

  /// The options of all verbs that review.
  private static let reviewing: Set<OptionName> = [
    .allowEmpty, .rules, .only, .skip, .policy, .preset, .noPolicy, .failOn, .quiet, .noProgress,
    .stats, .jobs, .maxFileSize, .timeout, .help, .version,
  ]

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
    case .filter:
      [
        """
        Reads standard input to its end and reviews it. If it passes it goes to standard output, \
        byte for byte; if it does not, nothing does. What was found goes to standard error.
        """,
        """
        With --mask, secrets, passwords and personal identifiers are replaced first: a card number \
        by its last four digits, everything else by its kind, such as [email-address]. The verdict \
        is that of the masked text.
        """,
        """
        An input of more than some megabytes waits for its verdict in TMPDIR or /tmp, in a file \
        without a name that is gone when the program ends.
        """,
      ]
    case .batch:
      [
        """
        Reads one JSON object a line, such as {"name": "app.py", "text": "x = 1"}, and writes the \
        same object with one more member, review: its report, as --format json has it. The order \
        stays. All cores work; a slow reader slows the reading.
        """,
        """
        A line that is no record is answered too: with error, line, record and a review that is not \
        complete. The review of a record that brings one along is replaced.
        """,
        """
        With --quiet a review is short: the verdict and what was found where. --timeout is for each \
        record, --max-file-size for each line. The exit status is that of the worst record; under \
        --fail-on never it is 0, unless a record could not be reviewed.
        """,
      ]
    case .hook:
      [
        """
        HOST is \(HookHost.words.inWords(last: "or")). git reviews what is staged, as check --staged does; --install has git ask it before each commit \
        and merge, wherever git looks for hooks, and keeps a hook that is there. Under pre-commit \
        (pre-commit.com) it reviews the range that is named, or all files where nothing is staged.
        """,
        """
        The others are coding agents. Their hook reads what the agent would write, run or say on \
        standard input and answers as the agent expects it: nothing if it may pass, a question or a word \
        to the agent if a person must look, and a denial with reasons and fixes if it must not pass. \
        What was not reviewed within 20 seconds is denied, too. The policy is that of the last commit.
        """,
        """
        --install shows and writes the agent's settings in this project; what else stands there is kept.
        """,
      ]
    case .mcp:
      [
        """
        Speaks the Model Context Protocol, revisions 2024-11-05 to 2026-07-28. The tool review takes \
        content and a name and answers with the findings and the JSON report; explain tells of a rule. \
        It ends with its input. --timeout is for each review.
        """
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
      [
        "RULE is an id as reports show it, such as secrets/github-token.",
        """
        FINGERPRINT is the beginning of a finding's, as --verbose and the JSON report show it, six digits \
        at least. The paths are reviewed again (without one, the current folder), and what is found \
        under it is told in full.
        """,
      ]
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
        """
        Prints a script that completes verbs, options, their values, ids of rules and paths. bash \
        reads it in ~/.bashrc; zsh from a file named _reviewgate in a folder of $fpath, before \
        compinit runs; fish from a file in its folder of completions.
        """
      ]
    case .help:
      [
        "report-schema prints the JSON Schema (draft 2020-12) of --format json.",
        "man prints the manual page, for man to read or for a folder man1 of the manual.",
      ]
    }
  }

  /// What may be typed as its first operand; empty if that is no fixed word.
  var words: [String] {
    switch self {
    case .check, .filter, .batch, .mcp, .explain: []
    case .hook: HookHost.words
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
  static let verbs = ["baseline", "waivers", "audit"]
  /// By their long names; all of them take a value.
  static let options = ["baseline"]

  static func message(_ name: String) -> String { "\(name) is not part of this version yet" }
}
