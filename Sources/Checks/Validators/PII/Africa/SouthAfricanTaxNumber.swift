/// Income tax reference number: ten digits with Luhn, of which the first is 0 to 3 or 9 (South
/// African Revenue Service).
enum SouthAfricanTaxNumber {
  static let validator = Validator.identifier("za-tax-number", template: "0#########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), [0, 1, 2, 3, 9].contains(digits[0]),
      CheckDigits.luhn(digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["0001339050", "0843089848"])
  }
}
