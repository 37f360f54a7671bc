/// Matricule: birth date, three digits of order, a check digit by Luhn and one by Verhoeff, each
/// over the first eleven (loi du 19 juin 2013, CTIE).
enum LuxembourgishNationalNumber {
  static let validator = Validator.identifier("lu-matricule", template: "cmd#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13) else { return .refuted }
    let year = Identifier.number(digits[..<4])
    guard (1850...2099).contains(year),
      Identifier.isDate(
        year: year, month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7]),
      CheckDigits.luhn(Array(digits[..<12])),
      CheckDigits.verhoeff(Array(digits[..<11]) + [digits[12]])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digits valid", published: ["1893120105732"])
  }
}
