/// Identifiers of the Arab states and of Iran.
enum Arabia {
  static let validators: [Validator] = [
    .identifier("emirates-id", template: "784-c-#######-#", judge: emirati),
    .identifier("saudi-id", template: "1#########", judge: saudi),
    .identifier("egypt-id", template: "2ymd01#####", judge: egyptian),
    .identifier("kuwait-civil-id", template: "2ymd#####", judge: kuwaiti),
    .identifier("qatar-id", template: "2y634#####", judge: qatari),
    .identifier("bahrain-cpr", template: "ym#####", judge: bahraini),
    .identifier("code-melli", template: "0#########", judge: iranian),
    .identifier("libya-id", template: "1c#######", judge: libyan),
  ]

  /// Emirates ID: 784 (ISO 3166-1), the year of birth, seven digits, Luhn (Federal Authority for
  /// Identity and Citizenship). Cards are known that Luhn refuses, so that the written form with
  /// its hyphens is enough to go by.
  static func emirati(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 15), Identifier.number(digits[..<3]) == 784,
      (1900...2035).contains(Identifier.number(digits[3..<7]))
    else { return .refuted }
    guard !CheckDigits.luhn(digits) else { return Identifier.settle(digits, "check digit valid") }
    guard value.contains(UInt8(ascii: "-")) else { return .refuted }
    return Identifier.isPlaceholder(Array(digits[7...]))
      ? .documented("placeholder digits") : .plausible("country and year of birth")
  }

  /// National identity number (1) and iqama (2): ten digits with Luhn (Ministry of Interior).
  static func saudi(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), digits[0] == 1 || digits[0] == 2,
      CheckDigits.luhn(digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// National number: century, birth date, governorate, serial with the sex, and a check digit
  /// whose rule is not published (Civil Status law 143 of 1994).
  static func egyptian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 14), digits[0] == 2 || digits[0] == 3,
      Identifier.isDate(
        year: (digits[0] == 2 ? 1900 : 2000) + digits[1] * 10 + digits[2],
        month: digits[3] * 10 + digits[4], day: digits[5] * 10 + digits[6])
    else { return .refuted }
    switch digits[7] * 10 + digits[8] {
    case 1...4, 11...19, 21...29, 31...35, 88:
      return Identifier.settle(digits, "birth date and governorate valid")
    default: return .refuted
    }
  }

  /// Civil number: century, birth date, serial, and a check digit modulo 11 (Public Authority for
  /// Civil Information).
  static func kuwaiti(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12), (1...3).contains(digits[0]),
      Identifier.isDate(
        year: digits[1] * 10 + digits[2], month: digits[3] * 10 + digits[4],
        day: digits[5] * 10 + digits[6]),
      11 - Identifier.weighted(digits, [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11 == digits[11]
    else { return .refuted }
    return Identifier.settle(digits, "birth date and check digit valid")
  }

  /// QID: century, year of birth, the country by its ISO 3166-1 number, serial (Ministry of
  /// Interior).
  static func qatari(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), digits[0] == 2 || digits[0] == 3,
      (4...894).contains(Identifier.number(digits[3..<6]))
    else { return .refuted }
    return Identifier.isPlaceholder(digits) ? .documented("placeholder digits") : .plausible(nil)
  }

  /// CPR number: year and month of birth, serial, check digit of an unpublished rule (Information
  /// and eGovernment Authority).
  static func bahraini(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9),
      (1...12).contains(digits[2] * 10 + digits[3])
    else { return .refuted }
    return Identifier.isPlaceholder(digits) ? .documented("placeholder digits") : .plausible(nil)
  }

  /// Code melli: the place of registration, serial, and a check digit modulo 11 (National
  /// Organization for Civil Registration).
  static func iranian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), Identifier.number(digits[..<3]) > 0 else {
      return .refuted
    }
    let rest = Identifier.weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
    guard digits[9] == (rest < 2 ? rest : 11 - rest) else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// National number of Libya: sex, the whole year of birth, serial (Civil Registry Authority).
  static func libyan(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12), digits[0] == 1 || digits[0] == 2,
      (1900...2035).contains(Identifier.number(digits[1..<5]))
    else { return .refuted }
    return Identifier.isPlaceholder(digits) ? .documented("placeholder digits") : .plausible(nil)
  }
}
