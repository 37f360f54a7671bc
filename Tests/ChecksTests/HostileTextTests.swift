import BuiltinRules
import Input
import Testing

@testable import Checks

/// Text that deceives its reader, breaks off, or waves itself through.
@Suite struct HostileTextTests {
  private static let plan = Result { try ScanPlan(catalog: BuiltinRules.catalog) }

  /// The findings of a rule in a file, as the program would make them.
  private func findings(_ text: String, name: String, rule: String) throws -> [Finding] {
    var scanner = Scanner(try Self.plan.get())
    guard case .text(let review) = ReviewText.read(Array(text.utf8), path: name) else { return [] }
    var hits: [Scanner.Hit] = []
    for document in review.documents { hits += scanner.scan(document) }
    let assembly = FindingAssembly(outer: review.outer, fingerprintPath: name)
    return UnnumberedFinding.identified(assembly.findings(hits)).filter { $0.rule.text == rule }
  }

  // MARK: - Links

  @Test(arguments: [
    ("www.bank.example", "bank.example"), ("login.bank.example", "bank.example"),
    ("shop.co.uk", "www.shop.co.uk"), ("news.example", "t.co"),
    ("bank.example", "click.bank-mail.example"),
  ])
  func `hosts of one owner are the same`(shown: String, target: String) {
    #expect(LinkHosts.judge(shown: shown, target: target, rest: "", isBare: false) == .same)
  }

  @Test(arguments: [
    ("bank.example", "evil.test"), ("bank.example", "bank.example.evil.test"),
    ("shop.co.uk", "other.co.uk"), ("one.github.io", "two.github.io"),
  ])
  func `hosts of two owners are not`(shown: String, target: String) {
    #expect(LinkHosts.judge(shown: shown, target: target, rest: "", isBare: false) == .other)
  }

  @Test func `a link that names what it leads about says so`() {
    #expect(
      LinkHosts.judge(
        shown: "bank.example", target: "archive.test", rest: "/2020/bank.example/", isBare: false)
        == .told)
  }

  @Test func `a link that lies is told with both hosts`() throws {
    let text = "Log in at [https://bank.example/login](https://bank.evil.test/login) today.\n"
    let found = try findings(text, name: "mail.md", rule: "text/link-names-other-host")
    #expect(found.map(\.evidence) == [["shows bank.example, leads to bank.evil.test"]])
  }

  // MARK: - What breaks off

  @Test(arguments: [
    ("a.py", "def pay(amount):\n    if amount > 0:\n        send(amount,"),
    ("a.js", "function pay(amount) {\n  if (amount > 0) {\n    send(amount);\n"),
    ("a.java", "class A {\n  void f() {\n    String s = \"\"\"\n      text\n"),
    ("a.json", "{\n  \"a\": [\n    1,\n"),
    ("reply.md", "Here it is:\n\n```python\nprint(1)\n"),
  ])
  func `a text that breaks off is told`(name: String, text: String) throws {
    #expect(try findings(text, name: name, rule: "text/cut-off-code").count == 1)
  }

  @Test(arguments: [
    ("a.py", "def pay(amount):\n    return (amount\n            + 1)\n"),
    ("a.js", "export const a = { b: [1, 2] };\n//# sourceMappingURL=a.js.map"),
    ("a.go", "package a\n\nfunc f() {\n\tg()\n}\n"),
    ("notes.txt", "1) first\n2) second (see below\n   and so on"),
    ("reply.md", "Here it is:\n\n```python\nprint(1)\n```\n"),
  ])
  func `a text that is whole is left alone`(name: String, text: String) throws {
    #expect(try findings(text, name: name, rule: "text/cut-off-code").isEmpty)
  }

  @Test func `an ellipsis that deletes what it names is grave`() throws {
    let removed = (1...5).map { "-    step(\($0))\n" }.joined()
    let diff = """
      --- a/app.py
      +++ b/app.py
      @@ -1,7 +1,3 @@
       def run():
      \(removed)+    # ... existing code ...
       done()
      """ + "\n"
    let found = try findings(diff, name: "change.diff", rule: "text/elided-code")
    #expect(found.map(\.severity) == [.high])
    #expect(found.first?.evidence.contains("takes the place of 5 lines") == true)
  }

  @Test func `an ellipsis beside nothing is for a person to see`() throws {
    let found = try findings(
      "def run():\n    # ... existing code ...\n    done()\n", name: "app.py",
      rule: "text/elided-code")
    #expect(found.map(\.severity) == [.medium])
  }

  // MARK: - Self-approval

  @Test func `a directive for a whole file counts beside any finding of it`() throws {
    let rest = String(repeating: "let a = 1;\n", count: 20)
    let text = "/* eslint-disable */\n\(rest)eval(req.query.q);\n"
    #expect(
      try findings(text, name: "a.js", rule: "text/self-approval").map(\.severity) == [.medium])
    #expect(
      try findings("/* eslint-disable */\n\(rest)", name: "a.js", rule: "text/self-approval")
        .map(\.severity) == [.low])
  }

  // MARK: - Hidden messages

  @Test(arguments: [("\u{200B}", "\u{200C}"), ("\u{2063}", "\u{200D}")])
  func `bits in zero-width characters are read`(zero: String, one: String) {
    let bits = "send it".utf8.map { byte in
      (0..<8).reversed().map { byte >> UInt8($0) & 1 == 1 ? one : zero }.joined()
    }.joined()
    let bytes = Array(bits.utf8)
    #expect(HiddenCharacters.message(0..<bytes.count, in: bytes) == "send it")
  }

  @Test func `bytes in variation selectors are read`() {
    var text = ""
    for byte in "send it".utf8 {
      let scalar = byte < 16 ? 0xFE00 + UInt32(byte) : 0xE0100 + UInt32(byte) - 16
      if let scalar = Unicode.Scalar(scalar) { text.unicodeScalars.append(scalar) }
    }
    let bytes = Array(text.utf8)
    #expect(HiddenCharacters.message(0..<bytes.count, in: bytes) == "send it")
  }

  @Test func `packed bytes stop at the limit`() {
    // A stored block of eight bytes, and one that says to be longer than it is.
    let stored: [UInt8] = [1, 8, 0, 0xF7, 0xFF] + Array("abcdefgh".utf8)
    #expect(Inflate.unpacked(stored, limit: 100, isBare: true) == Array("abcdefgh".utf8))
    #expect(Inflate.unpacked(stored, limit: 3, isBare: true) == Array("abc".utf8))
    let cut: [UInt8] = [1, 200, 0, 55, 0xFF] + Array("abc".utf8)
    #expect(Inflate.unpacked(cut, limit: 100, isBare: true) == Array("abc".utf8))
    #expect(Inflate.unpacked([7, 7, 7, 7], limit: 100) == nil)
  }
}
