/// Voter's number: eight digits, the state (01 to 28), and two check digits modulo 11, which are
/// never 0 in São Paulo and Minas Gerais (Tribunal Superior Eleitoral, Resolução 21.538).
enum BrazilianVoterNumber {
  static let validator = Validator.identifier(
    "titulo-eleitor", template: "########01##", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12) else { return .refuted }
    let state = digits[8] * 10 + digits[9]
    guard (1...28).contains(state) else { return .refuted }
    func check(_ sum: Int) -> Int {
      let rest = sum % 11 % 10
      return rest == 0 && sum % 11 == 0 && state <= 2 ? 1 : rest
    }
    guard check(Identifier.weighted(digits, [2, 3, 4, 5, 6, 7, 8, 9])) == digits[10],
      check(digits[8] * 7 + digits[9] * 8 + digits[10] * 9) == digits[11]
    else { return .refuted }
    return Identifier.settle(digits, "state and check digits valid")
  }
}
