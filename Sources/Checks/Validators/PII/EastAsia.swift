/// Identifiers of China, Hong Kong, Taiwan, Japan and Korea.
enum EastAsia {
  static let validators: [Validator] = [
    .identifier("cn-resident-id", template: "310104cmd####", judge: chinese),
    .identifier("hkid", template: "@######(#)", judge: hongKong),
    .identifier("tw-id", template: "@1########", judge: taiwanese),
    .identifier("my-number", template: "############", judge: japanese),
    .identifier("kr-rrn", template: "ymd-1######", judge: korean),
  ]

  /// Resident identity number: region, birth date, order, check character of ISO/IEC 7064, MOD 11-2
  /// (GB 11643-1999).
  static func chinese(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 18, let digits = Identifier.digits(Array(text[..<17]), 17),
      (11...82).contains(digits[0] * 10 + digits[1]), digits[2] * 10 + digits[3] < 95
    else { return .refuted }
    let sum = Identifier.weighted(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
    let year = Identifier.number(digits[6..<10])
    guard Array("10X98765432".utf8)[sum % 11] == text[17], (1880...2030).contains(year),
      Identifier.isDate(
        year: year, month: digits[10] * 10 + digits[11], day: digits[12] * 10 + digits[13])
    else { return .refuted }
    if ["11010519491231002X", "440524188001010014", "110101199003070000"]
      .contains(String(decoding: text, as: UTF8.self))
    {
      return .documented("published example")
    }
    return .proven("birth date and check character valid")
  }

  /// HKID: one or two letters, six digits, a check character modulo 11 (Immigration Department).
  static func hongKong(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    let letters = text.prefix(while: \.isASCIILetter).count
    guard letters == 1 || letters == 2, text.count == letters + 7,
      let digits = Identifier.digits(Array(text[letters..<(letters + 6)]), 6), let last = text.last,
      last.isASCIIDigit || last == UInt8(ascii: "A")
    else { return .refuted }
    // A missing first letter counts 36.
    var sum = letters == 2 ? (text[0].letterIndex + 10) * 9 : 36 * 9
    sum += (text[letters - 1].letterIndex + 10) * 8
    sum += Identifier.weighted(digits, [7, 6, 5, 4, 3, 2])
    sum += last == UInt8(ascii: "A") ? 10 : Int(last - 0x30)
    guard sum % 11 == 0 else { return .refuted }
    let number = Identifier.number(digits)
    return number == 123_456 || number % 111_111 == 0
      ? .documented("placeholder digits") : .proven("check character valid")
  }

  /// National identification card: a letter for the place, sex, serial, check digit (Ministry of the
  /// Interior; foreigners' numbers since 2021 have 8 or 9 for the sex).
  static func taiwanese(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, text[0].isASCIILetter,
      let digits = Identifier.digits(Array(text[1...]), 9), [1, 2, 8, 9].contains(digits[0])
    else { return .refuted }
    // What the letters A to Z count, in the order in which the places were numbered.
    let places = [
      10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32,
      30,
      31, 33,
    ]
    let place = places[text[0].letterIndex]
    let sum =
      place / 10 + place % 10 * 9 + Identifier.weighted(digits, [8, 7, 6, 5, 4, 3, 2, 1, 1])
    guard sum % 10 == 0 else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// My Number: eleven digits and a check digit modulo 11 (Order of the Ministry of Internal Affairs
  /// No. 85 of 2014, article 5).
  static func japanese(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12) else { return .refuted }
    let rest = Identifier.weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    guard (rest <= 1 ? 0 : 11 - rest) == digits[11] else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Resident registration number: birth date, sex and century, place, check digit modulo 11
  /// (Ministry of the Interior and Safety); numbers given out since October 2020 have none.
  static func korean(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13),
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    let rest = Identifier.weighted(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11
    // Foreigners (5 to 8) have 2 added.
    let check = ((5...8).contains(digits[6]) ? 13 - rest : 11 - rest) % 10
    if check == digits[12] {
      return Identifier.settle(digits, "birth date and check digit valid")
    }
    let isRecent = digits[6] >= 3 && digits[6] != 9 && digits[0] == 2
    return isRecent ? .plausible("birth date valid") : .refuted
  }
}
