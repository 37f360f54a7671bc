import BuiltinRules
import Checks
import Rules
import SourceText
import Testing

/// What is told of a text that is nothing but a value.
struct LoneValueTests {
  private static let plan: Result<ScanPlan, any Error> = Result {
    try ScanPlan(rules: try BuiltinRules.load().rules.filter { $0.category == .pii })
  }

  private func candidates(_ text: String) throws -> [Candidate] {
    var scanner = Scanner(try Self.plan.get())
    let validators = Dictionary(uniqueKeysWithValues: Validator.pii.map { ($0.name, $0) })
    let bytes = ExampleText(text, seed: 5, validators: validators).bytes
    let document = Document(
      outer: OuterText(path: "value.txt", bytes: bytes), name: "value.txt", bytes: bytes,
      language: .plain)
    return scanner.scan(document).map(\.candidate)
  }

  /// Published examples and forms of no one's.
  @Test(arguments: [
    "192.168.0.1", "host.example 192.168.0.1", "2001:db8::1", "::ffff:192.0.2.1", "fe80::1%eth0",
    "192.0.2.0/24", "00:00:5E:00:53:01", "0102.0304.05ab", "A9 C5 D4 9F EB D3", "DEUTDEFF",
    "KA99ME3456", "34 ABC 1234", "this AAA0000001", "C01X00T478", "L898902C3", "10000000146",
    "٣٧٦٠٥٠٣٠٢٩٩",
  ])
  func `a value alone is a note`(text: String) throws {
    let found = try candidates(text + "\n")
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.severity == .low }, "\(found.map(\.rule.id))")
  }

  @Test(arguments: [
    "version 1.2.3.4", "ip 84.115.303.1", "12:34:56", "std::string", "3.14.15", "order 10000000146",
    "84.115.20.7 is where the old server of the whole team stood for years", "main",
    "2024-05-20", "utf8", "x86_64",
  ])
  func `what is named otherwise, or nothing, is silent`(text: String) throws {
    #expect(try candidates(text + "\n").map(\.rule.id.text) == [])
  }

  @Test func `the code of a bank counts beside an account`() throws {
    let alone = try candidates("Our bank has the BIC: MARKDEF1100, as everybody knows.\n")
    #expect(alone.map(\.severity) == [.low])
    let beside = try candidates("IBAN: {iban:NO}\nBIC: MARKDEF1100\n")
    #expect(
      beside.first { $0.rule.id.text == "pii/bank-identifier-code" }?.severity == .medium)
  }
}
