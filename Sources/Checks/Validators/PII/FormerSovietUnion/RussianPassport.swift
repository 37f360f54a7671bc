/// Passport: the region, the year of the form (from 1997) and six digits; nothing checks them
/// (government resolution 828 of 1997).
enum RussianPassport {
  static let validator = Validator.identifier("ru-passport", template: "45 0# ######", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    // A numero sign or a word may stand between the series and the number.
    let digits = value.filter(\.isASCIIDigit).map { Int($0 - 0x30) }
    guard digits.count == 10, digits[0] + digits[1] > 0 else { return .refuted }
    let year = digits[2] * 10 + digits[3]
    guard year <= 35 || year >= 97, Set(digits).count > 1 else { return .refuted }
    return Identifier.isPlaceholder(digits) || Identifier.number(digits[4...]) == 123_456
      ? .documented("placeholder digits") : .plausible("series of a region and year")
  }
}
