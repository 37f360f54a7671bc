import ReviewGate

/// The manual page, in the `man` macros that every system's `man` reads (man(7)).
enum ManualPage {
  static var text: String {
    var page = [
      ".\\\" Written by reviewgate help man.",
      ".TH REVIEWGATE 1 \"\" \(quoted("reviewgate \(ProgramVersion.current)")) \"User Commands\"",
      ".SH NAME", plain("reviewgate - \(HelpPage.purpose)"), ".SH SYNOPSIS",
    ]
    for verb in Verb.allCases {
      for line in verb.usage { page += [".B reviewgate", plain(line), ".br"] }
    }
    page += [".SH DESCRIPTION", plain("reviewgate " + HelpPage.introduction)]
    for verb in Verb.allCases { page += description(of: verb) }
    page.append(".SH OPTIONS")
    for section in CommandOption.Section.allCases {
      let options = CommandOption.all.filter { $0.section == section }
      page.append(".SS " + quoted(section.rawValue))
      for option in options { page += entry(of: option) }
    }
    page.append(".SH EXIT STATUS")
    for status in ExitStatus.allCases { page += entry("\(status.rawValue)", status.help) }
    page.append(".SH FILES")
    page += entry(
      PolicyLoading.fileName, "the policy, at the root of the repository or in the current folder")
    page.append(".SH ENVIRONMENT")
    page += entry("NO_COLOR", "if it is set and not empty, nothing is colored")
    page += entry("TMPDIR", "where filter keeps a long input until its verdict is known")
    page.append(".SH EXAMPLES")
    for example in HelpPage.examples { page += entry(example.command, example.meaning) }
    return page.map { $0 + "\n" }.joined()
  }

  private static func description(of verb: Verb) -> [String] {
    var lines = [".SS " + quoted("reviewgate \(verb.rawValue)"), plain(verb.summary + ".")]
    for detail in verb.details { lines += [".PP", plain(detail)] }
    let own = CommandOption.all.filter { verb.options.contains($0.name) && $0.section != .other }
    if verb != .check, !own.isEmpty {
      lines += [".PP", plain("Options: " + own.map(\.name.typed).joined(separator: ", ") + ".")]
    }
    return lines
  }

  private static func entry(of option: CommandOption) -> [String] {
    let short = option.short.map { "-\($0), " } ?? ""
    let value = option.placeholder.map { " " + $0 } ?? ""
    return entry(short + option.name.typed + value, option.help)
  }

  private static func entry(_ word: String, _ meaning: String) -> [String] {
    [".TP", ".B " + plain(word), plain(meaning)]
  }

  /// A line of text: what `man` would read as a request or an escape is none, hyphens can be copied.
  private static func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }

  /// The argument of a request.
  private static func quoted(_ text: String) -> String {
    "\""
      + plain(text).split(separator: "\"", omittingEmptySubsequences: false).joined(
        separator: "\"\"") + "\""
  }
}
