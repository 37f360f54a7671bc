/// Business number: two check digits before the nine of the company; 1 is taken from the first, and
/// the weighted sum is divisible by 89 (Australian Business Register).
enum AustralianBusinessNumber {
  static let validator = Validator.identifier("abn", template: "## ### ### ###", judge: judge)
  static let undivided = Validator.identifier(
    "abn-undivided", template: "###########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard var digits = Identifier.digits(value, 11), digits[0] > 0 else { return .refuted }
    digits[0] -= 1
    guard Identifier.weighted(digits, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 == 0 else {
      return .refuted
    }
    digits[0] += 1
    return Identifier.settle(digits, "check digits valid")
  }
}
