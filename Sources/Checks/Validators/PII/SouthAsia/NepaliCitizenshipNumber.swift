/// Citizenship certificate: district (1 to 77), office, year, serial (Ministry of Home Affairs). No
/// check digit.
enum NepaliCitizenshipNumber {
  static let validator = Validator.identifier(
    "np-citizenship", template: "##-##-##-#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), (1...77).contains(digits[0] * 10 + digits[1]),
      digits[2] * 10 + digits[3] > 0, Identifier.number(digits[6...]) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("district valid")
  }
}
