/// Cédula of Costa Rica: the province (8 naturalized, 9 late entries), volume and entry of the
/// register of births, perhaps with a 0 before it (Tribunal Supremo de Elecciones). No check digit.
enum CostaRicanIdentityCard {
  static let validator = Validator.identifier("cr-cedula", template: "1-0###-####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard var digits = Identifier.digits(value, 9...10) else { return .refuted }
    if digits.count == 10 {
      guard digits[0] == 0 else { return .refuted }
      digits.removeFirst()
    }
    let volume = Identifier.number(digits[1..<5])
    guard digits[0] > 0, (1..<3_000).contains(volume), Identifier.number(digits[5...]) > 0 else {
      return .refuted
    }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("province, volume and entry in range")
  }
}
