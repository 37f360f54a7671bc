import BuiltinRules
import Checks
import Rules
import SourceText
import Testing

/// A piece of code, and what it does with a password in the clear.
struct PasswordHandlingCase: CustomTestStringConvertible, Sendable {
  enum Outcome: String, Sendable {
    case stored = "clear-password-stored"
    case compared = "clear-password-compared"
    case logged = "clear-password-logged"
    case sent = "clear-password-sent"
    case encrypted = "encrypted-password"
    case fastHash = "fast-password-hash"
    /// A column or field that is named for it.
    case column = "clear-password-column"
    case nothing = ""
  }

  var name: String
  var outcome: Outcome
  var code: String

  init(_ name: String, _ outcome: Outcome, _ code: String) {
    self.name = name
    self.outcome = outcome
    self.code = code
  }

  var testDescription: String { "\(name): \(code.prefix(60))" }

  static let all: [PasswordHandlingCase] =
    python + pythonMore + script + scriptMore + java + phpAndRuby + phpAndRubyMore + native
    + nativeMore + fields + messages
}

/// What the rules about the handling of passwords make of code in many languages.
struct PasswordHandlingTests {
  private static let plan: Result<ScanPlan, any Error> = Result {
    try ScanPlan(
      rules: try BuiltinRules.load().rules.filter { rule in
        ["passwords/clear-password-", "passwords/encrypted-", "passwords/fast-password-"].contains {
          rule.id.text.hasPrefix($0)
        }
      })
  }

  /// Rules whose patterns say it all, and what they find.
  private static let others = [
    "fast-password-hash-in-query": "fast-password-hash",
    "fast-password-hash-in-shell": "fast-password-hash",
    "clear-password-query": "clear-password-compared",
    "clear-password-finder": "clear-password-compared",
    "clear-password-grep": "clear-password-compared",
    "clear-password-shell-comparison": "clear-password-compared",
    "clear-password-app-storage": "clear-password-stored",
    "clear-password-inserted": "clear-password-stored",
    "clear-password-inserted-text": "clear-password-stored",
    "clear-password-update": "clear-password-stored",
    "clear-password-shell": "clear-password-stored",
    "clear-password-visual-basic": "clear-password-stored",
  ]

  private func found(in code: String, named name: String) throws -> Set<String> {
    var scanner = Scanner(try Self.plan.get())
    let bytes = Array(code.utf8)
    let document = Document(
      outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes,
      language: LanguageDetection.language(name: name, bytes: bytes))
    return Set(
      scanner.scan(document).map { hit in
        let id = String(hit.candidate.rule.id.text.dropFirst("passwords/".count))
        if id.hasPrefix("clear-password-field") || id.hasPrefix("clear-password-column") {
          return PasswordHandlingCase.Outcome.column.rawValue
        }
        return Self.others[id] ?? id
      })
  }

  @Test(arguments: PasswordHandlingCase.all)
  func `what is done with a password is found, and nothing else`(_ example: PasswordHandlingCase)
    throws
  {
    let found = try found(in: example.code, named: example.name)
    let expected: Set<String> = example.outcome == .nothing ? [] : [example.outcome.rawValue]
    #expect(found == expected)
  }

  @Test(arguments: PasswordHandlingCase.all.filter { $0.outcome == .stored })
  func `tests may do with their passwords what they like`(_ example: PasswordHandlingCase) throws {
    #expect(try found(in: example.code, named: "tests/test_" + example.name).isEmpty)
  }
}
