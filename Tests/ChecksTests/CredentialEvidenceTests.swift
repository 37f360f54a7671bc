import BuiltinRules
import Checks
import Rules
import SourceText
import Testing

/// A text with fillers, and what is told of the first finding in it.
struct EvidenceCase: CustomTestStringConvertible, Sendable {
  var text: String
  var name: String
  var evidence: [String]

  init(_ text: String, in name: String = "app.py", _ evidence: [String]) {
    self.text = text
    self.name = name
    self.evidence = evidence
  }

  var testDescription: String { "\(name): \(text)" }
}

/// Why a credential is taken for real, what speaks for less, and whose it is.
struct CredentialEvidenceTests {
  private static let plan: Result<ScanPlan, any Error> = Result {
    try ScanPlan(rules: try BuiltinRules.load().rules)
  }
  private static let validators = Dictionary(
    Validator.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  private static func findings(_ text: String, _ name: String) throws -> [Finding] {
    let bytes = ExampleText(text, seed: 7, validators: validators).bytes
    let outer = OuterText(path: name, bytes: bytes)
    let document = Document(
      outer: outer, name: name, bytes: bytes,
      language: LanguageDetection.language(name: name, bytes: bytes))
    var scanner = Scanner(try plan.get())
    let found = FindingAssembly(outer: outer, fingerprintPath: name)
      .findings(scanner.scan(document))
    return UnnumberedFinding.identified(found).filter {
      $0.category == .secret || $0.category == .password
    }
  }

  static let cases: [EvidenceCase] = [
    EvidenceCase(
      #"GITHUB_TOKEN = "ghp_{github-checksum}""#,
      [
        "checksum valid", "prefix ghp_", "40 characters of 4 kinds, 4.8 bits each",
        "assigned to GITHUB_TOKEN", "high confidence: the value proves itself",
      ]),
    EvidenceCase(
      #"GITHUB_TOKEN = "ghp_{alnum:36}""#,
      [
        "checksum wrong", "prefix ghp_", "40 characters of 4 kinds, 4.7 bits each",
        "assigned to GITHUB_TOKEN", "high confidence: little else has this form",
      ]),
    EvidenceCase(
      #"stripe.api_key = "sk_live_{alnum:24}""#,
      [
        "prefix sk_live_", "32 characters of 4 kinds, 4.5 bits each", "assigned to stripe.api_key",
        "live key", "high confidence: little else has this form",
      ]),
    EvidenceCase(
      #"STRIPE_KEY = "sk_test_{alnum:24}""#,
      [
        "prefix sk_test_", "32 characters of 4 kinds, 4.4 bits each", "assigned to STRIPE_KEY",
        "test key", "high confidence: little else has this form",
      ]),
    EvidenceCase(
      #"db_password = "Rabe.Turm-71""#,
      [
        "12 characters of 4 kinds, 3.6 bits each", "assigned to db_password",
        "medium confidence: name and value agree",
      ]),
    EvidenceCase(
      #"db_password = "Rabe.Turm-71""#, in: "tests/test_app.py",
      [
        "in a test", "12 characters of 4 kinds, 3.6 bits each", "assigned to db_password",
        "low confidence: lowered by what the value is or where it stands",
      ]),
    EvidenceCase(
      #"db_password = "password""#,
      [
        "a password that examples use", "8 characters of 1 kind, 2.8 bits each",
        "assigned to db_password",
      ]),
    EvidenceCase(
      #"client_secret = "{alnum:40}""#,
      [
        "forty random characters", "40 characters of 3 kinds, 4.6 bits each",
        "assigned to client_secret", "high confidence: little else has this form",
      ]),
    EvidenceCase(
      "API_TOKEN={hex:40}\n", in: ".env.example",
      [
        "random value", "40 hexadecimal digits, 3.7 bits each", "assigned to API_TOKEN",
        "in an example file", "medium confidence: name and value agree",
      ]),
    EvidenceCase(
      "session_token = {hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}", in: "app.ini",
      [
        "looks random", "a UUID", "assigned to session_token",
        "low confidence: lowered by what the value is or where it stands",
      ]),
    EvidenceCase(
      "url: postgres://portal:Rabe.Turm-71@pg.acme-fleet.io:5432/app", in: "a.yml",
      [
        "12 characters of 4 kinds, 3.6 bits each", "user portal at pg.acme-fleet.io:5432",
        "medium confidence: the place asks for one, and the value fits",
      ]),
    EvidenceCase(
      #"cs = "Server=sql1.acme-fleet.io;User Id=erp;Password=Rabe.Turm-71;""#,
      [
        "12 characters of 4 kinds, 3.6 bits each", "assigned to Password",
        "user erp at sql1.acme-fleet.io", "medium confidence: name and value agree",
      ]),
    EvidenceCase(
      "Authorization: Bearer {jwt:service_role}", in: "note.md",
      [
        "it passes the row-level security", "prefix eyJ",
        "163 characters of 4 kinds, 5.5 bits each", "signed by HS256", "role service_role",
        "high confidence: the value proves itself",
      ]),
    EvidenceCase(
      "Authorization: Basic {basic-auth}", in: "call.http",
      [
        "decodes to a name and a password", "24 characters of 4 kinds, 4.3 bits each", "user ann",
        "high confidence: the value proves itself",
      ]),
    EvidenceCase(
      #"# old key: aws_key = "AKIA{base32:16}""#,
      [
        "of the AWS account 541324905916", "prefix AKIA", "20 characters of 2 kinds, 4.1 bits each",
        "assigned to aws_key", "in a comment", "high confidence: little else has this form",
      ]),
    EvidenceCase(
      #"api_key = "abcdefghijklmnopqrstuvwxyz0123456789""#,
      ["counted up, not issued", "36 characters of 2 kinds, 5.2 bits each", "assigned to api_key"]),
    EvidenceCase(
      """
      def register():
          data = request.get_json()
          password = data["password"]
          db.execute("INSERT INTO users (name, password) VALUES (?, ?)", (name, password))
      """,
      [
        "comes from data[\"password\"] on line 3, that from request.get_json() on line 2",
        "written by a query", "high confidence: each step is in sight",
      ]),
    EvidenceCase(
      """
      app.post("/register", async (req, res) => {
        await User.create({ name: req.body.name, password: req.body.password });
      });
      """, in: "app.js",
      [
        "read from req.body.password", "kept by create",
        "medium confidence: the usual way, not every step of which is in sight",
      ]),
    EvidenceCase(
      """
      def register(name, password):
          db.execute("INSERT INTO users (name, password) VALUES (?, ?)", (name, password))
      """,
      [
        "a parameter of register on line 1", "written by a query",
        "high confidence: each step is in sight",
      ]),
    EvidenceCase(
      "CREATE TABLE users (name TEXT, password TEXT);", in: "schema.sql",
      ["named password", "medium confidence: the name says it, what is kept there is not in sight"]),
  ]

  @Test(arguments: cases)
  func `a finding tells why it is believed`(_ item: EvidenceCase) throws {
    let finding = try #require(try Self.findings(item.text, item.name).first)
    #expect(finding.evidence == item.evidence)
  }

  /// Of one rule in sixteen, as each costs a scan with all rules.
  @Test func `examples of the rules tell something, and never their values`() throws {
    let rules = try BuiltinRules.load().rules.filter {
      ($0.category == .secret || $0.category == .password) && $0.validators != ["account-field"]
    }
    var scanner = Scanner(try Self.plan.get())
    for (number, rule) in rules.enumerated() where number % 16 == 0 {
      guard let example = rule.examples.first(where: \.isMatch) else { continue }
      let text = ExampleText(example.text, seed: 3, validators: Self.validators)
      let name = RuleSelfTest.documentName(for: rule)
      let outer = OuterText(path: name, bytes: text.bytes)
      let document = Document(
        outer: outer, name: name, bytes: text.bytes,
        language: RuleSelfTest.language(for: rule, name: name, text))
      let hits = scanner.scan(document)
      let findings = FindingAssembly(outer: outer, fingerprintPath: name).findings(hits)
      for finding in UnnumberedFinding.identified(findings)
      where finding.category == .secret || finding.category == .password {
        #expect(!finding.evidence.isEmpty, "\(rule.id)")
        #expect(Set(finding.evidence).count == finding.evidence.count, "\(rule.id)")
        guard let hit = hits.first(where: { $0.candidate.rule.id == finding.rule }),
          !finding.rule.text.hasPrefix("passwords/clear-"), hit.candidate.value.count >= 12
        else { continue }
        // What shows half of a value, or its end, shows too much.
        let value = text.bytes[hit.candidate.value]
        for phrase in finding.evidence {
          let shown = Array(phrase.utf8)
          #expect(!Self.holds(shown, value.suffix(8)), "\(rule.id): \(phrase)")
        }
      }
    }
  }

  private static func holds(_ text: [UInt8], _ part: ArraySlice<UInt8>) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains {
      text[$0..<($0 + part.count)].elementsEqual(part)
    }
  }

  @Test func `a name that is masked elsewhere is not shown as evidence`() throws {
    let findings = try Self.findings(
      "url: postgres://ghp_{github-checksum}:Rabe.Turm-71@pg.acme-fleet.io/app", "a.yml")
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(!finding.evidence.contains { $0.contains("user") || $0.contains("Turm") })
    }
  }
}
