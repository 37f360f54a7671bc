import BuiltinRules
import Checks
import Rules
import SourceText
import Testing

/// What the rules of personal data, and their check, make of whole texts.
struct PIICheckTests {
  /// A text in which `{name}` stands for a valid value of that validator.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    /// Rule and severity of what must be found, by rule.
    var expected: [String]

    var testDescription: String { name }
  }

  private static let validators = Dictionary(
    uniqueKeysWithValues: Validator.pii.map { ($0.name, $0) })

  private static let plan: Result<ScanPlan, any Error> = Result {
    try ScanPlan(
      rules: try BuiltinRules.load().rules.filter {
        $0.category == .pii && !$0.id.text.hasPrefix("pii/person-name")
      })
  }

  private func candidates(_ text: String, named name: String) throws -> [Candidate] {
    var scanner = Scanner(try Self.plan.get())
    let bytes = ExampleText(text, seed: 5, validators: Self.validators).bytes
    let document = Document(
      outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes,
      language: LanguageDetection.language(name: name, bytes: bytes))
    return scanner.scan(document).map(\.candidate)
  }

  /// `rule severity` of each, sorted.
  private func told(_ candidates: [Candidate]) -> [String] {
    candidates.map { "\($0.rule.id.text.dropFirst(4)) \($0.severity.rawValue)" }.sorted()
  }

  /// What is found above a note.
  private func findings(_ text: String, named name: String) throws -> [String] {
    told(try candidates(text, named: name).filter { $0.severity > .low })
  }

  static let people = [
    Case(
      name: "people.csv", text: "id,naam,bsn\n1,Maartje van Leeuwen,{bsn}\n",
      expected: ["dutch-citizen-number high"]),
    Case(
      name: "seed.sql",
      text:
        "INSERT INTO patients (id, name, pesel) VALUES\n  (1, 'Tadeusz Rogalski', '{pesel}');\n",
      expected: ["polish-pesel high"]),
    Case(
      name: "pesel_test.go", text: "var tests = []string{\"{pesel}\"}\n",
      expected: ["polish-pesel high"]),
    Case(
      name: "reply.md", text: "| Name | Steuer-ID |\n|---|---|\n| H. Pfisterer | {steuer-id} |\n",
      expected: ["german-tax-id high"]),
    Case(
      name: "cards.py", text: "card = \"{card:visa}\"\ncvc = \"417\"\n",
      expected: ["card-security-code high", "payment-card high"]),
    Case(
      name: "login.log", text: "login ok ip=84.115.203.77 user=jolanta.bielska@wp.pl\n",
      expected: ["email-address medium", "ip-address-of-user high"]),
    Case(
      name: "ward.yaml",
      text: "patient: Aurelia Montaperto\nmrn: MRN-28796511\ndiagnosis: hip fracture\n",
      expected: ["health-information high", "medical-record-number high"]),
    Case(
      name: "letter.txt",
      text:
        "Name: Friederike Haas\nAnschrift: Am Stadtgraben 9, 26122 Oldenburg\nKonfession: keine\n",
      expected: ["postal-address-european medium", "special-category high"]),
    Case(
      name: "invoice.txt", text: "Beneficiary  Baltic Trade Services OU\nIBAN {iban:EE}\n",
      expected: ["iban medium"]),
    Case(
      name: "contact.swift", text: "let mail = \"clementine.abgrall@laposte.net\"\n",
      expected: ["email-address medium"]),
  ]

  @Test(arguments: people)
  func `what names or numbers a person is found`(example: Case) throws {
    #expect(try findings(example.text, named: example.name) == example.expected)
  }

  static let harmless = [
    Case(name: "order.txt", text: "order {pesel}, tracking {card:visa}\n", expected: []),
    Case(name: "ids.json", text: "{\"id\": \"{card:visa}a7\", \"sum\": 0.{pesel}}\n", expected: []),
    Case(name: "pay.py", text: "card = \"4111 1111 1111 1111\"\ncvc = \"123\"\n", expected: []),
    Case(
      name: "Cargo.toml", text: "authors = [\"Katharina Voss <katharina.voss@posteo.de>\"]\n",
      expected: []),
    Case(name: "deploy.sh", text: "rsync -a app deploy@build-07.ottilie.net:/srv\n", expected: []),
    Case(
      name: "ci.yml", text: "name: Build Image\ncondition: succeeded()\nrace: Half Elf\n",
      expected: []),
    Case(
      name: "leaflet.txt",
      text: "Diagnosis: fasting glucose above 126 mg/dl. Medication: metformin comes first.\n",
      expected: []),
    Case(
      name: "schema.ts", text: "interface Patient { name: string; diagnosis: string; dob: Date }\n",
      expected: []),
    Case(
      name: "fixture.json",
      text: "{\"name\": \"Jane Doe\", \"phone\": \"+49 30 901820347\", \"dob\": \"1985-03-12\"}\n",
      expected: []),
    Case(
      name: "history.md", text: "Grace Hopper was born on December 9, 1906 in New York.\n",
      expected: []),
    Case(
      name: "press.txt", text: "Media contact: press@institute.org, hotline +44 20 7942 4018\n",
      expected: []),
    Case(name: "times.log", text: "backup-20240612-1433.tar 20240612-1430\n", expected: []),
    Case(name: "wave.c", text: "double y = sin(x); int seed = 519 + 532818474;\n", expected: []),
  ]

  @Test(arguments: harmless)
  func `what names nobody stays a note`(example: Case) throws {
    #expect(try findings(example.text, named: example.name) == [])
  }

  @Test(arguments: [
    (text: "{tckn}\n", rule: "turkish-identity-number"), ("{bsn}", "dutch-citizen-number"),
    ("{nhs-number}\n{nhs-number}\n", "uk-nhs-number"),
  ])
  func `a number that is all of a text is a note where its check digit holds`(
    lone: (text: String, rule: String)
  ) throws {
    let found = told(try candidates(lone.text, named: "a.txt"))
    #expect(found.contains("\(lone.rule) low"), "\(found)")
    #expect(!found.contains { !$0.hasSuffix(" low") }, "\(found)")
    // With a word beside it that does not name it, it may be anything.
    #expect(
      try !told(candidates("count \(lone.text)", named: "a.txt")).contains("\(lone.rule) low"))
    #expect(try !told(candidates(lone.text, named: "a.py")).contains("\(lone.rule) low"))
  }

  @Test func `groups of a hexadecimal table are no card`() throws {
    let card = "5751 5994 6333 7841"
    #expect(try findings("52A5 962C 542D \(card) 727C\n", named: "t.txt").isEmpty)
    #expect(try findings("\(card) 727C 785C\n", named: "t.txt").isEmpty)
    #expect(try findings("\(card) is what was charged\n", named: "t.txt") == ["payment-card high"])
  }
}
