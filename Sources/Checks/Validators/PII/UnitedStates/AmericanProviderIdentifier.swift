/// National provider identifier: Luhn over the number with 80840 before it (45 CFR 162.406).
enum AmericanProviderIdentifier {
  static let validator = Validator.identifier("npi", template: "1#########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), digits[0] == 1 || digits[0] == 2,
      CheckDigits.luhn([8, 0, 8, 4, 0] + digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["1234567893"])
  }
}
