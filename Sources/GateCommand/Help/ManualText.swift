import Reporting

/// Text for `man`: what it would read as a request or an escape is none, and hyphens can be copied.
enum ManualText {
  /// Prose, in lines as editors show them; names of options in it are bold.
  static func prose(_ text: String) -> String {
    var line = ""
    var rest = text[...]
    while let hyphens = rest.firstRange(of: "--") {
      let name = rest[hyphens.upperBound...].prefix { $0.isLowercase || $0 == "-" }
      let isWord = rest[..<hyphens.lowerBound].last.map { " (".contains($0) } ?? true
      line += escaped(rest[..<hyphens.lowerBound])
      line += isWord && !name.isEmpty ? bold("--" + name) : escaped("--" + name)
      rest = rest[name.endIndex...]
    }
    return (line + escaped(rest)).wrapped(to: 78).map(guarded).joined(separator: "\n")
  }

  static func bold(_ text: some StringProtocol) -> String { "\\fB" + escaped(text) + "\\fR" }
  static func italic(_ text: some StringProtocol) -> String { "\\fI" + escaped(text) + "\\fR" }

  /// A form of a command line: what is typed is bold, what stands for something italic, what is
  /// neither roman (man-pages(7)).
  static func form(_ text: String) -> String {
    var line = ""
    var rest = text[...]
    while let first = rest.first {
      let isWord = isPart(first)
      let run = rest.prefix { isPart($0) == isWord }
      rest = rest[run.endIndex...]
      if !isWord {
        line += escaped(run)
      } else {
        line += run.contains(where: \.isLowercase) || run == "-" ? bold(run) : italic(run)
      }
    }
    return guarded(line)
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character == "-"
  }

  /// The argument of a request.
  static func quoted(_ text: String) -> String {
    let parts = escaped(text).split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }

  /// A line that begins with a dot or a quote would be a request (groff(7)).
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      // An ASCII quote and caret, not typographic ones, where something is to be copied.
      case "'": result += "\\(aq"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "`": result += "\\(ga"
      default: result.append(character)
      }
    }
    return result
  }
}
