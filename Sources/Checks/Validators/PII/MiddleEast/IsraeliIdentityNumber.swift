/// Mispar zehut: nine digits with Luhn (Population and Immigration Authority).
enum IsraeliIdentityNumber {
  static let validator = Validator.identifier("il-id", template: "+########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9), CheckDigits.luhn(digits),
      Identifier.number(digits) > 999_999
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["039337423"])
  }
}
