/// Steuernummer: the tax office, district and a number, ten or eleven digits by the state, or the
/// thirteen of ELSTER, which begin with the office and have a 0 in the fifth place (section 139a AO;
/// Bundeszentralamt für Steuern). The check digits differ by state and are not looked at.
enum GermanIncomeTaxNumber {
  static let validator = Validator.identifier(
    "steuernummer", template: "+#/8##/#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9...13), digits.count != 12,
      let first = digits.first, digits.contains(where: { $0 != first })
    else { return .refuted }
    if digits.count == 13 {
      let state = digits[0] * 10 + digits[1]
      let states = [10, 11, 21, 22, 23, 24, 26, 27, 28, 30, 31, 32, 40, 41]
      return digits[4] == 0 && (states.contains(state) || [5, 9].contains(digits[0]))
        ? .plausible("state and form of ELSTER") : .refuted
    }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("form valid")
  }
}
