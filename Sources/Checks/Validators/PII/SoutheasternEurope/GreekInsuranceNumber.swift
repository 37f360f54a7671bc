/// AMKA: birth date and Luhn (nomos 3655/2008).
enum GreekInsuranceNumber {
  static let validator = Validator.identifier("amka", template: "dmy#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), CheckDigits.luhn(digits),
      Identifier.isDate(
        year: digits[4] * 10 + digits[5], month: digits[2] * 10 + digits[3],
        day: digits[0] * 10 + digits[1])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid", published: ["01013099997"])
  }
}
