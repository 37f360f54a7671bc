/// Identifiers of Germany.
enum Germany {
  static let validators: [Validator] = [
    .identifier("steuer-id", template: "+##########", judge: taxNumber),
    .identifier("rentenversicherung", template: "65dmy@##+", judge: pensionNumber),
    .identifier("kvnr", template: "@#########", judge: healthInsurance),
    .identifier("de-identity-card", template: "L########+", judge: identityCard),
  ]

  /// Tax identification number: one of the first ten digits occurs twice or three times, the last is
  /// the check digit of ISO/IEC 7064, MOD 11,10 (section 139b AO, StIdV section 1; Bundeszentralamt für Steuern).
  static func taxNumber(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), CheckDigits.mod11And10(digits) else {
      return .refuted
    }
    var counts = [Int](repeating: 0, count: 10)
    for digit in digits[..<10] { counts[digit] += 1 }
    let repeated = counts.filter { $0 > 1 }
    guard repeated.count == 1, repeated[0] <= 3 else { return .refuted }
    // A leading zero marks test numbers.
    if digits[0] == 0 { return .documented("test number") }
    return Identifier.settle(
      digits, "check digit valid",
      published: ["36574261809", "86095742719", "65929970489", "47036892816", "57549285017"])
  }

  /// Pension insurance number: area, birth date, initial, serial and a check digit over weighted
  /// digit sums (VKVV section 2; Deutsche Rentenversicherung).
  static func pensionNumber(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 12, text[8].isASCIILetter,
      let head = Identifier.digits(Array(text[..<8]), 8),
      let tail = Identifier.digits(Array(text[9...]), 3)
    else { return .refuted }
    let initial = text[8].letterIndex + 1
    let digits = head + [initial / 10, initial % 10, tail[0], tail[1]]
    var sum = 0
    for (digit, weight) in zip(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) {
      sum += digit * weight / 10 + digit * weight % 10
    }
    guard sum % 10 == tail[2],
      Identifier.isDate(
        year: head[6] * 10 + head[7], month: head[4] * 10 + head[5], day: head[2] * 10 + head[3])
    else { return .refuted }
    if ["15070649C103", "65170839J008"].contains(String(decoding: text, as: UTF8.self)) {
      return .documented("published example")
    }
    return .proven("birth date and check digit valid")
  }

  /// Krankenversichertennummer: a letter and nine digits, of which the last checks the others by
  /// digit sums with the weights 1 and 2 (section 290 SGB V, ITSG).
  static func healthInsurance(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, text[0].isASCIILetter,
      let digits = Identifier.digits(Array(text[1...]), 9)
    else { return .refuted }
    let letter = text[0].letterIndex + 1
    var sum = 0
    for (index, digit) in ([letter / 10, letter % 10] + digits[..<8]).enumerated() {
      let product = digit * (index % 2 == 0 ? 1 : 2)
      sum += product / 10 + product % 10
    }
    guard sum % 10 == digits[8] else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Serial number of an identity card or passport: nine places, then the check digit of ICAO 9303
  /// (weights 7, 3, 1), which may be missing (Personalausweisverordnung).
  static func identityCard(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9 || text.count == 10, "CFGHJKLMNPRTVWXYZ".utf8.contains(text[0]),

      !text.dropFirst().contains(where: { "AEIOUBDQS".utf8.contains($0) })
    else { return .refuted }
    guard text.count(where: \.isASCIIDigit) >= 4 else { return .refuted }
    // L01X00T47 and C01X00T47 are on the official specimens.
    if text[1...].starts(with: "01X00T4".utf8) { return .documented("specimen") }
    guard text.count == 10 else { return .plausible("structure valid") }
    var sum = 0
    for (index, byte) in text[..<9].enumerated() {
      let number = byte.isASCIIDigit ? Int(byte - 0x30) : byte.letterIndex + 10
      sum += number * [7, 3, 1][index % 3]
    }
    guard text[9].isASCIIDigit, sum % 10 == Int(text[9] - 0x30) else { return .refuted }
    return .proven("check digit valid")
  }
}
