/// Identifiers of the United Kingdom and of Ireland.
enum BritainAndIreland {
  static let validators: [Validator] = [
    .identifier("nino", template: "@@######A", judge: insuranceNumber),
    .identifier("nhs-number", template: "4#########", judge: healthServiceNumber),
    .identifier("uk-driver-number", template: "MORG9+1#12#AB9CD", judge: driverNumber),
    .identifier("ppsn", template: "#######@A", judge: publicServiceNumber),
    .identifier("uk-utr", template: "##########", judge: taxpayerReference),
    .identifier("uk-plate", template: "AB6# @@@", judge: vehiclePlate),
  ]

  /// National Insurance number: prefix letters that are in use, six digits, a suffix A to D (HMRC,
  /// National Insurance Manual NIM39110). No check digit.
  static func insuranceNumber(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9, let digits = Identifier.digits(Array(text[2..<8]), 6),
      (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(text[8]), text[0].isASCIILetter,
      text[1].isASCIILetter
    else { return .refuted }
    let prefix = String(decoding: text[..<2], as: UTF8.self)
    // HMRC's own example, with a prefix that is never issued.
    if prefix == "QQ" { return .documented("published example") }
    guard !"DFIQUV".utf8.contains(text[0]), !"DFIOQUV".utf8.contains(text[1]),
      !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(prefix)
    else { return .refuted }
    let number = Identifier.number(digits)
    if number == 123_456 || number % 111_111 == 0 || number == 654_321 {
      return .documented("placeholder digits")
    }
    return .plausible("prefix and suffix in use")
  }

  /// NHS number: ten digits, the last checks the others modulo 11 (NHS Data Dictionary, NHS NUMBER).
  static func healthServiceNumber(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10) else { return .refuted }
    let check = 11 - Identifier.weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
    guard check != 10, check % 11 == digits[9] else { return .refuted }
    // The range 999 is kept for tests.
    if digits[..<3] == [9, 9, 9] { return .documented("test range 999") }
    return Identifier.settle(
      digits, "check digit valid",
      published: ["9434765919", "9434765870", "4010232137", "4505577104", "9876543210"])
  }

  /// Driver number: five letters of the surname (filled with 9), the birth date with the decade first
  /// (month plus 50 for women), initials, three more places (DVLA, INF1D). No check digit.
  static func driverNumber(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 16, let date = Identifier.digits(Array(text[5..<11]), 6) else {
      return .refuted
    }
    let name = text[..<5]
    guard let first = name.first, first.isASCIILetter,
      name.drop(while: \.isASCIILetter).allSatisfy({ $0 == UInt8(ascii: "9") }),
      Identifier.isDate(
        year: date[0] * 10 + date[5], month: (date[1] * 10 + date[2]) % 50,
        day: date[3] * 10 + date[4])
    else { return .refuted }
    // The specimen of the DVLA.
    if text.starts(with: "MORGA".utf8) { return .documented("specimen") }
    return .plausible("birth date valid")
  }

  /// Personal public service number: seven digits, a check letter modulo 23, perhaps one more letter
  /// (Department of Social Protection).
  static func publicServiceNumber(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 8 || text.count == 9, let digits = Identifier.digits(Array(text[..<7]), 7),
      text[7].isASCIILetter
    else { return .refuted }
    var sum = Identifier.weighted(digits, [8, 7, 6, 5, 4, 3, 2])
    if text.count == 9 {
      guard "ABCDEFGHIWTX".utf8.contains(text[8]) else { return .refuted }
      // W, T and X were given to wives and in companies, and are no part of the sum.
      if text[8] <= UInt8(ascii: "I") { sum += (text[8].letterIndex + 1) * 9 }
    }
    guard Array("WABCDEFGHIJKLMNOPQRSTUV".utf8)[sum % 23] == text[7] else { return .refuted }
    return Identifier.settle(digits, "check letter valid")
  }

  /// Unique taxpayer reference: ten digits, the first checks the others modulo 11 (HMRC, Modulus 11
  /// Check Digit). A `K` may stand at the end.
  static func taxpayerReference(_ value: [UInt8]) -> Judgement {
    var text = Identifier.compact(value)
    if text.last == UInt8(ascii: "K") { text.removeLast() }
    guard let digits = Identifier.digits(text, 10),
      [2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1][
        Identifier.weighted(Array(digits[1...]), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] == digits[0]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Registration mark since 2001: two letters of the region, the half-year, three letters (DVLA,
  /// INF104).
  static func vehiclePlate(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 7, text[0].isASCIILetter, text[1].isASCIILetter,
      let half = Identifier.digits(Array(text[2..<4]), 2), text[4...].allSatisfy(\.isASCIILetter),
      // Letters that are not used.
      !text.contains(where: { "IQ".utf8.contains($0) }), text[1] != UInt8(ascii: "Z")
    else { return .refuted }
    let age = Identifier.number(half)
    guard (2...29).contains(age) || (51...79).contains(age) else { return .refuted }
    return .plausible("form valid")
  }
}
