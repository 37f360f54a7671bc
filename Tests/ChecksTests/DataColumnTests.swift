import BuiltinRules
import Checks
import Rules
import SourceText
import Testing

/// A column of personal data is one finding, with its count of rows.
struct DataColumnTests {
  private static let validators = Dictionary(
    uniqueKeysWithValues: Validator.pii.map { ($0.name, $0) })

  private static let plan: Result<ScanPlan, any Error> = Result {
    try ScanPlan(rules: try BuiltinRules.load().rules.filter { $0.category == .pii })
  }

  /// The findings above a note in pieces of one input, each a text in which `{name}` stands for a valid
  /// value of that validator.
  private func findings(_ pieces: [String], named name: String) throws -> [Finding] {
    var scanner = Scanner(try Self.plan.get())
    var items: [UnnumberedFinding] = []
    for (index, piece) in pieces.enumerated() {
      let bytes = ExampleText(piece, seed: UInt64(index), validators: Self.validators).bytes
      let outer = OuterText(path: name, bytes: bytes)
      let document = Document(
        outer: outer, name: name, bytes: bytes,
        language: LanguageDetection.language(name: name, bytes: bytes))
      items += FindingAssembly(outer: outer, fingerprintPath: name).findings(
        scanner.scan(document))
    }
    return UnnumberedFinding.identified(items).filter { $0.severity > .low }
  }

  private func rows(_ findings: [Finding]) -> [String] {
    findings.compactMap { finding in
      finding.evidence.first { $0.contains("rows of the column") }.map {
        "\(finding.rule.text) \(finding.region.startLine)-\(finding.region.endLine): \($0)"
      }
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    /// Rule, lines and evidence of each column.
    var expected: [String]

    var testDescription: String { name }
  }

  static let columns = [
    Case(
      name: "people.csv", text: "id,ssn,bank\n1,{ssn},{iban:DE}\n2,{ssn},{iban:DE}\n3,,{iban:DE}\n",
      expected: [
        "pii/us-social-security-number 2-3: 2 rows of the column \"ssn\"",
        "pii/iban 2-4: 3 rows of the column \"bank\"",
      ]),
    Case(
      name: "reply.md",
      text: """
        Here they are:

        | id | ssn |
        |----|-----|
        | 1 | {ssn} |
        | 2 | {ssn} |

        """,
      expected: ["pii/us-social-security-number 5-6: 2 rows of the column \"ssn\""]),
    Case(
      name: "seed.sql",
      text: "INSERT INTO p (id, ssn) VALUES\n (1, '{ssn}'),\n (2, '{ssn}'),\n (3, '{ssn}');\n",
      expected: ["pii/us-social-security-number 2-4: 3 rows of the column \"ssn\""]),
    Case(
      name: "dump.sql",
      text: """
        INSERT INTO p (id, ssn) VALUES (1, '{ssn}');
        INSERT INTO p (id, ssn) VALUES (2, '{ssn}');
        INSERT INTO q (id, ssn) VALUES (2, '{ssn}');

        """, expected: ["pii/us-social-security-number 1-2: 2 rows of the column \"ssn\""]),
    Case(
      name: "people.json",
      text: """
        {"staff": [{"ssn": "{ssn}"}, {"ssn": "{ssn}"}],
         "guests": [
          {"ssn": "{ssn}"},
          {"ssn": "{ssn}"}, {"ssn": "{ssn}"}]}
        """,
      expected: [
        "pii/us-social-security-number 1-1: 2 rows of the column \"ssn\"",
        "pii/us-social-security-number 3-4: 3 rows of the column \"ssn\"",
      ]),
    Case(
      name: "people.jsonl", text: "{\"ssn\": \"{ssn}\"}\n{\"ssn\": \"{ssn}\"}\n",
      expected: ["pii/us-social-security-number 1-2: 2 rows of the column \"ssn\""]),
    // One row is a finding as any other, and so are the members of one object.
    Case(name: "one.csv", text: "id,ssn\n1,{ssn}\n", expected: []),
    Case(
      name: "one.json", text: "{\"ssn\": \"{ssn}\", \"spouse\": {\"ssn\": \"{ssn}\"}}\n",
      expected: []),
    Case(name: "letter.txt", text: "My SSN is {ssn},\nhers, too: SSN {ssn}\n", expected: []),
  ]

  @Test(arguments: columns)
  func `a column is told once, with its rows`(item: Case) throws {
    let found = try findings([item.text], named: item.name)
    #expect(rows(found).sorted() == item.expected.sorted())
    if item.expected.isEmpty { #expect(!found.isEmpty) }
  }

  /// Both a row without its list of columns, and one far below it.
  @Test func `rows are named by the list of columns of their own statement`() throws {
    let tuples = (0..<2_000).map { " (\($0), '{ssn}')" }.joined(separator: ",\n")
    let table = "INSERT INTO p (id, ssn) VALUES\n" + tuples + ";\n"
    let told = rows(try findings([table], named: "a.sql"))
    #expect(told.count == 1 && told[0].hasSuffix("rows of the column \"ssn\""), "\(told)")
    #expect(rows(try findings(["values (1, '{ssn}', 'x')\n"], named: "a.sql")).isEmpty)
    let calls = "CALL f (2, '{ssn}');\nCALL f (3, '{ssn}');\n"
    let ended = "INSERT INTO p (id, ssn) VALUES (1, '');\n" + calls
    #expect(rows(try findings([ended], named: "a.sql")).isEmpty)
  }

  @Test func `a column goes on through the pieces of a long input`() throws {
    let head = "id,ssn\n"
    let piece = head + "1,{ssn}\n2,{ssn}\n"
    let found = try findings([piece, piece, piece], named: "people.csv")
    #expect(rows(found).map { $0.drop { $0 != ":" } } == [": 6 rows of the column \"ssn\""])
  }

  @Test func `a row that is added to a column makes another finding of it`() throws {
    let two = try findings(["id,ssn\n1,{ssn}\n2,{ssn}\n"], named: "people.csv")
    let three = try findings(["id,ssn\n1,{ssn}\n2,{ssn}\n3,{ssn}\n"], named: "people.csv")
    #expect(two.count == 1 && three.count == 1)
    #expect(two.first?.fingerprint != three.first?.fingerprint)
  }

  @Test func `the name of a column is shown as one short line`()
    throws
  {
    let long = String(repeating: "ssn ", count: 40)
    let found = try findings(["id,\(long)\n1,{ssn}\n2,{ssn}\n"], named: "a.csv")
    let evidence = try #require(found.first?.evidence.last)
    #expect(evidence.hasSuffix("…\"") && evidence.utf8.count < 80)
  }
}
