/// National number: century, birth date, governorate, serial with the sex, and a check digit
/// whose rule is not published (Civil Status law 143 of 1994).
enum EgyptianNationalNumber {
  static let validator = Validator.identifier("egypt-id", template: "2ymd01#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 14), digits[0] == 2 || digits[0] == 3,
      Identifier.isDate(
        year: (digits[0] == 2 ? 1900 : 2000) + digits[1] * 10 + digits[2],
        month: digits[3] * 10 + digits[4], day: digits[5] * 10 + digits[6])
    else { return .refuted }
    switch digits[7] * 10 + digits[8] {
    case 1...4, 11...19, 21...29, 31...35, 88:
      return Identifier.settle(digits, "birth date and governorate valid")
    default: return .refuted
    }
  }
}
