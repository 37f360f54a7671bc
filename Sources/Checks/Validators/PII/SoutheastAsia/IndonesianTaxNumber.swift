/// NPWP: kind of taxpayer, serial, Luhn's check digit over nine digits, tax office, branch
/// (Direktorat Jenderal Pajak, PER-04/PJ/2020).
enum IndonesianTaxNumber {
  static let validator = Validator.identifier(
    "npwp", template: "0#.###.###.#-0##.000", judge: judge)
  static let undivided = Validator.identifier(
    "npwp-undivided", template: "0########0##000", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard var digits = Identifier.digits(value, 15...16) else { return .refuted }
    if digits.count == 16 {
      guard digits.removeFirst() == 0 else { return .refuted }
    }
    let head = Array(digits[..<9])
    guard CheckDigits.luhn(head), Identifier.number(head) > 0,
      Identifier.number(digits[9..<12]) > 0
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
