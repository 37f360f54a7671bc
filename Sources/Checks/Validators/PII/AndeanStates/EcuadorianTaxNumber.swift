/// RUC: a cédula (Luhn), the number of a public body (third digit 6) or of a company (third digit
/// 9), both checked modulo 11, and the branch (Servicio de Rentas Internas). Some numbers with a 6
/// are of people and check by Luhn.
enum EcuadorianTaxNumber {
  static let validator = Validator.identifier("ec-ruc", template: "17########001", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), EcuadorianProvince.contains(digits),
      Identifier.number(digits[10...]) > 0
    else { return .refuted }
    let isValid =
      switch digits[2] {
      case 9: Identifier.weighted(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
      case 6:
        Identifier.weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
          || CheckDigits.luhn(Array(digits[..<10]))
      case 7, 8: false
      default: CheckDigits.luhn(Array(digits[..<10]))
      }
    guard isValid else { return .refuted }
    return Identifier.settle(digits, "province and check digit valid")
  }
}
