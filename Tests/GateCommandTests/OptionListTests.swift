import Foundation
import TestSupport
import Testing

@testable import GateCommand

@Suite struct OptionListTests {
  @Test func `every option has one entry, and no letter two meanings`() {
    let names = CommandOption.all.map(\.name)
    #expect(names.count == OptionName.allCases.count)
    #expect(Set(names) == Set(OptionName.allCases))
    let letters = CommandOption.all.compactMap(\.short)
    #expect(Set(letters).count == letters.count)
  }

  @Test(arguments: CommandOption.all.map(\.name))
  func `an entry reads well`(name: OptionName) throws {
    let option = try #require(CommandOption.named(name))
    #expect(!option.help.isEmpty && !option.help.hasSuffix("."))
    #expect(option.help.first?.isUppercase == false)
    if option.placeholder == nil {
      guard case .nothing = option.completion else {
        Issue.record("a switch has values")
        return
      }
    } else {
      #expect(option.short == nil, "bundled letters take no values")
    }
    #expect(Verb.allCases.contains { $0.options.contains(name) })
  }

  @Test(arguments: Verb.allCases)
  func `the page of a verb tells all its options in 80 columns`(verb: Verb) {
    let page = HelpTopic.verb(verb).text
    for name in verb.options {
      #expect(page.contains(name.typed + " ") || page.contains(name.typed))
    }
    for line in page.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    for use in verb.usage { #expect(page.contains("reviewgate " + use)) }
  }

  @Test func `the overview tells all verbs in 80 columns`() {
    let page = HelpTopic.overview.text
    for verb in Verb.allCases { #expect(page.contains("\n  \(verb.rawValue) ")) }
    for line in page.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `the overview fits a screen`() {
    #expect(
      HelpTopic.overview.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 60)
  }

  @Test(arguments: Verb.allCases)
  func `a verb has examples, and they can be typed`(verb: Verb) throws {
    #expect(2...4 ~= verb.examples.count)
    let page = HelpTopic.verb(verb).text
    for example in verb.examples {
      #expect(page.contains("\n  " + example.command) && page.contains(example.meaning.prefix(20)))
      let start = try #require(example.command.range(of: "reviewgate"))
      let words = example.command[start.upperBound...].prefix { !"|<>)".contains($0) }
      let surroundings = Invocation.Surroundings(
        standardInputIsTerminal: false, exists: { _ in true })
      let typed = words.split(separator: " ").map(String.init)
      guard case .success = Invocation.parse(typed, in: surroundings) else {
        Issue.record("\(example.command) is not understood")
        continue
      }
      #expect((TypedArguments(typed).verb ?? .check) == verb)
    }
  }

  @Test func `what is not there yet is not listed`() {
    let pages = HelpTopic.overview.text + Verb.allCases.map { HelpTopic.verb($0).text }.joined()
    let words = Set(pages.split { !$0.isLetter && $0 != "-" }.map(String.init))
    #expect(words.isDisjoint(with: ["--baseline", "waivers"]))
    #expect(!pages.contains("reviewgate baseline") && !pages.contains("reviewgate waivers"))
  }

  @Test func `the pages read as their golden files`() throws {
    try expectGolden(Array(HelpTopic.overview.text.utf8), "help.txt")
    for verb in Verb.allCases {
      try expectGolden(Array(HelpTopic.verb(verb).text.utf8), "help-\(verb.rawValue).txt")
    }
  }

  @Test(arguments: Shell.allCases)
  func `the completions know every option and verb`(shell: Shell) {
    let script = shell.completionScript
    for name in OptionName.allCases {
      #expect(script.contains(shell == .fish ? "-l \(name.rawValue) " : name.typed))
    }
    for verb in Verb.allCases {
      #expect(script.contains(verb.rawValue))
      for word in verb.words { #expect(script.contains(word)) }
    }
  }

  @Test(arguments: Shell.allCases)
  func `a shell that is installed can read its completions`(shell: Shell) throws {
    let folders = ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    let found = folders.map { "\($0)/\(shell.rawValue)" }
      .first(where: FileManager.default.isExecutableFile(atPath:))
    guard let found else { return }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).completions")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(shell.completionScript.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: found)
    process.arguments = ["-n", file.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
