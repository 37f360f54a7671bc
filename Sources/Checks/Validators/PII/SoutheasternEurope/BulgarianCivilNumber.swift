/// EGN: birth date (the century is in the month), serial, and a check digit modulo 11 with the
/// weights 2, 4, 8, 5, 10, 9, 7, 3, 6, 0 for ten (ESGRAON).
enum BulgarianCivilNumber {
  static let validator = Validator.identifier("egn", template: "ymd####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10),
      Identifier.weighted(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == digits[9],
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: (digits[2] * 10 + digits[3]) % 20,
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid",
      published: ["7523169263", "7501010010", "7552010005", "8032056031"])
  }
}
