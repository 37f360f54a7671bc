/// Identifiers of Turkey, Israel and South Africa.
enum MiddleEastAndAfrica {
  static let validators: [Validator] = [
    .identifier("tckn", template: "+##########", judge: turkish),
    .identifier("il-id", template: "+########", judge: israeli),
    .identifier("za-id", template: "ymd####08#", judge: southAfrican),
  ]

  /// T.C. kimlik no: eleven digits, the tenth and the eleventh check the others (5490 sayılı Kanun).
  static func turkish(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), digits[0] != 0 else { return .refuted }
    let odd = digits[0] + digits[2] + digits[4] + digits[6] + digits[8]
    let even = digits[1] + digits[3] + digits[5] + digits[7]
    guard (odd * 7 - even + 100) % 10 == digits[9],
      digits[..<10].reduce(0, +) % 10 == digits[10]
    else { return .refuted }
    return Identifier.settle(digits, "check digits valid", published: ["10000000146"])
  }

  /// Mispar zehut: nine digits with Luhn (Population and Immigration Authority).
  static func israeli(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9), CheckDigits.luhn(digits),
      Identifier.number(digits) > 999_999
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["039337423"])
  }

  /// Identity number: birth date, sex, citizenship (0 to 2), Luhn (Identification Act 68 of 1997).
  static func southAfrican(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), digits[10] <= 2, CheckDigits.luhn(digits),
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid",
      published: ["8001015009087", "9202204720082", "7503305044089", "8605065397083"])
  }
}
