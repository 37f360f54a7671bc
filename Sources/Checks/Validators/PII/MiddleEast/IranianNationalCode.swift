/// Code melli: the place of registration, serial, and a check digit modulo 11 with the weights 10
/// to 2 (National Organization for Civil Registration).
enum IranianNationalCode {
  static let validator = Validator.identifier("code-melli", template: "0#########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), Identifier.number(digits[..<3]) > 0 else {
      return .refuted
    }
    let rest = Identifier.weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
    guard digits[9] == (rest < 2 ? rest : 11 - rest) else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
