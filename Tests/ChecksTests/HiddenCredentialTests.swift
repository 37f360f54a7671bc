import BuiltinRules
import Rules
import SourceText
import Testing

@testable import Checks

/// Tokens that are joined or encoded are found where they stand, and never shown.
@Suite struct HiddenCredentialTests {
  private typealias Cases = HiddenCredentialCases

  private static let plan = Result { try ScanPlan(catalog: BuiltinRules.catalog) }
  private static let validators = Dictionary(
    Validator.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  private static func token(seed: UInt64 = 1) -> Cases.Token {
    let text = ExampleText("ghp_{github-checksum}", seed: seed, validators: validators)
    return Cases.Token(text: String(decoding: text.bytes, as: UTF8.self))
  }

  private static func document(_ text: String, _ name: String) -> Document {
    let bytes = Array(text.utf8)
    return Document(
      outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes,
      language: LanguageDetection.language(name: name, bytes: bytes))
  }

  private static func findings(_ text: String, _ name: String) throws -> [Finding] {
    var scanner = Scanner(try plan.get())
    let document = document(text, name)
    return UnnumberedFinding.identified(
      FindingAssembly(outer: document.outer, fingerprintPath: name)
        .findings(scanner.scan(document)))
  }

  /// Everything of a finding that a report shows.
  private static func shown(_ finding: Finding) -> String {
    ([finding.title, finding.message, finding.snippet] + finding.frame.lines + finding.evidence)
      .joined(separator: "\n")
  }

  @Test(arguments: Cases.joined + Cases.named + Cases.encoded)
  private func `a token in pieces or in code is told for what it is`(case: Cases.Case) throws {
    let token = Self.token()
    let text = `case`.text(token)
    let found = try Self.findings(text, `case`.name)
    let tokens = found.filter { $0.rule.text == "secrets/github-token" }
    #expect(tokens.count == 1, "\(text)\n\(found.map(\.rule.text))")
    for finding in tokens {
      #expect(finding.confidence == .high)
      #expect(!finding.evidence.isEmpty)
    }
    for finding in found {
      let shown = Self.shown(finding)
      for secret in [token.c, String(token.c.suffix(8)), String(token.reversed.prefix(8))] {
        #expect(!shown.contains(secret), "\(shown)")
      }
      let encoded = token.codes("\\x", base: 16, width: 2)
      #expect(!shown.contains(encoded.suffix(16)), "\(shown)")
      #expect(!shown.contains(token.base64.suffix(12)), "\(shown)")
    }
  }

  @Test(arguments: Cases.ordinary)
  private func `what says nothing of itself says nothing when it is read`(
    case: Cases.Case
  ) throws {
    let found = try Self.findings(`case`.text(Self.token()), `case`.name).filter {
      ($0.category == .secret || $0.category == .password) && $0.severity > .low
    }
    #expect(found.map(\.rule.text) == [])
  }

  @Test(arguments: Cases.hostile)
  private func `readings of hostile text are bounded`(case: Cases.Case) throws {
    let bytes = Array(`case`.text(Self.token()).utf8)
    let views = TextViews(bytes, language: Language(id: "python"))
    #expect(views.joined.bytes.count <= max(65_536, bytes.count) + 8_192)
    #expect(views.decoded.bytes.count <= max(65_536, bytes.count) + 8_192)
  }

  @Test func `base64 is read three levels deep and no deeper`() throws {
    var text = Self.token().text
    for depth in 1...10 {
      text = Base64Text.encode(Array(text.utf8))
      let found = try Self.findings("x = \"\(text)\"\n", "a.py")
      #expect(found.contains { $0.rule.text == "secrets/github-token" } == (depth <= 3), "\(depth)")
    }
  }

  @Test func `a finding lies in all of the pieces and says how they were joined`() throws {
    let token = Self.token()
    let found = try Self.findings("a = 1\nt = \"\(token.a)\" + \"\(token.bc)\"\n", "a.py")
    let finding = try #require(found.first { $0.rule.text == "secrets/github-token" })
    #expect(finding.region.startLine == 2)
    #expect(finding.region.startColumn == 6)
    #expect(finding.region.byteLength == token.text.utf8.count + 5)
    #expect(finding.evidence.contains("joined from 2 literals"))
    #expect(finding.within == [])
  }

  @Test func `a finding in base64 lies where the bytes do and says so`() throws {
    let token = Self.token()
    let text = Base64Text.encode(Array("machine=one two three\ntoken=\(token.text)\n".utf8))
    let found = try Self.findings("blob: \(text)\n", "a.yaml")
    let finding = try #require(found.first { $0.rule.text == "secrets/github-token" })
    // The token begins with byte 28 of the text: in the tenth group of four letters.
    #expect(finding.region.startColumn == 7 + 9 * 4)
    #expect(finding.within == ["base64"])
    #expect(finding.evidence.contains("base64, decoded"))
  }

  @Test func `pieces far apart are told where they are joined and masked where they stand`() throws
  {
    let token = Self.token()
    let between = String(repeating: "print(1)\n", count: 400)
    let text = "A = \"\(token.a)\"\nB = \"\(token.bc)\"\n\(between)t = A + B\n"
    let found = try Self.findings(text, "a.py")
    let finding = try #require(found.first { $0.rule.text == "secrets/github-token" })
    #expect(finding.region.startLine == 403)
    #expect(finding.snippet == "t = A + B")
  }

  @Test func `a password that is joined in an assignment is one finding`() throws {
    let found = try Self.findings("db_password = \"Rabe\" + \".Turm\" + \"-7x\"\n", "a.py").filter {
      $0.severity > .low
    }
    #expect(found.count == 1)
    #expect(!found.contains { Self.shown($0).contains("Turm") })
  }

  @Test func `what a diff did not change is not reported`() throws {
    let token = Self.token()
    let text = "t = \"\(token.a)\" + \"\(token.bc)\"\nx = 1\n"
    let bytes = Array(text.utf8)
    let document = Document(
      outer: OuterText(path: "a.py", bytes: bytes), name: "a.py", bytes: bytes,
      language: Language(id: "python"), reviewable: [(bytes.count - 6)..<bytes.count])
    var scanner = Scanner(try Self.plan.get())
    #expect(scanner.scan(document).isEmpty)
  }
}
