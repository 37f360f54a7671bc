/// NIDA number: birth date, postal code, serial, two digits more (National Identification Authority
/// of Tanzania). No check digit is published.
enum TanzanianIdentityNumber {
  static let validator = Validator.identifier(
    "tanzania-nida", template: "cmd-#####-#####-##", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 20) else { return .refuted }
    let year = Identifier.number(digits[..<4])
    guard (1900...2035).contains(year),
      Identifier.isDate(
        year: year, month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7])
    else { return .refuted }
    return Identifier.settle(digits, "birth date valid")
  }
}
