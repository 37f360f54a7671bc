/// PINFL: century and sex, birth date, district, serial, and the check digit of machine-readable
/// documents (resolution 198 of the Cabinet of Uzbekistan).
enum UzbekPersonalNumber {
  static let validator = Validator.identifier("pinfl", template: "3dmy#######", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 14), (1...6).contains(digits[0]),
      Identifier.isDate(
        year: digits[5] * 10 + digits[6], month: digits[3] * 10 + digits[4],
        day: digits[1] * 10 + digits[2]),
      CheckDigits.machineReadable(digits)
    else { return .refuted }
    return Identifier.settle(digits, "birth date and check digit valid")
  }
}
