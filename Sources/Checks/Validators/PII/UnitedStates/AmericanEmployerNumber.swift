/// EIN: the prefix of a campus that gives them, and seven digits (IRS, "How EINs are assigned and
/// valid EIN prefixes"). No check digit.
enum AmericanEmployerNumber {
  static let validator = Validator.identifier("ein", template: "4#-#######", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9),
      !unassigned.contains(digits[0] * 10 + digits[1])
    else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("prefix in use")
  }

  private static let unassigned: Set<Int> = [
    0, 7, 8, 9, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97,
  ]
}
