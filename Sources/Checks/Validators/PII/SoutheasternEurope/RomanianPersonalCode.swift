/// CNP: sex and century, birth date, county, serial, check digit modulo 11 with the weights 2, 7,
/// 9, 1, 4, 6, 3, 5, 8, 2, 7, 9, 1 for ten (Legea 105/1996).
enum RomanianPersonalCode {
  static let validator = Validator.identifier("cnp", template: "1ymd12####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), digits[0] != 0 else { return .refuted }
    let rest = Identifier.weighted(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
    guard (rest == 10 ? 1 : rest) == digits[12],
      Identifier.isDate(
        year: digits[1] * 10 + digits[2], month: digits[3] * 10 + digits[4],
        day: digits[5] * 10 + digits[6])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid", published: ["1800101221144", "1630615123457"])
  }
}
