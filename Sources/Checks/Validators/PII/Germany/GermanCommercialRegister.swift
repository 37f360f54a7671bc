/// Number of the German commercial register: the division (A for people in business, B for
/// companies), up to six digits, perhaps letters of a former court (Handelsregisterverordnung). No
/// check digit.
enum GermanCommercialRegister {
  static let validator = Validator.identifier(
    "handelsregister", template: "HRB +####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count >= 6, text.starts(with: "HRA".utf8) || text.starts(with: "HRB".utf8) else {
      return .refuted
    }
    let digits = text.dropFirst(3).prefix(while: \.isASCIIDigit)
    guard (3...6).contains(digits.count), digits.first != 0x30 else { return .refuted }
    return .plausible("form of the commercial register")
  }
}
