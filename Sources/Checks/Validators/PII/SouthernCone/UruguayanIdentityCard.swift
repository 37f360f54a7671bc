/// Cédula de identidad: six or seven digits and a check digit modulo 10 with the weights 2, 9, 8,
/// 7, 6, 3, 4 (Dirección Nacional de Identificación Civil).
enum UruguayanIdentityCard {
  static let validator = Validator.identifier("uy-ci", template: "+.###.###-#", judge: judge)
  static let undivided = Validator.identifier("uy-ci-plain", template: "+######-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard var digits = Identifier.digits(value, 7...8) else { return .refuted }
    if digits.count == 7 { digits.insert(0, at: 0) }
    guard
      (10 - Identifier.weighted(digits, [2, 9, 8, 7, 6, 3, 4]) % 10) % 10 == digits[7]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
