/// AFM: eight digits and a check digit modulo 11 with the powers of two from 256 to 2 as weights, 0
/// for ten (AADE).
enum GreekTaxNumber {
  static let validator = Validator.identifier("gr-afm", template: "1########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9), isValid(digits) else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  static func isValid(_ digits: [Int]) -> Bool {
    Identifier.weighted(digits, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == digits[8]
  }
}
