/// INN of a company: the region, seven digits more, and a check digit modulo 11 with the weights 2,
/// 4, 10, 3, 5, 9, 4, 6, 8, 0 for ten (Federal Tax Service, order MMV-7-6/435).
enum RussianCompanyTaxNumber {
  static let validator = Validator.identifier(
    "ru-inn-company", template: "77########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), digits[0] + digits[1] > 0,
      Identifier.weighted(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[9]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["7707083893", "7830002293"])
  }
}
