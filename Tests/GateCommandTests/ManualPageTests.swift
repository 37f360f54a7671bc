import Testing

@testable import GateCommand

@Suite struct ManualPageTests {
  private let lines = HelpTopic.manual.text.split(separator: "\n").map(String.init)

  @Test func `lines that begin with a dot are requests of man`() {
    let requests: Set = [
      ".TH", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi", ".br", ".nh", ".ad", ".BR",
      ".\\\"",
    ]
    for line in lines where line.hasPrefix(".") {
      #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
    #expect(!lines.contains { $0.hasPrefix("'") || $0.isEmpty })
    #expect(ManualText.prose(".br is a request") == "\\&.br is a request")
    #expect(ManualText.prose("'quoted'") == "\\(aqquoted\\(aq")
  }

  @Test func `hyphens are escaped, so that options can be copied and found`() {
    for line in lines where !line.hasPrefix(".\\\"") {
      let bare = line.split(separator: "\\-", omittingEmptySubsequences: false).joined()
      #expect(!bare.contains("-"), "\(line)")
    }
  }

  @Test func `fonts are set back on the line that sets them`() {
    for line in lines {
      let fonts = line.split(separator: "\\f", omittingEmptySubsequences: false).dropFirst()
        .compactMap(\.first)
      for (index, font) in fonts.enumerated() {
        #expect(index.isMultiple(of: 2) ? "BI".contains(font) : font == "R", "\(line)")
      }
      #expect(fonts.count.isMultiple(of: 2), "\(line)")
    }
  }

  @Test(arguments: Verb.allCases)
  func `every verb has its part, its usage and its examples`(verb: Verb) {
    #expect(lines.contains(".SS " + verb.rawValue))
    for use in verb.usage {
      #expect(lines.contains(ManualText.bold("reviewgate") + " " + ManualText.form(use)))
    }
    for example in verb.examples { #expect(lines.contains(ManualText.bold(example.command))) }
  }

  @Test(arguments: CommandOption.all.map(\.name))
  func `every option has its paragraph`(name: OptionName) {
    let tag = ManualText.bold(name.typed)
    let tags = zip(lines, lines.dropFirst()).filter { $0.0 == ".TP" }.map(\.1)
    #expect(tags.count { $0 == tag || $0.hasPrefix(tag + " ") || $0.hasSuffix(" " + tag) } == 1)
  }

  @Test(arguments: [
    ("[check] PATH ...", "[\\fBcheck\\fR] \\fIPATH\\fR ..."),
    ("--diff REV[..REV]", "\\fB\\-\\-diff\\fR \\fIREV\\fR[..\\fIREV\\fR]"),
    ("bash|zsh", "\\fBbash\\fR|\\fBzsh\\fR"), ("check -", "\\fBcheck\\fR \\fB\\-\\fR"),
  ])
  func `what is typed is bold, what stands for something italic`(form: String, marked: String) {
    #expect(ManualText.form(form) == marked)
  }

  @Test(arguments: [
    ("with --mask: this", "with \\fB\\-\\-mask\\fR: this"),
    ("(--keep-form).", "(\\fB\\-\\-keep\\-form\\fR)."), ("-- ends", "\\-\\- ends"),
    ("a\\b^c", "a\\eb\\(hac"),
  ])
  func `options in prose are bold`(text: String, marked: String) {
    #expect(ManualText.prose(text) == marked)
  }
}
