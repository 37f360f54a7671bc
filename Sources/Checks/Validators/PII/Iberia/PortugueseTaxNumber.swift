/// NIF: nine digits, of which the last checks the others modulo 11 with the weights 9 to 2, 0 for
/// ten (Decreto-Lei 14/2013). Those of people begin with 1, 2, 3 or 45.
enum PortugueseTaxNumber {
  static let validator = Validator.identifier("pt-nif", template: "2########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9), digits[0] != 0 else { return .refuted }
    let check = 11 - Identifier.weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
    guard (check >= 10 ? 0 : check) == digits[8] else { return .refuted }
    // The number that receipts bear for an unknown buyer.
    return Identifier.settle(digits, "check digit valid", published: ["999999990"])
  }
}
