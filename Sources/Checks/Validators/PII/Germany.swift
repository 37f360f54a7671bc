/// Identifiers of Germany.
enum Germany {
  static let validators: [Validator] = [
    .identifier("steuer-id", template: "+##########", judge: taxNumber),
    .identifier("rentenversicherung", template: "65dmy@##+", judge: pensionNumber),
    .identifier("kvnr", template: "@#########", judge: healthInsurance),
    .identifier("de-identity-card", template: "L########+", judge: identityCard),
    .identifier("de-document-number", template: "L########+", judge: documentNumber),
    .identifier("de-document-checked", template: "L########+", judge: checkedDocumentNumber),
    .identifier("steuernummer", template: "+#/8##/#####", judge: incomeTaxNumber),
    .identifier("bsnr", template: "72#######", judge: practiceNumber),
    .identifier("lanr", template: "#######01", judge: physicianNumber),
    .identifier("de-driving-license", template: "B##########", judge: drivingLicense),
    .identifier("de-plate", template: "HH-@@ +###", judge: vehiclePlate),
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

  /// The same number where nothing but words nearby name it: nine places, with the check digit of ICAO
  /// 9303 after them or, as on cards that were copied without one place, for the last of them.
  static func documentNumber(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    switch text.count {
    case 9 where isChecked(text) || text.dropFirst().allSatisfy(\.isASCIIDigit):
      let judgement = identityCard(text)
      guard case .plausible = judgement else { return judgement }
      return .plausible(isChecked(text) ? "check digit valid" : "form valid")
    case 10: break
    default: return .refuted
    }
    return identityCard(text)
  }

  /// The same where no word names it: the check digit must hold.
  static func checkedDocumentNumber(_ value: [UInt8]) -> Judgement {
    isChecked(Identifier.compact(value)) ? documentNumber(value) : .refuted
  }

  /// Whether the last place is the check digit of those before it.
  private static func isChecked(_ text: [UInt8]) -> Bool {
    guard let last = text.last, last.isASCIIDigit else { return false }
    var sum = 0
    for (index, byte) in text.dropLast().enumerated() {
      let number = byte.isASCIIDigit ? Int(byte - 0x30) : byte.letterIndex + 10
      sum += number * [7, 3, 1][index % 3]
    }
    return sum % 10 == Int(last - 0x30)
  }

  /// Steuernummer: the tax office, district and a number, ten or eleven digits by the state, or the
  /// thirteen of ELSTER, which begin with the office and have a 0 in the fifth place (section 139a AO;
  /// Bundeszentralamt für Steuern). The check digits differ by state and are not looked at.
  static func incomeTaxNumber(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9...13), digits.count != 12,
      let first = digits.first, digits.contains(where: { $0 != first })
    else { return .refuted }
    if digits.count == 13 {
      let state = digits[0] * 10 + digits[1]
      let states = [10, 11, 21, 22, 23, 24, 26, 27, 28, 30, 31, 32, 40, 41]
      return digits[4] == 0 && (states.contains(state) || [5, 9].contains(digits[0]))
        ? .plausible("state and form of ELSTER") : .refuted
    }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("form valid")
  }

  /// Betriebsstättennummer: two digits of the regional association of physicians and seven more
  /// (Kassenärztliche Bundesvereinigung, Arztnummern-Richtlinie). No check digit.
  static func practiceNumber(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9) else { return .refuted }
    let regions = [
      1, 2, 3, 6, 7, 8, 9, 17, 18, 19, 20, 21, 24, 25, 27, 28, 31, 35, 36, 37, 38, 39, 40, 41, 42,
      43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69,
      70,
      71, 72, 73, 74, 78, 79, 80, 81, 83, 85, 86, 87, 88, 93, 94, 95, 96, 98, 99,
    ]
    guard regions.contains(digits[0] * 10 + digits[1]),
      digits[2...].contains(where: { $0 != digits[8] })
    else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("region valid")
  }

  /// Lebenslange Arztnummer: six digits, a check digit with the weights 4 and 9, two digits of the
  /// specialty (Kassenärztliche Bundesvereinigung, Arztnummern-Richtlinie).
  static func physicianNumber(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9),
      (Identifier.weighted(digits, [4, 9, 4, 9, 4, 9]) + digits[6]) % 10 == 0,
      digits[7] * 10 + digits[8] > 0
    else { return .refuted }
    // The number for physicians who have none.
    if digits[..<7].allSatisfy({ $0 == 9 }) { return .documented("substitute number") }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Number of a driving license: an office's key of a letter and two digits or two letters, five
  /// places, a check digit or letter and the count of copies: eleven in all (Fahrerlaubnis-Verordnung,
  /// annex 8). The check is not published.
  static func drivingLicense(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 11, text[0].isASCIILetter, text.count(where: \.isASCIIDigit) >= 6 else {
      return .refuted
    }
    return .plausible("form valid")
  }

  /// Plate: one to three letters of the district, one or two more, up to four digits, perhaps E or H
  /// (Fahrzeug-Zulassungsverordnung, section 9).
  static func vehiclePlate(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value.filter { $0 < 0x80 })
    let letters = text.prefix(while: \.isASCIILetter).count
    let digits = text.dropFirst(letters).prefix(while: \.isASCIIDigit)
    guard (1...5).contains(letters), (1...4).contains(digits.count), digits.first != 0x30,
      text.count <= 9
    else { return .refuted }
    return .plausible("form valid")
  }
}
