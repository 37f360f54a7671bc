/// Identifiers of the United States.
enum UnitedStates {
  static let validators: [Validator] = [
    .identifier("ssn", template: "###-##-####", judge: socialSecurityNumber),
    .identifier("aba-routing", template: "02#######", judge: routingNumber),
    .identifier("aba-hyphenated", template: "02##-####-#", judge: routingNumber),
    .identifier("npi", template: "1#########", judge: providerNumber),
    .identifier("mbi", template: "+@##@##@@##", judge: beneficiaryNumber),
    .identifier("mbi-hyphenated", template: "+@##-@##-@@##", judge: beneficiaryNumber),
    .identifier("dea", template: "B@#######", judge: drugRegistration),
    .identifier("itin", template: "9##-7#-####", judge: individualTaxpayer),
    .identifier("ein", template: "4#-#######", judge: employer),
    .identifier("vin", template: "1HGCM82###A######", judge: vehicle),
  ]

  /// Social security number: area not 000, 666 or above 899, group not 00, serial not 0000
  /// (Social Security Administration, "Social Security Number Randomization", 2011). No check digit.
  static func socialSecurityNumber(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9) else { return .refuted }
    let text = Identifier.text(digits)
    let area = Identifier.number(digits[..<3])
    // 987-65-4320 to 4329 are set aside for advertisements.
    if advertised.contains(text) || text.hasPrefix("98765432") {
      return .documented("advertised number")
    }
    guard area != 0, area != 666, area < 900, digits[3] + digits[4] > 0,
      Identifier.number(digits[5...]) > 0
    else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("area, group and serial in range")
  }

  /// Numbers that were printed on wallet inserts, posters and in tutorials, listed by the SSA or known from there.
  private static let advertised: Set<String> = [
    "078051120", "219099999", "123456789", "457555462", "111223333", "123121234", "111111111",
    "222222222", "333333333", "444444444", "555555555", "777777777", "888888888", "002281852",
    "042103580", "062360749", "095073645", "128036045", "135016629", "141186941",
    "165167999", "165187999", "165207999", "165227999", "165247999", "189092294", "212097694",
    "212099999", "306302348", "308125070", "468288779", "549241889", "555121234", "123454321",
  ]

  /// ABA routing transit number: a Federal Reserve prefix and a check digit with the weights 3, 7, 1
  /// (American Bankers Association, routing number policy).
  static func routingNumber(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9) else { return .refuted }
    let prefix = digits[0] * 10 + digits[1]
    guard
      (0...12).contains(prefix) || (21...32).contains(prefix) || (61...72).contains(prefix)
        || prefix == 80, Identifier.weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["110000000", "123456780"])
  }

  /// National provider identifier: Luhn over the number with 80840 before it (45 CFR 162.406).
  static func providerNumber(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), digits[0] == 1 || digits[0] == 2,
      CheckDigits.luhn([8, 0, 8, 4, 0] + digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["1234567893"])
  }

  /// Medicare beneficiary identifier: eleven places, letters without S, L, O, I, B, Z (CMS,
  /// "Understanding the MBI format"). No check digit.
  static func beneficiaryNumber(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 11 else { return .refuted }
    let excluded = Array("SLOIBZ".utf8)
    for (byte, kind) in zip(text, "9A*9A*9AA99".utf8) {
      let isDigit = byte.isASCIIDigit
      let isLetter = byte.isASCIILetter && !excluded.contains(byte)
      switch kind {
      case UInt8(ascii: "9"): guard isDigit else { return .refuted }
      case UInt8(ascii: "A"): guard isLetter else { return .refuted }
      default: guard isDigit || isLetter else { return .refuted }
      }
    }
    guard text[0] != 0x30 else { return .refuted }
    // The card on the specimen of CMS.
    if String(decoding: text, as: UTF8.self).hasPrefix("1EG4TE5MK7") {
      return .documented("published example")
    }
    return .plausible("structure valid")
  }

  /// DEA registration: two letters and seven digits, of which the last checks the others
  /// (21 CFR 1301; Diversion Control Division).
  static func drugRegistration(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9, "ABCDEFGHJKLMPRSTUX".utf8.contains(text[0]),
      text[1].isASCIILetter || text[1] == 0x39,
      let digits = Identifier.digits(Array(text[2...]), 7),
      (digits[0] + digits[2] + digits[4] + 2 * (digits[1] + digits[3] + digits[5])) % 10
        == digits[6]
    else { return .refuted }
    // AB1234563 and its like stand in every explanation.
    if Identifier.number(digits[..<6]) == 123_456 { return .documented("published example") }
    return Identifier.settle(digits, "check digit valid")
  }

  /// ITIN: a 9, two digits, a group out of 50 to 65, 70 to 88, 90 to 92 and 94 to 99, a serial number
  /// (Internal Revenue Manual, 3.21.263). No check digit.
  static func individualTaxpayer(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9), digits[0] == 9 else { return .refuted }
    switch digits[3] * 10 + digits[4] {
    case 50...65, 70...88, 90...92, 94...99: break
    default: return .refuted
    }
    guard Identifier.number(digits[5...]) > 0 else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("area and group in range")
  }

  /// EIN: the prefix of a campus that gives them, and seven digits (IRS, "How EINs are assigned and
  /// valid EIN prefixes"). No check digit.
  static func employer(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9),
      !unassigned.contains(digits[0] * 10 + digits[1])
    else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("prefix in use")
  }

  private static let unassigned: Set<Int> = [
    0, 7, 8, 9, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97,
  ]

  /// Vehicle identification number: 17 letters and digits without I, O and Q, of which the ninth
  /// checks the others modulo 11, X for ten (ISO 3779; 49 CFR 565.15).
  static func vehicle(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 17, text[13...].allSatisfy(\.isASCIIDigit),
      text.contains(where: \.isASCIILetter)
    else { return .refuted }
    let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
    // What A to Z stand for, 0 where they are not used.
    let letters = Array("12345678012345070923456789".utf8)
    var sum = 0
    for (byte, weight) in zip(text, weights) {
      let worth = byte.isASCIIDigit ? byte : letters[byte.letterIndex]
      guard byte.isASCIIDigit || worth != 0x30 else { return .refuted }
      sum += Int(worth - 0x30) * weight
    }
    guard Array("0123456789X".utf8)[sum % 11] == text[8] else { return .refuted }
    // Those of the check digit's explanations.
    if ["1M8GDM9AXKP042788", "1HGCM82633A004352", "11111111111111111"]
      .contains(String(decoding: text, as: UTF8.self))
    {
      return .documented("published example")
    }
    if Identifier.isPlaceholder(text[11...].map { Int($0 & 15) }) {
      return .documented("placeholder digits")
    }
    return .proven("check digit valid")
  }
}
