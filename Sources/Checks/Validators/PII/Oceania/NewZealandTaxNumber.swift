/// IRD number: eight or nine digits in the issued range, a check digit modulo 11 in two rounds
/// (Inland Revenue, "Resident withholding tax specification").
enum NewZealandTaxNumber {
  static let validator = Validator.identifier("ird", template: "0########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard var digits = Identifier.digits(value, 8...9) else { return .refuted }
    if digits.count == 8 { digits.insert(0, at: 0) }
    guard (10_000_000...160_000_000).contains(Identifier.number(digits)) else { return .refuted }
    var check = (11 - Identifier.weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
    if check == 10 {
      check = (11 - Identifier.weighted(digits, [7, 4, 3, 2, 5, 2, 7, 6]) % 11) % 11
    }
    guard check == digits[8] else { return .refuted }
    return Identifier.settle(
      digits, "check digit valid",
      published: ["049091850", "035901981", "049098576", "136410132", "136410133"])
  }
}
