/// SNILS: nine digits, and their sum modulo 101 with the weights 9 to 1 in two more; numbers up to
/// 001-001-998 have none (Pension Fund of Russia, resolution 318p).
enum RussianInsuranceNumber {
  static let validator = Validator.identifier("snils", template: "1##-###-### ##", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11) else { return .refuted }
    guard Identifier.number(digits[..<9]) > 1_001_998,
      Identifier.weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100
        == digits[9] * 10 + digits[10]
    else { return .refuted }
    return Identifier.settle(digits, "check digits valid", published: ["11223344595"])
  }
}
