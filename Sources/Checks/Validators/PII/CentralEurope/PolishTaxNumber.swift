/// NIP: nine digits and a check digit modulo 11 with the weights 6, 5, 7, 2 to 7; a check digit of
/// ten is not given out (Ustawa o zasadach ewidencji i identyfikacji podatników, 1995).
enum PolishTaxNumber {
  static let validator = Validator.identifier("pl-nip", template: "+##-###-##-##", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), isValid(digits) else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  static func isValid(_ digits: [Int]) -> Bool {
    digits[0] != 0 && Identifier.weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9]
  }
}
