/// Civil number: century, birth date, serial, and a check digit modulo 11 with the weights 2, 1, 6,
/// 3, 7, 9, 10, 5, 8, 4, 2 (Public Authority for Civil Information).
enum KuwaitiCivilNumber {
  static let validator = Validator.identifier(
    "kuwait-civil-id", template: "2ymd#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12), (1...3).contains(digits[0]),
      Identifier.isDate(
        year: digits[1] * 10 + digits[2], month: digits[3] * 10 + digits[4],
        day: digits[5] * 10 + digits[6]),
      11 - Identifier.weighted(digits, [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11 == digits[11]
    else { return .refuted }
    return Identifier.settle(digits, "birth date and check digit valid")
  }
}
