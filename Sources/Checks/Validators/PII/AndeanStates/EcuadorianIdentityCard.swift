/// Cédula: the province (01 to 24, 30 and 50 abroad), a third digit up to 6, and Luhn over the
/// whole (Dirección General de Registro Civil).
enum EcuadorianIdentityCard {
  static let validator = Validator.identifier("ec-cedula", template: "17########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), EcuadorianProvince.contains(digits),
      digits[2] <= 6,
      CheckDigits.luhn(digits)
    else { return .refuted }
    return Identifier.settle(digits, "province and check digit valid")
  }
}
