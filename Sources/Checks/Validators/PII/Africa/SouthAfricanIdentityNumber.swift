/// Identity number: birth date, sex, citizenship (0 to 2), Luhn (Identification Act 68 of 1997).
enum SouthAfricanIdentityNumber {
  static let validator = Validator.identifier("za-id", template: "ymd####08#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
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
