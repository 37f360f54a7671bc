/// RNC of companies in the Dominican Republic: eight digits and a check digit modulo 11 with the
/// weights 7, 9, 8, 6, 5, 4, 3, 2; remainders of 0 and 1 are written 2 and 1 (Dirección General de
/// Impuestos Internos).
enum DominicanTaxNumber {
  static let validator = Validator.identifier("do-rnc", template: "1-##-#####-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9),
      (10 - Identifier.weighted(digits, [7, 9, 8, 6, 5, 4, 3, 2]) % 11 + 9) % 9 + 1 == digits[8]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
