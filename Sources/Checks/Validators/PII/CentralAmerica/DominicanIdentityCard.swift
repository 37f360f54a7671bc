/// Cédula of the Dominican Republic: the municipality, seven digits, and Luhn over the whole (Junta
/// Central Electoral).
enum DominicanIdentityCard {
  static let validator = Validator.identifier("do-cedula", template: "001-#######-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), digits[0] + digits[1] + digits[2] > 0,
      CheckDigits.luhn(digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
