/// Serial number of an identity card or passport: nine places, then the check digit of ICAO 9303
/// (weights 7, 3, 1), which may be missing (Personalausweisverordnung).
enum GermanIdentityCard {
  static let validator = Validator.identifier(
    "de-identity-card", template: "L########+", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9 || text.count == 10, "CFGHJKLMNPRTVWXYZ".utf8.contains(text[0]),
      !text.dropFirst().contains(where: { "AEIOUBDQS".utf8.contains($0) })
    else { return .refuted }
    guard text.count(where: \.isASCIIDigit) >= 4 else { return .refuted }
    // L01X00T47 and C01X00T47 are on the official specimens.
    if text[1...].starts(with: "01X00T4".utf8) { return .documented("specimen") }
    guard text.count == 10 else { return .plausible("structure valid") }
    guard CheckDigits.machineReadable(text.map(\.base36)) else { return .refuted }
    return .proven("check digit valid")
  }
}
