/// National identity number (1) and iqama (2): ten digits with Luhn (Ministry of Interior).
enum SaudiIdentityNumber {
  static let validator = Validator.identifier("saudi-id", template: "1#########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), digits[0] == 1 || digits[0] == 2,
      CheckDigits.luhn(digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
