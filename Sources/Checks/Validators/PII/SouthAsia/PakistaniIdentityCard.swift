/// Computerized national identity card: province, division and district in five digits, family, and
/// a last digit that is odd for men (NADRA). No check digit.
enum PakistaniIdentityCard {
  static let validator = Validator.identifier("cnic", template: "3####-#######-#", judge: judge)
  static let undivided = Validator.identifier(
    "cnic-undivided", template: "3############", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), (1...8).contains(digits[0]),
      Identifier.number(digits[5..<12]) > 0, digits[12] > 0
    else { return .refuted }
    return Identifier.isPlaceholder(digits) || Identifier.isPlaceholder(Array(digits[5..<12]))
      ? .documented("placeholder digits") : .plausible("province valid")
  }
}
