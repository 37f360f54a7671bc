/// CPF: nine digits and two check digits modulo 11, with weights that fall from 10 and from 11 to 2
/// (Receita Federal, IN RFB 1548).
enum BrazilianPersonalTaxNumber {
  static let validator = Validator.identifier("cpf", template: "###.###.###-##", judge: judge)
  static let grouped = Validator.identifier("cpf-grouped", template: "#########-##", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11),
      BrazilianCheckDigit.digit(digits[..<9], [10, 9, 8, 7, 6, 5, 4, 3, 2]) == digits[9],
      BrazilianCheckDigit.digit(digits[..<10], [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) == digits[10]
    else { return .refuted }
    return Identifier.settle(
      digits, "check digits valid",
      published: [
        "11144477735", "52998224725", "12345678909", "39053344705", "22233366638", "23100299900",
      ])
  }
}
