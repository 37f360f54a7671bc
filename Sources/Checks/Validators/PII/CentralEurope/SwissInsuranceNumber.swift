/// AHV-Nummer: 756, nine digits and the check digit of an EAN-13 (AHVV article 133 bis).
enum SwissInsuranceNumber {
  static let validator = Validator.identifier("ahv", template: "756##########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), digits[..<3] == [7, 5, 6],
      Identifier.weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0
    else { return .refuted }
    return Identifier.settle(
      digits, "check digit valid", published: ["7569217076985", "7569217076922", "7561234567897"])
  }
}
