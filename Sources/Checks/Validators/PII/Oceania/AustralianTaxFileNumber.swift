/// Tax file number: the sum with the weights 1, 4, 3, 7, 5, 8, 6, 9, 10 is divisible by 11; older
/// ones have eight digits and other weights (Australian Taxation Office, "Tax file number
/// algorithm").
enum AustralianTaxFileNumber {
  static let validator = Validator.identifier("tfn", template: "### ### ###", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 8...9) else { return .refuted }
    let weights = digits.count == 9 ? [1, 4, 3, 7, 5, 8, 6, 9, 10] : [10, 7, 8, 4, 6, 3, 5, 1]
    guard Identifier.weighted(digits, weights) % 11 == 0 else { return .refuted }
    return Identifier.settle(
      digits, "check digit valid",
      published: ["123456782", "876543210", "459599230", "112474082", "565051603"])
  }
}
