import BuiltinRules
import Checks
import Rules
import SourceText
import Testing

/// Which names of people are told, and beside what.
struct PersonNameTests {
  /// A text in which `{name}` stands for a valid value of that validator.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    /// The names that must be told, in the order of their places.
    var expected: [String] = []

    var testDescription: String { "\(name): \(text.prefix(40))" }
  }

  private static let validators = Dictionary(
    uniqueKeysWithValues: Validator.pii.map { ($0.name, $0) })

  private static let plan: Result<ScanPlan, any Error> = Result {
    try ScanPlan(rules: try BuiltinRules.load().rules.filter { $0.category == .pii })
  }

  private func names(_ text: String, named name: String) throws -> [Candidate] {
    var scanner = Scanner(try Self.plan.get())
    let bytes = ExampleText(text, seed: 5, validators: Self.validators).bytes
    let document = Document(
      outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes,
      language: LanguageDetection.language(name: name, bytes: bytes))
    return scanner.scan(document).map(\.candidate)
      .filter { $0.rule.id.text.hasPrefix("pii/person-name") }
      .sorted { $0.value.lowerBound < $1.value.lowerBound }
  }

  private func told(_ text: String, named name: String) throws -> [String] {
    let bytes = ExampleText(text, seed: 5, validators: Self.validators).bytes
    return try names(text, named: name).map { String(decoding: bytes[$0.value], as: UTF8.self) }
  }

  static let beside = [
    Case(
      name: "people.json",
      text: """
        [
          {"name": "Ottilie Brandvold", "contact": {"email": "{email}"}},
          {"name": "Casimir Bielawski", "city": "Lublin"},
          {"name": "Remedios Echeverri", "iban": "{iban:ES}"}
        ]
        """,
      expected: ["Ottilie Brandvold", "Remedios Echeverri"]),
    Case(
      name: "users.yaml",
      text: """
        users:
          - name: Ottilie Brandvold
            email: {email}
          - name: Casimir Bielawski
            role: editor
        """,
      expected: ["Ottilie Brandvold"]),
    Case(
      name: "people.csv",
      text: "id,first_name,last_name,email\n1,Ottilie,Brandvold,{email}\n2,Casimir,Bielawski,\n",
      expected: ["Ottilie"]),
    Case(
      name: "personal.csv", text: "nachname;vorname;iban\nMommsen-Haas;Friederike;{iban:DE}\n",
      expected: ["Mommsen-Haas"]),
    Case(
      name: "seed.sql",
      text: """
        INSERT INTO kunden (id, name, email) VALUES
          (1, 'Ottilie Brandvold', '{email}'),
          (2, 'Casimir Bielawski', NULL),
          (3, 'Friederike O''Mara (Haas)', '{email}');
        """,
      expected: ["Ottilie Brandvold"]),
    Case(
      name: "reply.md",
      text: "| Name | E-Mail |\n|---|---|\n| Ottilie Brandvold | {email} |\n",
      expected: ["Ottilie Brandvold"]),
    Case(
      name: "brief.txt",
      text: "Name: Friederike Mommsen-Haas\nIBAN: {iban:DE}\n\nSehr geehrte Frau Mommsen-Haas,\n",
      expected: ["Friederike Mommsen-Haas"]),
    Case(
      name: "letter.txt",
      text: "The offer is on its way.\n\nKind regards,\nOttilie Brandvold\n{email}\n",
      expected: ["Ottilie Brandvold"]),
    Case(
      name: "lettre.txt", text: "Écrire à Mme Lestrade, {email}.\n", expected: ["Lestrade"]),
    Case(
      name: "carta.txt", text: "Paciente: Remedios Echeverri\nCorreo: {email}\n",
      expected: ["Remedios Echeverri"]),
    Case(
      name: "pismo.txt", text: "ФИО: Соболевский Олег\nпочта: {email}\n",
      expected: ["Соболевский Олег"]),
    Case(name: "tegami.txt", text: "氏名：森永健司\nメール：{email}\n", expected: ["森永健司"]),
    Case(name: "risala.txt", text: "الاسم: سليم حداد\nالبريد: {email}\n", expected: ["سليم حداد"]),
    Case(
      name: "patra.txt", text: "नाम: चारुलता वेंकटरमन\nई-मेल: {email}\n",
      expected: ["चारुलता वेंकटरमन"]),
    Case(
      name: "mail.txt", text: "To: Ottilie Brandvold <{email}>\n",
      expected: ["Ottilie Brandvold"]),
  ]

  @Test(arguments: beside)
  func `a name beside identifying data is told once a record`(example: Case) throws {
    #expect(try told(example.text, named: example.name) == example.expected)
  }

  static let silent = [
    Case(name: "people.json", text: "[{\"name\": \"Ottilie Brandvold\", \"city\": \"Bergen\"}]"),
    Case(name: "people.csv", text: "id,name,city\n1,Ottilie Brandvold,Bergen\n"),
    Case(name: "novel.txt", text: "Mrs. Castellane met Mr. Bielawski in the garden.\n"),
    Case(
      name: "package.json",
      text: "{\"author\": {\"name\": \"Ottilie Brandvold\", \"email\": \"{email}\"}}"),
    Case(
      name: "pyproject.toml",
      text: "authors = [{name = \"Ottilie Brandvold\", email = \"{email}\"}]\n"),
    Case(name: "git.log", text: "Author: Ottilie Brandvold <{email}>\nDate: today\n"),
    Case(name: "fix.patch", text: "Signed-off-by: Ottilie Brandvold <{email}>\n"),
    Case(name: "LICENSE", text: "Copyright (c) 2021 Ottilie Brandvold <{email}>\n"),
    Case(name: "ci.yml", text: "name: Build Image\nnotify: {email}\n"),
    Case(name: "users.json", text: "[{\"name\": \"Jane Doe\", \"email\": \"{email}\"}]"),
    Case(name: "nutzer.yaml", text: "name: Max Mustermann\nemail: {email}\n"),
    Case(name: "invoice.txt", text: "Customer: Baltic Trade Services\nIBAN {iban:EE}\n"),
    Case(
      name: "apart.txt",
      text: "Name: Ottilie Brandvold\n" + String(repeating: "A line of text.\n", count: 30)
        + "{email}\n"),
  ]

  @Test(arguments: silent)
  func `a name alone, of a sample or of an author is silent`(example: Case) throws {
    #expect(try told(example.text, named: example.name) == [])
  }

  @Test
  func `the evidence says what a name stands beside`() throws {
    let found = try names("name: Ottilie Brandvold\nemail: {email}\n", named: "user.yaml")
    #expect(found.map(\.evidence) == [["beside: E-mail address of a person"]])
  }
}
