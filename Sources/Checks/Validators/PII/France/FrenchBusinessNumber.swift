/// SIREN and SIRET: nine digits, or fourteen with the establishment's, both by Luhn (INSEE, Code de
/// commerce R123-220).
enum FrenchBusinessNumber {
  static let validator = Validator.identifier("siren", template: "### ### ###", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9...14), [9, 14].contains(digits.count),
      CheckDigits.luhn(Array(digits[..<9])),
      // The establishments of La Poste are summed digit by digit.
      digits.count == 9 || CheckDigits.luhn(digits)
        || digits[..<9] == [3, 5, 6, 0, 0, 0, 0, 0, 0] && digits.reduce(0, +) % 5 == 0
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
