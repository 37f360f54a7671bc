/// Cédula of Nicaragua: the municipality, the birth date, a serial number, and a letter that is
/// the remainder of all by 23 (Consejo Supremo Electoral).
enum NicaraguanIdentityCard {
  static let validator = Validator.identifier("ni-cedula", template: "001-dmy-####@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 14, let digits = Identifier.digits(Array(text.dropLast()), 13),
      digits[0] + digits[1] + digits[2] > 0, DayMonthYear.isDate(digits[3..<9])
    else { return .refuted }
    guard Array("ABCDEFGHJKLMNPQRSTUVWXY".utf8)[Identifier.number(digits) % 23] == text[13] else {
      return .refuted
    }
    return Identifier.settle(digits, "birth date and check letter valid")
  }
}
