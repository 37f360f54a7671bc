/// Personal number (PIN) of Kyrgyzstan: sex, birth date with the whole year, five digits more, of
/// which no check is published (State Registration Service of Kyrgyzstan).
enum KyrgyzPersonalNumber {
  static let validator = Validator.identifier("kg-pin", template: "2dmc#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 14), (1...2).contains(digits[0]) else {
      return .refuted
    }
    let year = Identifier.number(digits[5..<9])
    guard (1900...2035).contains(year),
      Identifier.isDate(
        year: year, month: digits[3] * 10 + digits[4], day: digits[1] * 10 + digits[2])
    else { return .refuted }
    return Identifier.settle(digits, "birth date valid")
  }
}
