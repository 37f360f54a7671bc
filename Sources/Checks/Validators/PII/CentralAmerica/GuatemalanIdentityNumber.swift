/// CUI of the identity document (DPI): eight digits, their sum modulo 11 with the weights 2 to 9,
/// and department and municipality of birth (RENAP).
enum GuatemalanIdentityNumber {
  static let validator = Validator.identifier("gt-cui", template: "2### ##### 0101", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13),
      Identifier.weighted(digits, [2, 3, 4, 5, 6, 7, 8, 9]) % 11 == digits[8],
      (1...22).contains(digits[9] * 10 + digits[10]),
      (1...33).contains(digits[11] * 10 + digits[12])
    else { return .refuted }
    return Identifier.settle(digits, "check digit and department valid")
  }
}
