import SourceText
import Testing

@testable import CopiedCode

@Suite struct `Copied code` {
  private let index: CodeIndex

  init() throws {
    index = try SampleCode.index([
      (
        "Ringlet", "GPL-2.0-only",
        [("src/ring.c", SampleCode.ring + SampleCode.parser), ("tools/tally.py", SampleCode.tally)]
      )
    ])
  }

  @Test(arguments: [("ring.c", SampleCode.ring), ("parser.c", SampleCode.parser)])
  func `is found as it is, renamed, and laid out anew`(file: String, text: String) throws {
    let forms = [
      text, SampleCode.renamed(text, file), SampleCode.laidOutAnew(text),
      SampleCode.laidOutAnew(SampleCode.renamed(text, file)),
    ]
    for form in forms {
      let found = SampleCode.matches(form, as: file, in: index)
      try #require(found.count == 1, "\(form)")
      #expect(found[0].project == "Ringlet")
      #expect(found[0].file == "src/ring.c")
      #expect(found[0].license == "GPL-2.0-only")
      #expect(found[0].share > 0.9)
    }
  }

  @Test func `is found in Python`() {
    let renamed = SampleCode.renamed(SampleCode.tally, "tally.py")
    #expect(renamed != SampleCode.tally)
    for text in [SampleCode.tally, renamed] {
      let found = SampleCode.matches(text, as: "app.py", in: index)
      #expect(found.map(\.file) == ["tools/tally.py"])
    }
  }

  @Test func `is found in ten lines`() {
    #expect(SampleCode.matches(SampleCode.fragment, as: "x.c", in: index).count == 1)
  }

  @Test func `is found where it stands, and only there`() throws {
    let before = "int first(void)\n{\n\treturn 1;\n}\n\n"
    let text = before + SampleCode.parser + "int last(int a)\n{\n\treturn a * 2;\n}\n"
    let found = SampleCode.matches(text, as: "x.c", in: index)
    try #require(found.count == 1)
    #expect(found[0].range.lowerBound >= before.utf8.count - 20)
    #expect(found[0].range.upperBound <= before.utf8.count + SampleCode.parser.utf8.count + 30)
    #expect((15...24).contains(found[0].lineCount))
  }

  @Test func `braces that may be left out make no difference`() {
    let text = SampleCode.ring.replacing("\t\treturn -22;", with: "\t{\n\t\treturn -22;\n\t}\n")
    #expect(SampleCode.matches(text, as: "x.c", in: index).map(\.share) == [1])
  }

  @Test func `other code is not raised`() {
    #expect(SampleCode.matches(SampleCode.list, as: "x.c", in: index) == [])
  }

  @Test func `what many files have is an idiom`() throws {
    let files = (0..<40).map { ("f\($0).c", "int before\($0);\n" + SampleCode.list) }
    let common = try SampleCode.index([("Many", "GPL-2.0-only", files)])
    #expect(SampleCode.matches(SampleCode.list, as: "x.c", in: common) == [])
    let rare = try SampleCode.index([("One", "GPL-2.0-only", Array(files[..<1]))])
    #expect(SampleCode.matches(SampleCode.list, as: "x.c", in: rare).count == 1)
  }

  @Test func `what many projects have belongs to none`() throws {
    let projects = (0..<7).map {
      ("P\($0)", "GPL-2.0-only", [("f.c", "int before\($0);\n" + SampleCode.ring)])
    }
    let index = try SampleCode.index(projects)
    #expect(SampleCode.matches(SampleCode.ring, as: "x.c", in: index) == [])
  }

