/// MyKad: birth date and place of birth (Jabatan Pendaftaran Negara). No check digit.
enum MalaysianIdentityCard {
  static let validator = Validator.identifier("mykad", template: "ymd-14-####", judge: judge)
  static let undivided = Validator.identifier(
    "mykad-undivided", template: "ymd14####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12),
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    let place = digits[6] * 10 + digits[7]
    guard ![0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97].contains(place) else {
      return .refuted
    }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("birth date and place valid")
  }
}
