/// Business number with a program account: nine digits with Luhn, two letters and four digits (Canada
/// Revenue Agency).
enum CanadianBusinessNumber {
  static let validator = Validator.identifier("ca-bn", template: "######### RT0001", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9 || text.count == 15,
      let digits = Identifier.digits(Array(text[..<9]), 9), CheckDigits.luhn(digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
