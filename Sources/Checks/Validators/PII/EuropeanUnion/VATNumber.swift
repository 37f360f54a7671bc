/// VAT identification number: the country's prefix, its form and, where there is one, its check
/// digit (Directive 2006/112/EC, article 215; the forms of the European Commission's VIES). Forms
/// that have no check digit are plausible only.
enum VATNumber {
  static let validator = Validator.identifier("vat-number", template: "DE+########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count >= 5 else { return .refuted }
    if text.starts(with: "CHE".utf8) { return judgeSwiss(Array(text.dropFirst(3))) }
    guard let holds = isValid(String(decoding: text[..<2], as: UTF8.self), Array(text[2...])) else {
      return .refuted
    }
    let digits = text.filter(\.isASCIIDigit).map { Int($0 - 0x30) }
    guard let first = digits.first, digits.contains(where: { $0 != first }) else { return .refuted }
    guard !Identifier.isPlaceholder(digits) else { return .documented("placeholder digits") }
    return holds ? .proven("form and check digits valid") : .plausible("form valid")
  }

  /// Whether the check digits of a number hold; false where its form has none that is known; nil if
  /// the number is not one of the country.
  private static func isValid(_ country: String, _ number: [UInt8]) -> Bool? {
    switch country {
    case "FR": return isFrench(number)
    case "ES": return isSpanish(number) ? true : nil
    case "IE": return isIrish(number) ? true : nil
    case "NL": return isDutch(number) ? true : nil
    case "GB", "XI": return isBritish(number)
    case "AT":
      guard number.first == UInt8(ascii: "U") else { return nil }
      return checked(Array(number.dropFirst()), 8...8) { (luhnSum($0[..<7]) + $0[7]) % 10 == 6 }
    case "CY":
      return CypriotTaxCode.isValid(number) ? true : nil
    case "NO":
      guard number.suffix(3).elementsEqual("MVA".utf8) else { return nil }
      return checked(number.dropLast(3), 9...9) {
        Identifier.weighted($0, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
      }
    default: return isDecimal(country, number)
    }
  }

  /// Countries whose numbers are digits only.
  private static func isDecimal(_ country: String, _ number: [UInt8]) -> Bool? {
    switch country {
    case "BE":
      checked(number, 10...10) {
        $0[0] < 2 && 97 - Identifier.number($0[..<8]) % 97 == $0[8] * 10 + $0[9]
      }
    case "BG": isBulgarian(number)
    case "CZ": isCzech(number)
    case "DE": checked(number, 9...9) { $0[0] != 0 && CheckDigits.mod11And10($0) }
    case "DK":
      checked(number, 8...8) {
        $0[0] != 0 && Identifier.weighted($0, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
      }
    case "EE":
      checked(number, 9...9) { Identifier.weighted($0, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0 }
    case "EL", "GR": checked(number, 9...9, GreekTaxNumber.isValid)
    case "FI":
      checked(number, 8...8) { Identifier.weighted($0, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 == 0 }
    case "HR": checked(number, 11...11, CheckDigits.mod11And10)
    case "HU":
      checked(number, 8...8) { Identifier.weighted($0, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0 }
    case "IT": checked(number, 11...11, ItalianTaxNumber.isValid)
    case "LT": isLithuanian(number)
    case "LU":
      checked(number, 8...8) { Identifier.number($0[..<6]) % 89 == $0[6] * 10 + $0[7] }
    case "LV": isLatvian(number)
    case "MT":
      checked(number, 8...8) {
        $0[0] != 0 && Identifier.weighted($0, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 == 0
      }
    case "PL": checked(number, 10...10, PolishTaxNumber.isValid)
    case "PT":
      checked(number, 9...9) {
        let check = 11 - Identifier.weighted($0, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
        return $0[0] != 0 && (check >= 10 ? 0 : check) == $0[8]
      }
    case "RO": isRomanian(number)
    case "SE":
      checked(number, 12...12) {
        CheckDigits.luhn(Array($0[..<10])) && Identifier.number($0[10...]) > 0
      }
    case "SI":
      checked(number, 8...8) {
        let check = 11 - Identifier.weighted($0, [8, 7, 6, 5, 4, 3, 2]) % 11
        return $0[0] != 0 && (check == 10 ? 0 : check) == $0[7]
      }
    case "SK":
      checked(number, 10...10) {
        $0[0] != 0 && [2, 3, 4, 7, 8, 9].contains($0[2]) && Identifier.number($0) % 11 == 0
      }
    default: nil
    }
  }

  /// True if the number is so many digits for which the test holds, else nil.
  private static func checked(
    _ number: some Sequence<UInt8>, _ counts: ClosedRange<Int>, _ holds: ([Int]) -> Bool
  ) -> Bool? {
    guard let digits = Identifier.digits(Array(number), counts), holds(digits) else { return nil }
    return true
  }

  /// The sum of Luhn's scheme modulo 10, the last digit taken once.
  private static func luhnSum(_ digits: ArraySlice<Int>) -> Int {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      sum += index % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10
    }
    return sum % 10
  }

  /// Nine digits are a company; ten are a person's EGN, or a foreigner's number.
  private static func isBulgarian(_ number: [UInt8]) -> Bool? {
    guard let digits = Identifier.digits(number, 9...10) else { return nil }
    guard digits.count == 9 else { return false }
    var check = Identifier.weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
    if check == 10 { check = Identifier.weighted(digits, [3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10 }
    return check == digits[8] ? true : nil
  }

  /// Eight digits are a company; nine or ten are a person's birth number, or begin with 6.
  private static func isCzech(_ number: [UInt8]) -> Bool? {
    guard let digits = Identifier.digits(number, 8...10) else { return nil }
    guard digits.count == 8 else {
      if case .refuted = CzechBirthNumber.judge(number) {
        return digits.count == 9 && digits[0] == 6 ? false : nil
      }
      return digits.count == 10
    }
    let check = (88 - Identifier.weighted(digits, [8, 7, 6, 5, 4, 3, 2]) % 11) % 11
    return digits[0] != 9 && (check == 0 ? 1 : check) % 10 == digits[7] ? true : nil
  }

  private static func isLithuanian(_ number: [UInt8]) -> Bool? {
    guard let digits = Identifier.digits(number, 9...12), [9, 12].contains(digits.count),
      digits[digits.count - 2] == 1
    else { return nil }
    let body = digits.dropLast().enumerated()
    var check = body.reduce(0) { $0 + (1 + $1.offset % 9) * $1.element } % 11
    if check == 10 { check = body.reduce(0) { $0 + (1 + ($1.offset + 2) % 9) * $1.element } % 11 }
    return check % 10 == digits.last ? true : nil
  }

  /// From 4 on it is a company's, else a person's code.
  private static func isLatvian(_ number: [UInt8]) -> Bool? {
    guard let digits = Identifier.digits(number, 11) else { return nil }
    guard digits[0] > 3 else { return false }
    return Identifier.weighted(digits, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3 ? true : nil
  }

  /// Two to ten digits; the shorter ones say too little.
  private static func isRomanian(_ number: [UInt8]) -> Bool? {
    guard let digits = Identifier.digits(number, 6...10), let last = digits.last, digits[0] != 0
    else { return nil }
    let weights = Array([7, 5, 3, 2, 1, 7, 5, 3, 2].suffix(digits.count - 1))
    return Identifier.weighted(digits, weights) * 10 % 11 % 10 == last ? true : nil
  }

  /// Two characters, which are a key to the SIREN where they are digits, and the SIREN.
  private static func isFrench(_ number: [UInt8]) -> Bool? {
    guard number.count == 11, let siren = Identifier.digits(Array(number[2...]), 9),
      !number[..<2].contains(UInt8(ascii: "I")), !number[..<2].contains(UInt8(ascii: "O"))
    else { return nil }
    // Monaco's businesses have 000 for the first digits, and no check digit.
    guard CheckDigits.luhn(siren) || siren[..<3] == [0, 0, 0] else { return nil }
    guard let key = Identifier.digits(Array(number[..<2]), 2) else { return false }
    return Identifier.number(key) == (12 + 3 * (Identifier.number(siren) % 97)) % 97 ? true : nil
  }

  /// A person's DNI or NIE, or a CIF: a letter for the legal form, seven digits and a check digit by
  /// Luhn, or a letter that stands for it (Orden EHA/451/2008).
  private static func isSpanish(_ number: [UInt8]) -> Bool {
    guard number.count == 9 else { return false }
    guard "ABCDEFGHJKLMNPQRSUVW".utf8.contains(number[0]) else {
      return SpanishIdentityNumber.judge(number) != .refuted
    }
    guard let digits = Identifier.digits(Array(number[1..<8]), 7) else { return false }
    if "KLM".utf8.contains(number[0]) {
      return Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)[Identifier.number(digits) % 23] == number[8]
    }
    let check = (10 - luhnSum((digits + [0])[...])) % 10
    return number[8] == 0x30 + UInt8(check) || number[8] == Array("JABCDEFGHI".utf8)[check]
  }

  /// As the PPS number; the old form has a letter, `+` or `*` in the second place.
  private static func isIrish(_ number: [UInt8]) -> Bool {
    guard number.count >= 8 else { return false }
    if number.count == 8, number[1].isASCIILetter {
      return IrishPublicServiceNumber.judge(
        [0x30] + number[2..<7] + [number[0], number[7]]) != .refuted
    }
    return IrishPublicServiceNumber.judge(number) != .refuted
  }

  /// A BSN or RSIN, `B` and two digits; since 2020 the whole is checked modulo 97 for people.
  private static func isDutch(_ number: [UInt8]) -> Bool {
    guard number.count == 12, number[9] == UInt8(ascii: "B"),
      let digits = Identifier.digits(Array(number[..<9]), 9),
      let suffix = Identifier.digits(Array(number[10...]), 2), Identifier.number(suffix) > 0
    else { return false }
    return Identifier.weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0
      || CheckDigits.mod97(Array("NL".utf8) + number) == 1
  }

  /// Nine digits, perhaps three for a branch; `GD` and `HA` are the government and health service.
  private static func isBritish(_ number: [UInt8]) -> Bool? {
    if number.count == 5, let digits = Identifier.digits(Array(number[2...]), 3) {
      if number.starts(with: "GD".utf8) { return digits[0] < 5 ? false : nil }
      return number.starts(with: "HA".utf8) && digits[0] >= 5 ? false : nil
    }
    guard let digits = Identifier.digits(number, 9...12), [9, 12].contains(digits.count),
      digits[0] != 0
    else { return nil }
    // Numbers since 2010 have 55 added before the check.
    return [0, 42].contains(Identifier.weighted(digits, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97)
      ? true : nil
  }

  /// UID: nine digits, the last by weights modulo 11, and what the tax is called in three languages
  /// (UIDV, Bundesamt für Statistik).
  private static func judgeSwiss(_ number: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(Array(number.prefix(9)), 9),
      ["", "MWST", "TVA", "IVA", "VAT"].contains(
        String(decoding: number.dropFirst(9), as: UTF8.self))
    else { return .refuted }
    let check = 11 - Identifier.weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4]) % 11
    guard check != 10, check % 11 == digits[8] else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
