import BuiltinRules
import PatternEngine
import Rules
import SourceText
import Testing

@testable import Checks

/// What the author of a text writes into comments and beside a value must not clear a finding.
@Suite struct ClearingTextTests {
  @Test func `comments that say what clears a rule clear none of its examples`() throws {
    let validators = Dictionary(
      Validator.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    // All rules with conditions of their own, and a part of those that only checks judge.
    let rules = try BuiltinRules.load().rules.enumerated().filter { number, rule in
      rule.category != .text
        && (!rule.unless.isEmpty || !rule.absent.isEmpty || number % 12 == 0)
    }
    for (_, rule) in rules {
      // What the rule itself asks for, and what any check might.
      let words = (rule.unless + rule.absent).flatMap(Self.samples)
      let remarks = Self.lines(words) + [Self.common]
      var scanner = Scanner(try ScanPlan(rules: [rule]))
      for example in rule.examples where example.isMatch {
        let text = ExampleText(example.text, seed: 1, validators: validators)
        let name = RuleSelfTest.documentName(for: rule)
        let language = RuleSelfTest.language(for: rule, name: name, text)
        let plain = Self.count(of: rule, in: text.bytes, name, language, &scanner)
        guard plain > 0, let marks = Self.marks(of: language, text.bytes) else { continue }
        let block = remarks.map { marks.open + $0 + marks.close + "\n" }.joined()
        let around = Self.canMove(rule) ? Array(block.utf8) + text.bytes : text.bytes
        let bytes = around + Array(("\n" + block).utf8)
        let found = Self.count(of: rule, in: bytes, name, language, &scanner)
        #expect(
          found >= plain,
          "\(rule.id) of \(language.id) is cleared: \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test func `a comment on the line of a value clears nothing`() throws {
    let scanner = try Self.scanner()
    for remark in [
      "# example", "# hash", "# sha256 of a test", "# see commit 1f", "# noqa: sandbox",
    ] {
      let text =
        "api_key = \"\(Self.issued)\"  \(remark)\npassword = \"tr0ub4dor-and-3\"  \(remark)\n"
      let hits = Self.stopping(text, "app.py", "python", scanner)
      #expect(hits.contains { $0.contains("secret") }, "\(remark)")
      #expect(hits.contains { $0.contains("password") }, "\(remark)")
    }
  }

  @Test func `a documentation string or a sentence clears no column of passwords`() throws {
    let scanner = try Self.scanner()
    let model = """
      from app import db
      class User(db.Model):
          password = db.Column(db.String(80))
      """
    #expect(
      Self.stopping(model, "m.py", "python", scanner).contains {
        $0 == "passwords/clear-password-field-sqlalchemy"
      })
    for talk in [
      "\"\"\"Passwords are hashed with bcrypt.\"\"\"\n", "# bcrypt\n",
      "print(\"we hash with argon2\")\n",
    ] {
      #expect(
        Self.stopping(talk + model, "m.py", "python", scanner).contains {
          $0 == "passwords/clear-password-field-sqlalchemy"
        }, "\(talk)")
    }
    #expect(
      !Self.stopping("import bcrypt\n" + model, "m.py", "python", scanner).contains {
        $0 == "passwords/clear-password-field-sqlalchemy"
      })
  }

  @Test func `a row of slashes behind a value hides nothing`() throws {
    let scanner = try Self.scanner()
    let text = "password = \"tr0ub4dor-and-3\"" + String(repeating: "/", count: 120) + "\n"
    #expect(!Self.stopping(text, "app.js", "javascript", scanner).isEmpty)
  }

  // MARK: - Scanning

  /// What a service might have issued.
  private static let issued: String = {
    var random = ExampleRandom(seed: 7)
    return random.text(
      40, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
  }()

  private static func scanner() throws -> ScanPlan {
    try ScanPlan(catalog: BuiltinRules.load())
  }

  /// The rules whose findings are no mere notes.
  private static func stopping(
    _ text: String, _ name: String, _ language: String, _ plan: ScanPlan
  ) -> [String] {
    var scanner = Scanner(plan)
    let document = Document(
      outer: OuterText(path: name, bytes: Array(text.utf8)), name: name, bytes: Array(text.utf8),
      language: Language(id: language))
    return scanner.scan(document).filter { $0.candidate.severity > .low }
      .map { $0.candidate.rule.id.text }
  }

  private static func count(
    of rule: Rule, in bytes: [UInt8], _ name: String, _ language: Language,
    _ scanner: inout Scanner
  ) -> Int {
    let document = Document(
      outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes, language: language)
    return scanner.scan(document).count { $0.candidate.rule.id == rule.id }
  }

  // MARK: - Comments

  private static let common =
    "example test sample dummy placeholder fixture sandbox hash digest checksum sha256 md5 commit"
    + " revision bcrypt argon2 encrypted safe sanitized escape never not do not"

  private static func canMove(_ rule: Rule) -> Bool {
    guard case .pattern(let pattern) = rule.matcher else { return true }
    return !pattern.contains("\\A") && !pattern.hasPrefix("^") && !pattern.hasPrefix("(?:^")
  }

  /// How the language marks a line as a comment; nil where it has none, or the text starts otherwise.
  private static func marks(of language: Language, _ text: [UInt8]) -> (
    open: String, close: String
  )? {
    switch language.id {
    case "json", "csv", "text", "markdown": nil
    case "php": text.starts(with: "<?".utf8) ? nil : ("// ", "")
    case "html", "xml": ("<!-- ", " -->")
    case "css": ("/* ", " */")
    case "sql", "lua", "haskell": ("-- ", "")
    case "ini": ("; ", "")
    case "python", "ruby", "shell", "perl", "yaml", "toml", "dockerfile", "makefile", "env",
      "properties", "powershell", "r", "terraform", "elixir":
      ("# ", "")
    default: ("// ", "")
    }
  }

  private static func lines(_ words: [String]) -> [String] {
    words.map { $0.map { $0.isNewline || !$0.isASCII ? " " : String($0) }.joined() }
  }

  // MARK: - Texts that a pattern matches

  private static func samples(of pattern: String) -> [String] {
    guard let syntax = try? PatternParser.parse(pattern).syntax else { return [] }
    return samples(of: syntax, 12).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func samples(of syntax: PatternSyntax, _ limit: Int) -> [[UInt8]] {
    switch syntax {
    case .empty, .assertion: return [[]]
    case .bytes(let set):
      let byte =
        (0x61...0x7A).first { set.contains($0) } ?? (0x20...0x7E).first { set.contains($0) }
      return byte.map { [[$0]] } ?? []
    case .concatenation(let parts):
      return parts.reduce([[]]) { before, part in
        let next = samples(of: part, limit)
        return Array(before.flatMap { head in next.map { head + $0 } }.prefix(limit))
      }
    case .alternation(let branches):
      return Array(branches.flatMap { samples(of: $0, max(1, limit / 3)) }.prefix(limit * 2))
    case .repetition(let part, let minimum, _, _):
      return samples(of: part, 2).map { one in
        Array(repeating: one, count: max(minimum, 1)).flatMap(\.self)
      }
    case .group(let part, _): return samples(of: part, limit)
    }
  }
}
