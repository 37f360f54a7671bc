import Gate
import Reporting

/// An option as its reader sees it: parser, help pages and completions are derived from ``all``.
struct CommandOption: Sendable {
  let name: OptionName
  /// The letter that is typed after a single hyphen.
  let short: Character?
  /// What stands for the value in help; nil if the option takes none.
  let placeholder: String?
  let completion: Completion
  let section: Section
  /// Listed on the overview, not only on the page of its verb.
  let isCommon: Bool
  /// What it does, as a phrase without a full stop at its end.
  let help: String

  /// The headings of a help page, in their order.
  enum Section: String, Sendable, CaseIterable {
    case inputs = "What is reviewed"
    case rules = "Rules and policy"
    case report = "The report"
    case limits = "Limits"
    case hook = "The hook"
    case index = "The index"
    case other = "Other"
  }

  /// What a shell may offer as the value.
  enum Completion: Sendable {
    case nothing
    case words([String])
    case files, folders
    /// What git calls commits: branches and tags.
    case revisions
    /// Categories and ids of rules, between commas.
    case selectors
    /// Words before a `=`, then a file.
    case wordAndFile([String])
  }

  init(
    _ name: OptionName, short: Character? = nil, _ placeholder: String? = nil,
    completion: Completion = .nothing, in section: Section, isCommon: Bool = false, _ help: String
  ) {
    self.name = name
    self.short = short
    self.placeholder = placeholder
    self.completion = completion
    self.section = section
    self.isCommon = isCommon
    self.help = help
  }

  /// In the order of help pages.
  static let all: [CommandOption] = [
    CommandOption(
      .staged, in: .inputs, isCommon: true,
      "review what git has staged: the added lines of the index, not the work tree"),
    CommandOption(
      .diff, "REV[..REV]", completion: .revisions, in: .inputs, isCommon: true,
      "review the lines that were added since REV, or between two; - reads a unified diff from standard input"
    ),
    CommandOption(
      .name, "NAME", completion: .files, in: .inputs, isCommon: true,
      "what standard input is called; its language follows from it (app.py, reply.md)"),
    CommandOption(
      .exclude, "GLOB", in: .inputs, "leave out paths that match, such as 'vendor/**'; repeatable"),
    CommandOption(.noIgnore, in: .inputs, "also review what .gitignore leaves out"),
    CommandOption(
      .field, "NAME", in: .inputs,
      "the member of a record that holds its text (the default is text)"),
    CommandOption(
      .nameField, "NAME", in: .inputs,
      "the member that holds what the text is called, such as app.py (the default is name)"),
    CommandOption(
      .mask, in: .inputs,
      "replace secrets, passwords and personal identifiers by their kind; the verdict is that of the rest"
    ),
    CommandOption(
      .keepForm, in: .inputs,
      "with --mask: put in values of the same form and length that mean nothing"),
    CommandOption(.allowEmpty, in: .inputs, "an empty standard input is no error"),

    CommandOption(
      .rules, "PATH", completion: .files, in: .rules,
      "more rules: a file or a folder of them; repeatable"),
    CommandOption(
      .only, "X", completion: .selectors, in: .rules,
      "use these rules alone: categories, ids or globs of ids (secrets/*), comma-separated; repeatable"
    ),
    CommandOption(
      .skip, "X", completion: .selectors, in: .rules,
      "leave these rules out; like --only"),
    CommandOption(
      .policy, "FILE", completion: .files, in: .rules,
      "the policy that decides, instead of the .reviewgate.toml that is found"),
    CommandOption(
      .preset, "NAME", completion: .words(Policy.Preset.allCases.map(\.rawValue)), in: .rules,
      "the ready-made policy to start from, which .reviewgate.toml changes: "
        + Policy.Preset.allCases.map(\.rawValue).inWords(last: "or")),
    CommandOption(.noPolicy, in: .rules, "read no policy file: the default decides"),
    CommandOption(
      .failOn, "LEVEL", completion: .words(Policy.FailureLevel.allCases.map(\.rawValue)),
      in: .rules,
      isCommon: true,
      "the mildest verdict that ends with another exit status than 0: block (the default), flag or never"
    ),

    CommandOption(
      .format, "F", completion: .words(ReportFormat.allCases.map(\.rawValue)), in: .report,
      isCommon: true,
      "what is written to standard output: "
        + ReportFormat.allCases.map(\.rawValue).inWords(last: "or") + " (the default is text)"),
    CommandOption(
      .report, "F=FILE", completion: .wordAndFile(ReportFormat.allCases.map(\.rawValue)),
      in: .report,
      "write the report to FILE as well, in format F; repeatable"),
    CommandOption(
      .color, "WHEN", completion: .words(ColorChoice.allCases.map(\.rawValue)), in: .report,
      "auto (the default), always or never; auto obeys NO_COLOR"),
    CommandOption(
      .quiet, short: "q", in: .report, isCommon: true,
      "one line for each finding that does not pass"),
    CommandOption(.verbose, short: "v", in: .report, "notes and skipped inputs in full"),
    CommandOption(.noProgress, in: .report, "do not show how far the review is"),
    CommandOption(.stats, in: .report, "say on standard error where the time went"),

    CommandOption(
      .jobs, "N", in: .limits,
      "how many inputs are reviewed at a time (the default is one for each core)"),
    CommandOption(
      .maxFileSize, "SIZE", in: .limits,
      "files of more than this are not reviewed, which is an error; 512KB and 10MB are decimal, 1GiB is binary"
    ),
    CommandOption(
      .timeout, "TIME", in: .limits,
      "end after this; what is not reviewed by then is an error; 500ms, 30s or 2m"),

    CommandOption(.install, in: .hook, "set the hook up; what is there already is kept"),
    CommandOption(.uninstall, in: .hook, "take away what --install set up, and nothing else"),

    CommandOption(
      .license, "ID", in: .index, "what the files are under: an SPDX expression"),
    CommandOption(
      .project, "NAME", in: .index, "what findings call it; the name of the folder if left out"),
    CommandOption(
      .background, "FOLDER", completion: .folders, in: .index,
      "code that these files share with FOLDER is nobody's, and not looked for; repeatable"),
    CommandOption(.output, "FILE", completion: .files, in: .index, "where the index is written"),

    CommandOption(.help, short: "h", in: .other, isCommon: true, "show help"),
    CommandOption(.version, in: .other, isCommon: true, "show the version"),
  ]

  /// `, one of a, b or c` where only these words may be the value; else empty.
  var choices: String {
    guard case .words(let words) = completion else { return "" }
    return ", one of \(words.inWords(last: "or"))"
  }

  /// The entry of an option; `all` has one for each name.
  static func named(_ name: OptionName) -> CommandOption? { all.first { $0.name == name } }
}
