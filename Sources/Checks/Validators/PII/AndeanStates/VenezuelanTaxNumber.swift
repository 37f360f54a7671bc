/// RIF: a letter for the kind of holder, eight digits (of people their cédula), and a check digit
/// modulo 11 with the weights 3, 2, 7 to 2, to which four times the letter's place in VEJPG is
/// added (SENIAT).
enum VenezuelanTaxNumber {
  static let validator = Validator.identifier("ve-rif", template: "V-########-#", judge: judge)
  static let undivided = Validator.identifier("ve-rif-plain", template: "V#########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, let kind = Array("VEJPG".utf8).firstIndex(of: text[0]),
      let digits = Identifier.digits(Array(text.dropFirst()), 9)
    else { return .refuted }
    let sum = 4 * (kind + 1) + Identifier.weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2])
    let rest = sum % 11
    guard (rest < 2 ? 0 : 11 - rest) == digits[8] else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
