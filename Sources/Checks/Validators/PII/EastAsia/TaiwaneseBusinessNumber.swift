/// Unified business number: eight digits, the digits of the weighted ones add up to a multiple of
/// 5; a 7 in the seventh place may count one less (Ministry of Finance, rule of April 2023).
enum TaiwaneseBusinessNumber {
  static let validator = Validator.identifier(
    "tw-business-number", template: "+#######", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 8) else { return .refuted }
    var sum = 0
    for (digit, weight) in zip(digits, [1, 2, 1, 2, 1, 2, 4, 1]) {
      let product = digit * weight
      sum += product / 10 + product % 10
    }
    guard sum % 5 == 0 || digits[6] == 7 && (sum + 1) % 5 == 0 else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
