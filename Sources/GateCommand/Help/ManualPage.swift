import Reporting
import ReviewGate

// In the `man` macros that every system's `man` reads (man(7)); fonts as man-pages(7) has them.

/// The manual page, written from `Verb`, `CommandOption.all` and what other pages are written from.
enum ManualPage {
  static var text: String {
    let title = ManualText.quoted("reviewgate \(ProgramVersion.current)")
    let page =
      [
        ".\\\" Written by reviewgate help man.",
        ".TH REVIEWGATE 1 \"\" \(title) \"User Commands\"",
        // Words are not hyphenated, nor lines drawn out: options would be torn apart.
        ".nh", ".ad l",
        ".SH NAME", ManualText.prose("reviewgate - \(HelpPage.purpose)"),
      ] + synopsis
      + [".SH DESCRIPTION", ManualText.prose("reviewgate " + HelpPage.introduction)]
      + [".PP", ManualText.prose(verdicts)]
      + [".SH VERBS"] + Verb.allCases.flatMap(description)
      + [".SH OPTIONS"] + CommandOption.Section.allCases.flatMap(options)
      + [".SH REPORT FORMATS"]
      + ReportFormat.allCases.flatMap {
        entry(ManualText.bold($0.rawValue), $0.summary.filter { $0 != "`" })
      }
      + [".SH EXIT STATUS", ManualText.prose(statuses)]
      + ExitStatus.allCases.flatMap { entry(ManualText.bold("\($0.rawValue)"), $0.help) }
      + [".SH FILES"] + files + [".SH ENVIRONMENT"] + environment
      + [".SH EXAMPLES"] + Verb.allCases.flatMap(\.examples).flatMap(example).dropFirst()
      + [".SH SEE ALSO"] + [".BR git (1),", ".BR githooks (5),", ".BR jq (1)"]
    return page.map { $0 + "\n" }.joined()
  }

  private static let verdicts = """
    approve: nothing was found, or notes only. flag: a person must look before it is used. block: it \
    must not pass. What was not reviewed is never approved. The reviewed text has no say in its own \
    review: comments in it that switch tools off change nothing. No report shows a secret, a password \
    or a personal identifier.
    """

  private static let statuses = """
    Of check, filter and batch. A hook ends as its host expects it; the other verbs end with 0, or \
    with 2 if they could not do what was asked for.
    """

  private static var synopsis: [String] {
    [".SH SYNOPSIS"]
      + Verb.allCases.flatMap(\.usage).flatMap {
        [ManualText.bold("reviewgate") + " " + ManualText.form($0), ".br"]
      }.dropLast()
  }

  private static func description(of verb: Verb) -> [String] {
    let summary = verb.summary.prefix(1).uppercased() + verb.summary.dropFirst() + "."
    var lines = [".SS " + verb.rawValue, ManualText.prose(summary)]
    for detail in verb.details { lines += [".PP", ManualText.prose(detail)] }
    let own = CommandOption.all.filter { verb.options.contains($0.name) && $0.section != .other }
    if verb != .check, !own.isEmpty {
      let names = own.map(\.name.typed).joined(separator: ", ")
      lines += [".PP", ManualText.prose("Options: \(names).")]
    }
    return lines
  }

  private static func options(in section: CommandOption.Section) -> [String] {
    let options = CommandOption.all.filter { $0.section == section }
    return options.isEmpty
      ? [] : [".SS " + ManualText.quoted(section.rawValue)] + options.flatMap(entry)
  }

  private static func entry(of option: CommandOption) -> [String] {
    var head = option.short.map { ManualText.bold("-\($0)") + ", " } ?? ""
    head += ManualText.bold(option.name.typed)
    if let placeholder = option.placeholder { head += " " + ManualText.form(placeholder) }
    let verbs = Verb.allCases.filter { $0.options.contains(option.name) }
    let others =
      verbs.contains(.check)
      ? "" : "; only with \(verbs.map(\.rawValue).inWords(last: "and"))"
    return entry(head, option.help + others)
  }

  /// A tagged paragraph; the tag is marked up already.
  private static func entry(_ tag: String, _ meaning: String) -> [String] {
    [".TP", tag, ManualText.prose(meaning)]
  }

  private static var files: [String] {
    entry(
      ManualText.italic(PolicyLoading.fileName),
      """
      The policy, at the root of the repository or else in the current folder: what is blocked, \
      flagged or approved, where, and which rules, licenses and limits there are.
      """)
      + entry(
        ManualText.italic(".gitignore"), "What it leaves out is not reviewed, unless it is named.")
  }

  private static var environment: [String] {
    entry(ManualText.bold("NO_COLOR"), "If it is set and not empty, nothing is colored.")
      + entry(ManualText.bold("TERM"), "On a dumb terminal there is neither color nor progress.")
      + entry(
        ManualText.bold("LC_ALL") + ", " + ManualText.bold("LC_CTYPE") + ", "
          + ManualText.bold("LANG"),
        """
        The first of them that is not empty says whether the terminal shows UTF-8; one that does not \
        gets ASCII.
        """)
      + entry(
        ManualText.bold("TMPDIR"), "Where filter keeps a long input until its verdict is known.")
  }

  private static func example(_ example: CommandExample) -> [String] {
    let meaning = example.meaning.prefix(1).uppercased() + example.meaning.dropFirst() + ":"
    return [
      ".PP", ManualText.prose(meaning), ".PP", ".RS 4", ".nf", ManualText.bold(example.command),
      ".fi", ".RE",
    ]
  }
}
