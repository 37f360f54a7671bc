/// NIK: province, regency and district, birth date (day plus 40 for women), serial (Ministry of
/// Home Affairs, Law 24 of 2013). No check digit.
enum IndonesianIdentityNumber {
  static let validator = Validator.identifier("nik", template: "3175##dmy####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 16) else { return .refuted }
    switch digits[0] * 10 + digits[1] {
    case 11...19, 21, 31...36, 51...53, 61...65, 71...76, 81, 82, 91...96: break
    default: return .refuted
    }
    let day = digits[6] * 10 + digits[7]
    guard digits[2] * 10 + digits[3] > 0,
      Identifier.isDate(
        year: digits[10] * 10 + digits[11], month: digits[8] * 10 + digits[9],
        day: day > 40 ? day - 40 : day), Identifier.number(digits[12...]) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("province and birth date valid")
  }
}
