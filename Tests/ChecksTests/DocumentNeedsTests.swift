import BuiltinRules
import Checks
import Rules
import SourceText
import Testing

/// Rules that a document cannot have are left out of its search, and no others.
struct DocumentNeedsTests {
  private static let plan: Result<ScanPlan, any Error> = Result {
    try ScanPlan(rules: try BuiltinRules.load().rules.filter { $0.category == .pii })
  }

  private func found(_ text: String, named name: String) throws -> [String] {
    var scanner = Scanner(try Self.plan.get())
    let validators = Dictionary(uniqueKeysWithValues: Validator.pii.map { ($0.name, $0) })
    let bytes = ExampleText(text, seed: 5, validators: validators).bytes
    let document = Document(
      outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes,
      language: LanguageDetection.language(name: name, bytes: bytes))
    return scanner.scan(document).map(\.candidate.rule.id.text)
  }

  /// More than a text that may be nothing but a value.
  private static let filling = String(repeating: "Lorem ipsum dolor sit amet. ", count: 20)

  @Test(arguments: [
    "BSN {bsn}", "bsn_nr={bsn}", "klantBsn: {bsn}", "burgerservicenummer {bsn}",
  ])
  func `a word names a number in a long text, however it is written`(text: String) throws {
    #expect(try found(Self.filling + text + "\n", named: "a.txt") == ["pii/dutch-citizen-number"])
  }

  @Test func `the name of a file names what it holds`() throws {
    let text = Self.filling + "\n\"{bsn}\"\n"
    #expect(try found(text, named: "bsn.txt") == ["pii/dutch-citizen-number"])
    #expect(try found(text, named: "a.txt") == [])
  }

  @Test func `a rule about short texts says nothing of long ones`() throws {
    #expect(try found("01714826355\n", named: "a.txt") == ["pii/phone-number-alone"])
    #expect(try found("01714826355\n" + Self.filling, named: "a.txt") == [])
  }
}