  @Test func `background code is no evidence`() throws {
    var builder = CodeIndexBuilder()
    builder.begin(project: "Ringlet", license: "GPL-2.0-only")
    _ = builder.add(file: "a.c", bytes: Array((SampleCode.ring + SampleCode.parser).utf8))
    builder.addBackground(file: "b.c", bytes: Array(SampleCode.ring.utf8))
    let index = try CodeIndex(IndexBytes(builder.build()))
    let renamed = SampleCode.renamed(SampleCode.ring, "a.c")
    #expect(SampleCode.matches(renamed, as: "x.c", in: index) == [])
    #expect(SampleCode.matches(SampleCode.parser, as: "x.c", in: index).count == 1)
  }

  @Test func `of two projects each keeps its own`() throws {
    let index = try SampleCode.index([
      ("Ring", "GPL-2.0-only", [("ring.c", SampleCode.ring)]),
      ("Time", "LGPL-2.1-or-later", [("time.c", SampleCode.parser)]),
    ])
    let text = SampleCode.parser + "\nint between = 3;\n\n" + SampleCode.ring
    let found = SampleCode.matches(text, as: "x.c", in: index)
    #expect(found.map(\.project) == ["Time", "Ring"])
    #expect(found.map(\.license) == ["LGPL-2.1-or-later", "GPL-2.0-only"])
  }

  @Test func `a matcher takes several indexes`() throws {
    let one = try SampleCode.index([("Ring", "GPL-2.0-only", [("ring.c", SampleCode.ring)])])
    let other = try SampleCode.index([("Time", "GPL-3.0-only", [("time.c", SampleCode.parser)])])
    let bytes = Array((SampleCode.ring + SampleCode.parser).utf8)
    let language = Language(id: "c")
    let found = CopiedCodeMatcher(indexes: [one, other]).matches(
      in: Lexer.lex(bytes, as: language), bytes: bytes, language: language)
    #expect(found.map(\.project) == ["Ring", "Time"])
  }

  @Test func `a file's own license counts`() throws {
    let own = "// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause\n" + SampleCode.ring
    let index = try SampleCode.index([("Ring", "GPL-2.0-only", [("ring.c", own)])])
    let found = SampleCode.matches(SampleCode.ring, as: "x.c", in: index)
    #expect(found.map(\.license) == ["GPL-2.0 OR BSD-2-Clause"])
  }

  @Test(arguments: [
    ("/* SPDX-License-Identifier: GPL-2.0 */\n", "GPL-2.0"),
    ("# Permission is hereby granted, free of charge, to any person\n", "MIT"),
    ("// GNU General Public License; Permission is hereby granted, free of charge", nil),
    ("int a;\n", nil),
    ("", nil),
  ])
  func `the license of a file is read`(text: String, license: String?) {
    #expect(CodeFile.license(in: Array(text.utf8)) == license)
  }

  @Test func `generated files, prose and data are not indexed`() {
    var builder = CodeIndexBuilder()
    builder.begin(project: "P", license: "GPL-2.0-only")
    func outcome(_ file: String, _ text: String) -> CodeIndexBuilder.Outcome {
      builder.add(file: file, bytes: Array(text.utf8))
    }
    #expect(
      outcome("a.c", "/* Generated by a tool. DO NOT EDIT. */\n" + SampleCode.ring) == .generated)
    #expect(outcome("x.min.js", "function f(a) { return a; }") == .generated)
    #expect(outcome("a.md", "# Title\n") == .notCode)
    #expect(outcome("a.json", "{\"a\": 1}") == .notCode)
    #expect(outcome("a.c", "int a;\n") == .tooShort)
    let table =
      "static const int t[] = {" + (0..<500).map { "\($0 * 37), " }.joined(separator: "\n") + "};"
    #expect(outcome("t.c", table) == .generated)
  }

  @Test func `tables and lists of constants are no evidence`() throws {
    let table = (0..<40).map { "#define SETTING_\($0 * 7) 0x\($0 * 31)\n" }.joined()
    let index = try SampleCode.index([("P", "GPL-2.0-only", [("a.h", table + SampleCode.ring)])])
    #expect(SampleCode.matches(table, as: "b.h", in: index) == [])
  }
}
