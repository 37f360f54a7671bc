import BuiltinRules
import Checks
import Rules
import SourceText
import Testing

/// How values are shown in reports, and replaced in what is passed on.
struct MaskTests {
  private static let catalog: Result<RuleCatalog, any Error> = Result { try BuiltinRules.load() }

  private static let plan: Result<ScanPlan, any Error> = Result {
    try ScanPlan(rules: try catalog.get().rules)
  }

  private static let validators = Dictionary(
    uniqueKeysWithValues: Validator.all.map { ($0.name, $0) })

  private func document(_ bytes: [UInt8], named name: String) -> Document {
    Document(
      outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes,
      language: LanguageDetection.language(name: name, bytes: bytes))
  }

  private func bytes(_ text: String, seed: UInt64 = 3) -> [UInt8] {
    ExampleText(text, seed: seed, validators: Self.validators).bytes
  }

  private func masked(_ text: String, named name: String, keepingForm: Bool) throws -> String {
    var scanner = Scanner(try Self.plan.get())
    let document = document(bytes(text), named: name)
    return String(
      decoding: masked(document, scanner.scan(document), keepingForm: keepingForm), as: UTF8.self)
  }

  private func masked(
    _ document: Document, _ hits: [Scanner.Hit], keepingForm: Bool
  ) -> [UInt8] {
    let assembly = FindingAssembly(outer: document.outer, fingerprintPath: document.outer.path)
    var text: [UInt8] = []
    var position = 0
    for masking in assembly.maskings(hits, keepingForm: keepingForm) {
      text += document.bytes[position..<masking.range.lowerBound] + masking.replacement
      position = masking.range.upperBound
    }
    return text + document.bytes[position...]
  }

  @Test func `a card and an account show their last four digits`() throws {
    for filler in ["{card:visa}", "{iban:DE}"] {
      var scanner = Scanner(try Self.plan.get())
      let document = document(bytes("number: \(filler)\n"), named: "a.txt")
      let findings = UnnumberedFinding.identified(
        FindingAssembly(outer: document.outer, fingerprintPath: "a.txt")
          .findings(scanner.scan(document)))
      let line = String(decoding: document.bytes, as: UTF8.self).dropLast()
      #expect(findings.first?.snippet == "number: •••• \(line.suffix(4))", "\(filler)")
    }
  }

  @Test func `values are replaced by what they were, and all else is kept`() throws {
    let text = "a\u{1}b\r\ncard {card:visa}; mail “Ünal” kirsten.haugland@posteo.de, ssn {ssn}\r\n"
    let card = String(decoding: bytes("{card:visa}"), as: UTF8.self)
    let expected = "a\u{1}b\r\ncard •••• \(card.suffix(4)); mail “Ünal” [email-address], "
    let masked = try masked(text, named: "a.txt", keepingForm: false)
    #expect(masked == expected + "ssn [us-social-security-number]\r\n")
  }

  @Test func `form and length are kept where that is asked for`() throws {
    #expect(
      try masked("mail kirsten.haugland@posteo.de, ssn {ssn}\n", named: "a.txt", keepingForm: true)
        == "mail xxxxxxx.xxxxxxxx@xxxxxx.xx, ssn 000-00-0000\n")
  }

  @Test func `a published number stays as it is`() throws {
    let text = "card 4242 4242 4242 4242\n"
    #expect(try masked(text, named: "a.txt", keepingForm: false) == text)
  }

  /// Whatever is masked passes afterwards: in the examples of every rule for personal data.
  @Test(arguments: [true, false])
  func `a masked text has nothing left to be masked`(keepingForm: Bool) throws {
    let rules = try Self.catalog.get().rules.filter {
      $0.category == .pii && $0.severity > .low
    }
    var scanner = Scanner(try ScanPlan(rules: rules))
    var left: Set<String> = []
    for rule in rules {
      guard let example = rule.examples.first(where: \.isMatch) else { continue }
      let bytes = ExampleText(example.text, seed: 1, validators: Self.validators).bytes
      let first = document(bytes, named: "a.txt")
      let hits = scanner.scan(first)
      guard hits.contains(where: { $0.candidate.rule.id == rule.id }) else { continue }
      let masked = masked(first, hits, keepingForm: keepingForm)
      let again = scanner.scan(document(masked, named: "a.txt"))
      if again.contains(where: { $0.candidate.rule.id == rule.id && $0.candidate.severity > .low })
      {
        left.insert(rule.id.text)
      }
    }
    #expect(left.sorted() == [])
  }
}
