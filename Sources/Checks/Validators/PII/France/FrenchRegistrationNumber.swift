/// NIR (numéro de sécurité sociale): sex, year, month, department (2A and 2B in Corsica), commune,
/// order, and a key of 97 less the remainder by 97 (INSEE; décret n° 82-103).
enum FrenchRegistrationNumber {
  static let validator = Validator.identifier("nir", template: "1ym29########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    var text = Identifier.compact(value)
    guard text.count == 15 else { return .refuted }
    let written = String(decoding: text, as: UTF8.self)
    if text[5] == UInt8(ascii: "2") {
      // For the key 2A counts as 19 and 2B as 18.
      if text[6] == UInt8(ascii: "A") {
        text[5...6] = [0x31, 0x39]
      } else if text[6] == UInt8(ascii: "B") {
        text[5...6] = [0x31, 0x38]
      }
    }
    guard let digits = Identifier.digits(text, 15), [1, 2, 3, 4, 7, 8].contains(digits[0]),
      97 - Identifier.number(digits[..<13]) % 97 == digits[13] * 10 + digits[14]
    else { return .refuted }
    let month = digits[3] * 10 + digits[4]
    // Months above 12 stand for papers that do not say it.
    guard (1...12).contains(month) || (20...42).contains(month) || (50...99).contains(month) else {
      return .refuted
    }
    if ["255081416802538", "269054958815780", "184127645108946", "180126955222380"]
      .contains(written)
    {
      return .documented("published example")
    }
    return Identifier.settle(digits, "key valid")
  }
}
