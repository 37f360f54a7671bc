/// RUC: a prefix (10 and 15 to 17 for people, 20 for companies), eight digits, and a check digit
/// modulo 11 with the weights 5 to 2 and 7 to 2 (SUNAT).
enum PeruvianTaxNumber {
  static let validator = Validator.identifier("pe-ruc", template: "10#########", judge: judge)
  static let company = Validator.identifier("pe-ruc-company", template: "20#########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11),
      [10, 15, 16, 17, 20].contains(digits[0] * 10 + digits[1]),
      (11 - Identifier.weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 10 == digits[10]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
