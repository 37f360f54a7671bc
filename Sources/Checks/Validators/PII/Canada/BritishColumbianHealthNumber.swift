/// Personal health number of British Columbia: a 9, eight digits and a check digit modulo 11 with
/// the weights 2, 4, 8, 5, 10, 9, 7, 3 (Ministry of Health, "Conformance standards").
enum BritishColumbianHealthNumber {
  static let validator = Validator.identifier("bc-phn", template: "9### ### ###", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), digits[0] == 9,
      11 - Identifier.weighted(Array(digits[1...]), [2, 4, 8, 5, 10, 9, 7, 3]) % 11 == digits[9]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
