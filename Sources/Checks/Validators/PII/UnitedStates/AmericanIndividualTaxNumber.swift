/// ITIN: a 9, two digits, a group out of 50 to 65, 70 to 88, 90 to 92 and 94 to 99, a serial number
/// (Internal Revenue Manual, 3.21.263). No check digit.
enum AmericanIndividualTaxNumber {
  static let validator = Validator.identifier("itin", template: "9##-7#-####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9), digits[0] == 9 else { return .refuted }
    switch digits[3] * 10 + digits[4] {
    case 50...65, 70...88, 90...92, 94...99: break
    default: return .refuted
    }
    guard Identifier.number(digits[5...]) > 0 else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("area and group in range")
  }
}
