import BuiltinRules
import Checks
import Rules
import SourceText
import Testing

/// Numbers in digits of other scripts and with separators of typesetters, all of them published examples
/// or made by validators.
struct OtherDigitsTests {
  private static let plan: Result<ScanPlan, any Error> = Result {
    try ScanPlan(rules: try BuiltinRules.load().rules.filter { $0.category == .pii })
  }

  /// The values that rules of a kind report in a text.
  private func values(_ text: String, rule: String) throws -> [String] {
    var scanner = Scanner(try Self.plan.get())
    let bytes = Array(text.utf8)
    let document = Document(
      outer: OuterText(path: "note.txt", bytes: bytes), name: "note.txt", bytes: bytes,
      language: .plain)
    return scanner.scan(document).map(\.candidate).filter { $0.rule.id.text == rule }
      .map { String(decoding: bytes[$0.value], as: UTF8.self) }
  }

  /// `4111 1111 1111 1111` with the digits from a zero on.
  private func card(_ zero: UInt32) -> String {
    String(
      String.UnicodeScalarView(
        "4111111111111111".unicodeScalars.compactMap { Unicode.Scalar(zero + $0.value - 0x30) }))
  }

  @Test(
    arguments: [
      0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0,
      0x1040, 0x17E0, 0xFF10,
    ] as [UInt32])
  func `a card number is read in digits of every script`(zero: UInt32) throws {
    let number = card(zero)
    #expect(try values("card: \(number)\n", rule: "pii/payment-card") == [number])
  }

  @Test(arguments: [
    "\u{2009}", "\u{202F}", "\u{2007}", "\u{2011}", "\u{2010}", "\u{2012}", "\u{2013}", "\u{B7}",
  ])
  func `separators of a typesetter part digits`(separator: String) throws {
    let number = ["4111", "1111", "1111", "1111"].joined(separator: separator)
    #expect(try values("card: \(number)\n", rule: "pii/payment-card") == [number])
  }

  @Test func `full-width letters are read beside full-width digits`() throws {
    let number = "ＧＢ８２ＷＥＳＴ１２３４５６９８７６５４３２"
    #expect(try values("IBAN \(number)\n", rule: "pii/iban") == [number])
  }

  @Test func `what is written in ASCII is told once`() throws {
    let text = "٣ cards, the first is card: 4111 1111 1111 1111\n"
    #expect(try values(text, rule: "pii/payment-card").count == 1)
  }

  @Test func `one dash between numbers is a range`() throws {
    #expect(try values("card: 41111111\u{2013}11111111\n", rule: "pii/payment-card").isEmpty)
  }
}
