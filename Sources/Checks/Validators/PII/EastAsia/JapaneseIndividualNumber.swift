/// My Number: eleven digits and a check digit modulo 11 with the weights 6 to 2 and 7 to 2 (Order
/// of the Ministry of Internal Affairs No. 85 of 2014, article 5).
enum JapaneseIndividualNumber {
  static let validator = Validator.identifier("my-number", template: "############", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12) else { return .refuted }
    let rest = Identifier.weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    guard (rest <= 1 ? 0 : 11 - rest) == digits[11] else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
