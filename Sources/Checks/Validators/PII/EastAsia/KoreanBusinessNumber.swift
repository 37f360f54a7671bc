/// Business registration number: tax office, kind of business, serial, and a check digit modulo 10
/// with the weights 1, 3, 7 in turn, the ninth digit taken five times with the tens of the product
/// added (National Tax Service).
enum KoreanBusinessNumber {
  static let validator = Validator.identifier("kr-brn", template: "1##-8#-#####", judge: judge)
  static let undivided = Validator.identifier(
    "kr-brn-undivided", template: "1##8######", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), digits[0] > 0,
      digits[3] * 10 + digits[4] > 0
    else { return .refuted }
    let sum =
      Identifier.weighted(digits, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + digits[8] * 5 / 10 + digits[9]
    guard sum % 10 == 0 else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
