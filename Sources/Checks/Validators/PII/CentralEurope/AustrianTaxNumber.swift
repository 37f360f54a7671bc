/// Abgabenkontonummer: the tax office, six digits and a check digit by Luhn (Bundesministerium für
/// Finanzen; the European Commission's list of TINs).
enum AustrianTaxNumber {
  static let validator = Validator.identifier(
    "at-tax-number", template: "##-###/####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9), CheckDigits.luhn(digits) else {
      return .refuted
    }
    return Identifier.settle(digits, "check digit valid", published: ["931736581"])
  }
}
