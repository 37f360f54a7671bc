import Reporting

// All help follows from `Verb` and `CommandOption.all`; only the sentences that introduce the program
// stand here.

/// Writes the pages of `help` and `--help`, in 80 columns.
enum HelpPage {
  private static let width = 80
  private static let optionColumn = 26

  /// What a topic says, with a line end after its last line.
  static func text(on topic: HelpTopic) -> String {
    switch topic {
    case .overview: overview
    case .verb(let verb): page(of: verb)
    case .reportSchema: ReportSchema.text
    case .manual: ManualPage.text
    }
  }

  private static var overview: String {
    var lines = paragraph("reviewgate " + introduction)
    lines += ["", "Usage:"] + usage(of: Verb.check)
    lines.append("  reviewgate VERB [OPTION ...] ...")
    lines += ["", "Verbs (reviewgate help VERB tells more):"]
    for verb in Verb.allCases { lines += entry(verb.rawValue, verb.summary, at: 16) }
    lines += ["", "Options (reviewgate help check shows all):"]
    for option in CommandOption.all where option.isCommon { lines += entry(of: option) }
    lines += listed(Verb.allCases.flatMap(\.examples).filter(\.isCommon)) + exitStatuses
    return finished(lines)
  }

  static let purpose = "a gate between what a model writes and what is used"

  static let introduction = """
    reviews code and text before it is used or committed, and says approve, flag (a person must look) \
    or block. It finds secrets, passwords, unsafe calls, personal data, license texts, copied code and \
    hidden text.
    """

  private static func page(of verb: Verb) -> String {
    var lines = paragraph("reviewgate \(verb.rawValue): \(verb.summary)")
    lines += ["", "Usage:"] + usage(of: verb)
    for detail in verb.details { lines += [""] + paragraph(detail) }
    let options = CommandOption.all.filter { verb.options.contains($0.name) }
    for section in CommandOption.Section.allCases {
      let listed = options.filter { $0.section == section }
      guard !listed.isEmpty else { continue }
      lines += ["", section.rawValue + ":"] + listed.flatMap(entry)
    }
    if verb.isReviewing { lines += exitStatuses }
    return finished(lines + listed(verb.examples))
  }

  private static func listed(_ examples: [CommandExample]) -> [String] {
    // Beside each other if there is room, else below each other.
    let column = examples.allSatisfy { $0.command.count <= 40 } ? 44 : 6
    return ["", "Examples:"] + examples.flatMap { entry($0.command, $0.meaning, at: column) }
  }

  private static var exitStatuses: [String] {
    ["", "Exit status:"]
      + ExitStatus.allCases.flatMap { entry("\($0.rawValue)", $0.help, at: 6) }
  }

  private static func usage(of verb: Verb) -> [String] {
    verb.usage.map { "  reviewgate " + $0 }
  }

  private static func entry(of option: CommandOption) -> [String] {
    let short = option.short.map { "-\($0), " } ?? "    "
    let value = option.placeholder.map { " " + $0 } ?? ""
    return entry(short + option.name.typed + value, option.help)
  }

  /// A word and what it means beside it, or below it where it is too long.
  private static func entry(_ word: String, _ meaning: String, at column: Int = optionColumn)
    -> [String]
  {
    let meaning = meaning.wrapped(to: width - column)
    let indent = String(repeating: " ", count: column)
    let head = "  " + word
    if head.count + 2 > column { return [head] + meaning.map { indent + $0 } }
    let gap = String(repeating: " ", count: column - head.count)
    return [head + gap + meaning[0]] + meaning.dropFirst().map { indent + $0 }
  }

  private static func paragraph(_ text: String) -> [String] { text.wrapped(to: width) }

  private static func finished(_ lines: [String]) -> String {
    lines.map { $0 + "\n" }.joined()
  }
}

extension HelpTopic {
  /// What `help` prints of it, with a line end after its last line.
  package var text: String { HelpPage.text(on: self) }
}
