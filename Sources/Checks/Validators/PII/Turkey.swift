/// Identifiers of Turkey besides the identity number.
enum Turkey {
  static let validators: [Validator] = [
    .identifier("vkn", template: "+#########", judge: taxNumber),
    .identifier("tr-plate", template: "34 @@@ +##", judge: plate),
  ]

  /// Vergi kimlik numarası: ten digits, the last checks the others, each of which is moved on by its
  /// place and multiplied by a power of two modulo 9 (Gelir İdaresi Başkanlığı).
  static func taxNumber(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10) else { return .refuted }
    var sum = 0
    for index in 0..<9 {
      let moved = (digits[index] + 9 - index) % 10
      sum += moved == 9 ? 9 : (moved << (9 - index)) % 9
    }
    guard (10 - sum % 10) % 10 == digits[9] else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["4540536920"])
  }

  /// Plaka: the province (01 to 81), one to three letters, and two to five digits, fewer the more
  /// letters there are (Karayolları Trafik Yönetmeliği).
  static func plate(_ value: [UInt8]) -> Judgement {
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
