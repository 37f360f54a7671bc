/// Kennitala: birth date (day plus 40 for companies), two random digits, a check digit modulo 11
/// with the weights 3, 2, 7 to 2, the century (Þjóðskrá).
enum IcelandicIdentityNumber {
  static let validator = Validator.identifier("kennitala", template: "dmy-###9", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), [0, 8, 9].contains(digits[9]),
      Identifier.weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    else { return .refuted }
    let day = digits[0] * 10 + digits[1]
    guard
      Identifier.isDate(
        year: digits[4] * 10 + digits[5], month: digits[2] * 10 + digits[3],
        day: day > 40 ? day - 40 : day)
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid", published: ["1201743399", "4504013150"])
  }
}
