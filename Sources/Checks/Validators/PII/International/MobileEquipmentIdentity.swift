/// IMEI: type allocation code, serial, Luhn (3GPP TS 23.003, section 6.2.1).
enum MobileEquipmentIdentity {
  static let validator = Validator.identifier("imei", template: "35#############", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 15), CheckDigits.luhn(digits) else {
      return .refuted
    }
    // Reporting bodies 00 and 99 are for tests and for placeholders.
    if digits[..<2] == [0, 0] || digits[..<2] == [9, 9] { return .documented("test range") }
    return Identifier.settle(
      digits, "check digit valid",
      published: [
        "490154203237518", "356938035643809", "352099001761481", "350077523237513",
        "356766003564310", "868932036356090",
      ])
  }
}
