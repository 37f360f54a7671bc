/// Company number: eight digits and a check digit modulo 10 with the weights 8 to 1 (Australian
/// Securities and Investments Commission, "Australian Company Number digit check").
enum AustralianCompanyNumber {
  static let validator = Validator.identifier("acn", template: "### ### ###", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9),
      (Identifier.weighted(digits, [8, 7, 6, 5, 4, 3, 2, 1]) + digits[8]) % 10 == 0
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
