/// NHS number: nine digits and a check digit modulo 11 with the weights 10 to 2; a check digit of
/// ten is not given out (NHS Data Dictionary, NHS NUMBER).
enum BritishHealthServiceNumber {
  static let validator = Validator.identifier("nhs-number", template: "4#########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10) else { return .refuted }
    let check = 11 - Identifier.weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
    guard check != 10, check % 11 == digits[9] else { return .refuted }
    // The range 999 is kept for tests.
    if digits[..<3] == [9, 9, 9] { return .documented("test range 999") }
    return Identifier.settle(
      digits, "check digit valid",
      published: ["9434765919", "9434765870", "4010232137", "4505577104", "9876543210"])
  }
}
