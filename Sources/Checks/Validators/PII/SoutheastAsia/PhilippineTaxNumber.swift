/// Taxpayer identification number: nine digits, of which the last checks the others by a rule that is
/// not public, and the branch in three or five (Bureau of Internal Revenue).
enum PhilippineTaxNumber {
  static let validator = Validator.identifier("ph-tin", template: "+##-###-###-000", judge: judge)
  static let undivided = Validator.identifier(
    "ph-tin-undivided", template: "+########000", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9...14), [9, 12, 14].contains(digits.count),
      Identifier.number(digits[..<9]) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(Array(digits[..<9]))
      ? .documented("placeholder digits") : .plausible(nil)
  }
}
