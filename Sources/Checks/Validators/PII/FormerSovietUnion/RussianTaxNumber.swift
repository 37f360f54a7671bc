/// INN of a person: twelve digits, of which the first two are the region and the last two check the
/// others modulo 11, 0 for ten (Federal Tax Service, order MMV-7-6/435).
enum RussianTaxNumber {
  static let validator = Validator.identifier("ru-inn", template: "77##########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12), digits[0] + digits[1] > 0,
      Identifier.weighted(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[10],
      Identifier.weighted(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[11]
    else { return .refuted }
    return Identifier.settle(digits, "check digits valid", published: ["500100732259"])
  }
}
