import Foundation
import Testing

/// `reviewgate filter` between two programs.
@Suite struct FilterTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func filter(_ input: [UInt8], _ arguments: [String] = []) throws -> BuiltProgram.Result {
    try BuiltProgram.run(["filter"] + arguments, in: folder, input: input)
  }

  private func shell(_ script: String) throws -> BuiltProgram.Result {
    try BuiltProgram.run(
      ["-c", script.replacing("reviewgate", with: "'\(BuiltProgram.path)'")], in: folder,
      program: "/bin/bash")
  }

  @Test func `what may pass comes through byte for byte, and nothing is said`() throws {
    let text = "a\r\nb\tc \u{E9}\n\nno line end"
    let result = try filter(Array(text.utf8))
    #expect(result.output == text)
    #expect(result.errors == "")
    #expect(result.exit == 0)
  }

  @Test func `of what is blocked nothing comes through, and the report says why`() throws {
    let text = "fine\n" + CaseFile.filled("token = \"ghp_{github-checksum}\"\n")
    let result = try filter(Array(text.utf8), ["--name", "a.py"])
    #expect(result.output == "")
    #expect(result.errors.contains("block: GitHub access token"))
    #expect(result.errors.contains("at a.py:2:10"))
    #expect(result.exit == 1)
  }

  @Test func `what is flagged comes through with a report, or not at all`() throws {
    let text = Array("write to kirsten.haugland@posteo.de\n".utf8)
    let passed = try filter(text)
    #expect(passed.output.utf8.elementsEqual(text))
    #expect(passed.errors.contains("flag: "))
    #expect(passed.exit == 0)
    let held = try filter(text, ["--fail-on", "flag"])
    #expect(held.output == "")
    #expect(held.exit == 3)
  }

  @Test func `what cannot be reviewed does not pass`() throws {
    #expect(try filter([]).exit == 2)
    #expect(try filter([], ["--allow-empty"]).exit == 0)
    let binary = try filter((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    #expect(binary.output == "")
    #expect(binary.exit == 2)
    let large = try filter(Array("x = 1\n".utf8), ["--max-file-size", "3"])
    #expect(large.output == "")
    #expect(large.exit == 2)
  }

  @Test func `masking replaces values and keeps the rest byte for byte`() throws {
    let text = CaseFile.filled(
      "a\u{1}b\r\nmail kirsten.haugland@posteo.de\r\nkey = \"ghp_{github-checksum}\"\r\nend")
    let result = try filter(Array(text.utf8), ["--mask", "--fail-on", "flag"])
    #expect(
      result.output
        == "a\u{1}b\r\nmail [email-address]\r\nkey = \"[github-token]\"\r\nend")
    #expect(
      result.errors
        == "reviewgate: 2 values masked; the verdict is that of the masked text\n")
    #expect(result.exit == 0)
  }

  @Test func `masking can keep form and length`() throws {
    let text = "mail kirsten.haugland@posteo.de,\n"
    let result = try filter(Array(text.utf8), ["--mask", "--keep-form", "--quiet"])
    #expect(result.output == "mail xxxxxxx.xxxxxxxx@xxxxxx.xx,\n")
    #expect(result.errors == "")
  }

  @Test func `what masking does not mend is held back`() throws {
    let text = "import os\nmail = \"kirsten.haugland@posteo.de\"\nos.system(\"ls \" + input())\n"
    let result = try filter(Array(text.utf8), ["--mask", "--name", "a.py"])
    #expect(result.output == "")
    #expect(result.exit == 1)
    #expect(!result.errors.contains("kirsten"))
  }

  @Test func `UTF-16 is masked in UTF-16`() throws {
    func encoded(_ text: String) -> [UInt8] {
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    try folder.write(encoded("mail kirsten.haugland@posteo.de\r\n"), to: "in.txt")
    #expect(try shell("reviewgate filter --mask -q < in.txt > out.txt").exit == 0)
    #expect(
      try Data(contentsOf: folder.url("out.txt")) == Data(encoded("mail [email-address]\r\n")))
  }

  /// Longer than what is held in memory: it waits in a file, and is reviewed in pieces.
  @Test(.timeLimit(.minutes(5)))
  func `a long input comes through or is masked in all its pieces`() throws {
    let line = "The quick brown fox jumps over the lazy dog, and so on for a while.\n"
    let honest = String(repeating: line, count: 75_000)
    let mail = "mail kirsten.haugland@posteo.de\n"
    try folder.write(honest, to: "honest.txt")
    try folder.write(mail + honest + mail, to: "mails.txt")
    let result = try shell(
      """
      reviewgate filter --no-policy --only pii < honest.txt | cmp - honest.txt \
      && reviewgate filter --mask -q --only pii < mails.txt > out.txt
      """)
    #expect(result.errors == "")
    #expect(result.exit == 0)
    let expected = mail.replacing("kirsten.haugland@posteo.de", with: "[email-address]")
    #expect(
      try String(contentsOf: folder.url("out.txt"), encoding: .utf8)
        == expected + honest + expected)
  }

  @Test func `the report can be kept beside the text`() throws {
    try folder.write("x = 1\n", to: "a.py")
    let result = try shell(
      "set -o pipefail; cat a.py | reviewgate filter --report json=report.json | cat > b.py")
    #expect(result.exit == 0)
    #expect(try String(contentsOf: folder.url("b.py"), encoding: .utf8) == "x = 1\n")
    let report = try String(contentsOf: folder.url("report.json"), encoding: .utf8)
    #expect(report.contains("\"verdict\": \"approve\""))
  }

  @Test func `a pipeline fails with the gate`() throws {
    try folder.write(CaseFile.filled("t = \"ghp_{github-checksum}\"\n"), to: "a.py")
    let result = try shell("set -o pipefail; cat a.py | reviewgate filter -q | cat")
    #expect(result.output == "")
    #expect(result.exit == 1)
  }

  @Test func `a reader that has enough ends it quietly, a full disk does not`() throws {
    try folder.write(String(repeating: "x = 1\n", count: 40_000), to: "a.py")
    let early = try shell("reviewgate filter --only secrets < a.py | head -n 1")
    #expect(early.output == "x = 1\n")
    #expect(early.errors == "")
    #expect(try shell("reviewgate filter --only secrets < a.py > /dev/full").exit == 2)
    #expect(try shell("reviewgate filter --only secrets < a.py >&-").exit == 2)
  }
}
