/// DUI of El Salvador: eight digits and a check digit modulo 10 with the weights 9 to 2 (Registro
/// Nacional de las Personas Naturales).
enum SalvadoranIdentityNumber {
  static let validator = Validator.identifier("sv-dui", template: "0#######-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9),
      (10 - Identifier.weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 10) % 10 == digits[8]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
