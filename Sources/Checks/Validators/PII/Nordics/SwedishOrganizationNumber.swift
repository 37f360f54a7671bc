/// Organisationsnummer: ten digits by Luhn, of which the third is 2 or more so that it is no date of
/// birth (lag 1974:174; Bolagsverket).
enum SwedishOrganizationNumber {
  static let validator = Validator.identifier("se-orgnr", template: "556###-####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), digits[0] != 0, digits[2] >= 2,
      CheckDigits.luhn(digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
