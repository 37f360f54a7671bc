/// Identifiers of China, Hong Kong, Taiwan, Japan and Korea.
enum EastAsia {
  static let validators: [Validator] = [
    .identifier("cn-resident-id", template: "310104cmd####", judge: chinese),
    .identifier("hkid", template: "@######(#)", judge: hongKong),
    .identifier("tw-id", template: "@1########", judge: taiwanese),
    .identifier("my-number", template: "############", judge: japanese),
    .identifier("kr-rrn", template: "ymd-1######", judge: korean),
    .identifier("kr-rrn-undivided", template: "ymd1######", judge: koreanUndivided),
    .identifier("kr-brn", template: "1##-8#-#####", judge: koreanBusiness),
    .identifier("kr-brn-undivided", template: "1##8######", judge: koreanBusiness),
    .identifier("kr-driver-number", template: "1#-##-######-##", judge: koreanDriver),
    .identifier("kr-driver-number-undivided", template: "1###########", judge: koreanDriver),
    .identifier("kr-passport", template: "M###@####", judge: koreanPassport),
    .identifier("tw-resident-certificate", template: "@C########", judge: taiwaneseResident),
    .identifier("tw-business-number", template: "+#######", judge: taiwaneseBusiness),
    .identifier("jp-driver-number", template: "3###########", judge: japaneseDriver),
    .identifier("jp-residence-card", template: "@@########@@", judge: japaneseResidence),
    .identifier("cn-credit-code", template: "91310104MA########", judge: chineseCreditCode),
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
    // Brackets take the place of parentheses in some systems.
    let text = Identifier.compact(
      value.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") })
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

  /// What the letters A to Z count, in the order in which the places were numbered.
  private static let taiwanesePlaces = [
    10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30,
    31, 33,
  ]

  /// National identification card: a letter for the place, sex, serial, check digit (Ministry of the
  /// Interior; foreigners' numbers since 2021 have 8 or 9 for the sex).
  static func taiwanese(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, text[0].isASCIILetter,
      let digits = Identifier.digits(Array(text[1...]), 9), [1, 2, 8, 9].contains(digits[0])
    else { return .refuted }
    let place = taiwanesePlaces[text[0].letterIndex]
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

  /// Resident registration number: birth date, sex and century (5 to 8 for foreigners), place, check
  /// digit modulo 11 (Ministry of the Interior and Safety). Numbers given out since October 2020 have
  /// no check digit, so that a hyphen after the birth date has to do.
  static func korean(_ value: [UInt8]) -> Judgement {
    let judgement = koreanUndivided(value)
    guard case .plausible = judgement else { return judgement }
    if value.contains(UInt8(ascii: "-")) { return judgement }
    // A check digit may be missing where the person was born or came after the reform.
    guard let digits = Identifier.digits(value, 13) else { return .refuted }
    return digits[6] >= 3 && digits[0] == 2 ? judgement : .refuted
  }

  /// The same without the hyphen, where a label says what it is.
  static func koreanUndivided(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13),
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: digits[4] * 10 + digits[5]), digits[7] * 10 + digits[8] <= 95
    else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    let rest = Identifier.weighted(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11
    // Foreigners (5 to 8) have 2 added; some registers leave that out.
    let isForeign = (5...8).contains(digits[6])
    let isValid =
      (11 - rest) % 10 == digits[12] || isForeign && (13 - rest) % 10 == digits[12]
    // 9 and 0 are of the century before 1900.
    if digits[6] == 9 || digits[6] == 0 {
      guard isValid, digits[0] >= 8 else { return .refuted }
    }
    guard isValid else { return .plausible("birth date valid") }
    return .proven("birth date and check digit valid")
  }

  /// Business registration number: tax office, kind of business, serial, check digit modulo 10
  /// (National Tax Service).
  static func koreanBusiness(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), digits[0] > 0,
      digits[3] * 10 + digits[4] > 0
    else { return .refuted }
    let sum =
      Identifier.weighted(digits, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + digits[8] * 5 / 10 + digits[9]
    guard sum % 10 == 0 else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Driver's license: the police that issued it (11 to 28), year, serial, two check digits whose
  /// rule is not public (Korean National Police Agency).
  static func koreanDriver(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12),
      (11...28).contains(digits[0] * 10 + digits[1]), Identifier.number(digits[4..<10]) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("place of issue valid")
  }

  /// Passport: a letter for the kind, then eight digits, or since 2021 three digits, a letter and
  /// four digits (Ministry of Foreign Affairs).
  static func koreanPassport(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9, "MSRODG".utf8.contains(text[0]) else { return .refuted }
    let digits = text[1...].filter(\.isASCIIDigit).map { Int($0 - 0x30) }
    guard digits.count == 8 || digits.count == 7 && text[4].isASCIILetter,
      let first = digits.first, digits.contains(where: { $0 != first })
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("form of a passport number")
  }

  /// Resident certificate of foreigners given out until 2020: a letter for the place, A to D for sex
  /// and status, serial, check digit (National Immigration Agency).
  static func taiwaneseResident(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, text[0].isASCIILetter,
      (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(text[1]),
      let digits = Identifier.digits(Array(text[2...]), 8)
    else { return .refuted }
    // A to D count 10 to 13, of which the last digit is taken.
    let place = taiwanesePlaces[text[0].letterIndex]
    let sum =
      place / 10 + place % 10 * 9 + text[1].letterIndex * 8
      + Identifier.weighted(digits, [7, 6, 5, 4, 3, 2, 1, 1])
    guard sum % 10 == 0 else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Unified business number: eight digits, the digits of the weighted ones add up to a multiple of
  /// 5; a 7 in the seventh place may count one less (Ministry of Finance, rule of April 2023).
  static func taiwaneseBusiness(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 8) else { return .refuted }
    var sum = 0
    for (digit, weight) in zip(digits, [1, 2, 1, 2, 1, 2, 4, 1]) {
      let product = digit * weight
      sum += product / 10 + product % 10
    }
    guard sum % 5 == 0 || digits[6] == 7 && (sum + 1) % 5 == 0 else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Driver's license: the public safety commission, year, serial, a check digit whose rule is not
  /// public, the count of reissues (National Police Agency).
  static func japaneseDriver(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12),
      (10...97).contains(digits[0] * 10 + digits[1]), Identifier.number(digits[4..<10]) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible(nil)
  }

  /// Residence card and special permanent resident certificate: two letters, eight digits, two
  /// letters (Immigration Services Agency).
  static func japaneseResidence(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 12, text[..<2].allSatisfy(\.isASCIILetter),
      text[10...].allSatisfy(\.isASCIILetter),
      let digits = Identifier.digits(Array(text[2..<10]), 8)
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("form of a residence card number")
  }

  /// Unified social credit code: authority, kind, region, organization code, check character modulo
  /// 31 (GB 32100-2015).
  static func chineseCreditCode(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 18, text[1].isASCIIDigit, text.contains(where: \.isASCIILetter),
      let region = Identifier.digits(Array(text[2..<8]), 6),
      (10...82).contains(region[0] * 10 + region[1])
    else { return .refuted }
    // I, O, S, V and Z are left out.
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    var sum = 0
    var weight = 1
    var check = 0
    for byte in text {
      guard let number = alphabet.firstIndex(of: byte) else { return .refuted }
      check = number
      sum += number * weight
      weight = weight * 3 % 31
    }
    // The last character was weighted too.
    sum -= check * (weight * 21 % 31)
    guard (31 - sum % 31) % 31 == check else { return .refuted }
    return .proven("check character valid")
  }
}
