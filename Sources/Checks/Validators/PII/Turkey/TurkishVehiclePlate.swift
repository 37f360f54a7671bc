/// Plaka: the province (01 to 81), one to three letters, and two to five digits, fewer the more
/// letters there are (Karayolları Trafik Yönetmeliği). No check digit.
enum TurkishVehiclePlate {
  static let validator = Validator.identifier("tr-plate", template: "34 @@@ +##", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    let province = text.prefix { $0.isASCIIDigit }
    let letters = text[province.endIndex...].prefix { $0.isASCIILetter }
    let serial = text[letters.endIndex...]
    guard province.count == 2, (1...3).contains(letters.count),
      serial.allSatisfy(\.isASCIIDigit),
      (2...5).contains(serial.count), letters.count + serial.count <= 7,
      // There is no Q, W or X in the Turkish alphabet.
      !letters.contains(where: { $0 == 0x51 || $0 == 0x57 || $0 == 0x58 }),
      (1...81).contains(Int(province[0] - 0x30) * 10 + Int(province[1] - 0x30))
    else { return .refuted }
    return .plausible("province of Turkey")
  }
}
