/// Driver's license: the police that issued it (11 to 28), year, serial, two check digits whose
/// rule is not public (Korean National Police Agency).
enum KoreanDrivingLicense {
  static let validator = Validator.identifier(
    "kr-driver-number", template: "1#-##-######-##", judge: judge)
  static let undivided = Validator.identifier(
    "kr-driver-number-undivided", template: "1###########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12),
      (11...28).contains(digits[0] * 10 + digits[1]), Identifier.number(digits[4..<10]) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("place of issue valid")
  }
}
