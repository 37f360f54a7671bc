import Testing

@testable import GateCommand

@Suite struct ConsoleTests {
  @Test(
    arguments: [
      (["C.UTF-8", "", ""], true), (["", "", "en_US.utf8"], true),
      (["", "pl_PL.UTF-8", "C"], true),
      (["C", "", "en_US.UTF-8"], false), (["", "", ""], false), (["", "", "de_DE@euro"], false),
    ] as [([String], Bool)])
  func `the first locale that is set says whether there is UTF-8`(locales: [String], shows: Bool) {
    #expect(Console.showsUTF8(locales) == shows)
  }

  @Test(arguments: [
    (100, "[==========>         ] 450 of 900 inputs, 12 MB"),
    (47, "[==========>         ] 450 of 900 inputs, 12 MB"),
    (46, "450 of 900 inputs, 12 MB"), (23, "450 of 900"), (9, "450"), (2, ""),
  ])
  func `a bar has as much as there is room for`(columns: Int, line: String) {
    #expect(ProgressBar.line(done: 450, of: 900, bytes: 12_000_000, columns: columns) == line)
  }

  @Test func `one input has no bar`() {
    #expect(ProgressBar.line(done: 0, of: 1, bytes: 0, columns: 80) == "reading")
    #expect(ProgressBar.line(done: 0, of: 1, bytes: 5000, columns: 80) == "reviewed 5.0 KB")
    #expect(ProgressBar.line(done: 0, of: 1, bytes: 5000, columns: 10) == "5.0 KB")
  }
}

@Suite struct OtherNamesTests {
  @Test(arguments: [
    "scan", "review", "staged", "diff", "stdin", "mask", "list", "index", "install", "setup", "man",
    "schema", "version", "git",
  ])
  func `what is suggested for a verb can be typed`(word: String) throws {
    let meant = try #require(OtherNames.verb(word)).split(separator: " ").map(String.init)
    #expect(
      Verb(rawValue: meant[0]) != nil || OptionName(rawValue: String(meant[0].dropFirst(2))) != nil)
    for option in meant where option.hasPrefix("--") {
      #expect(OptionName(rawValue: String(option.dropFirst(2))) != nil)
    }
    #expect(Verb(rawValue: word) == nil, "a verb is not mistyped")
  }

  @Test(arguments: [
    "json", "strict", "f", "o", "xml", "config", "ignore", "no-gitignore", "include", "disable",
    "severity", "exit-zero", "no-color", "colour", "silent", "debug", "threads", "filename",
    "cached", "since", "redact", "?", "V",
  ])
  func `what is suggested for an option is one`(word: String) throws {
    let meant = try #require(OtherNames.option(word)).split(separator: " ").map(String.init)
    let option = try #require(meant.first { $0.hasPrefix("--") })
    #expect(OptionName(rawValue: String(option.dropFirst(2))) != nil)
  }
}
