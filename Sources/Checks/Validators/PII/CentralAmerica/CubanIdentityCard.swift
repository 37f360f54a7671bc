/// Cuban carné de identidad: the birth date, a digit for the century, and four digits (Dirección de
/// Identificación, Inmigración y Extranjería). The rule of the last digit is not published.
enum CubanIdentityCard {
  static let validator = Validator.identifier("cu-ci", template: "ymd3####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), digits[6] <= 8,
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("birth date valid")
  }
}
