/// Identity number of Honduras: department and municipality, the year of birth or entry, a serial
/// number; a fourteenth digit makes it the RTN (Registro Nacional de las Personas). No check digit.
enum HonduranIdentityNumber {
  static let validator = Validator.identifier("hn-dni", template: "0801-c-#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13...14),
      (1...18).contains(digits[0] * 10 + digits[1]), (1...28).contains(digits[2] * 10 + digits[3]),
      (1900...2030).contains(Identifier.number(digits[4..<8])),
      Identifier.number(digits[8..<13]) > 0
    else { return .refuted }
    if Identifier.isPlaceholder(Array(digits[8...])) { return .documented("placeholder digits") }
    return .plausible("municipality and year in range")
  }
}
