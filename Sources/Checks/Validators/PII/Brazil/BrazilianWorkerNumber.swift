/// PIS, PASEP, NIT and NIS: ten digits and a check digit modulo 11 with the weights 3, 2, 9 to 2
/// (Caixa Econômica Federal).
enum BrazilianWorkerNumber {
  static let validator = Validator.identifier("pis", template: "1##.#####.##-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11) else { return .refuted }
    let rest = Identifier.weighted(digits, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
    guard (rest < 2 ? 0 : 11 - rest) == digits[10] else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
