/// Identifiers of Russia, Ukraine, Belarus, Moldova, the Caucasus and Central Asia.
enum FormerSovietUnion {
  static let validators: [Validator] = [
    .identifier("ru-inn", template: "77##########", judge: russianTax),
    .identifier("ru-inn-company", template: "77########", judge: russianCompanyTax),
    .identifier("snils", template: "1##-###-### ##", judge: russianInsurance),
    .identifier("ru-passport", template: "45 0# ######", judge: russianPassport),
    .identifier("oms-policy", template: "77##############", judge: russianHealth),
    .identifier("rntrc", template: "3#########", judge: ukrainianTax),
    .identifier("unzr", template: "cmd-#####", judge: ukrainianRegister),
    .identifier("kz-iin", template: "ymd3#####", judge: kazakh),
    .identifier("pinfl", template: "3dmy#######", judge: uzbek),
    .identifier("kg-pin", template: "2dmc#####", judge: kyrgyz),
    .identifier("by-number", template: "3dmyA###PB#", judge: belarusian),
    .identifier("idnp", template: "2############", judge: moldovan),
  ]

  /// INN of a person: twelve digits, of which the first two are the region and the last two check
  /// the others modulo 11 (Federal Tax Service, order MMV-7-6/435).
  static func russianTax(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12), digits[0] + digits[1] > 0,
      Identifier.weighted(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[10],
      Identifier.weighted(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[11]
    else { return .refuted }
    return Identifier.settle(digits, "check digits valid", published: ["500100732259"])
  }

  /// INN of a company: ten digits, the last checks the others modulo 11.
  static func russianCompanyTax(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), digits[0] + digits[1] > 0,
      Identifier.weighted(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[9]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["7707083893", "7830002293"])
  }

  /// SNILS: nine digits, and their weighted sum modulo 101 in two more; numbers up to 001-001-998
  /// have none (Pension Fund of Russia, resolution 318p).
  static func russianInsurance(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11) else { return .refuted }
    guard Identifier.number(digits[..<9]) > 1_001_998,
      Identifier.weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100
        == digits[9] * 10 + digits[10]
    else { return .refuted }
    return Identifier.settle(digits, "check digits valid", published: ["11223344595"])
  }

  /// Passport: the region, the year of the form (from 1997) and six digits; nothing checks them
  /// (government resolution 828 of 1997).
  static func russianPassport(_ value: [UInt8]) -> Judgement {
    // A numero sign or a word may stand between the series and the number.
    let digits = value.filter(\.isASCIIDigit).map { Int($0 - 0x30) }
    guard digits.count == 10, digits[0] + digits[1] > 0 else { return .refuted }
    let year = digits[2] * 10 + digits[3]
    guard year <= 35 || year >= 97, Set(digits).count > 1 else { return .refuted }
    return Identifier.isPlaceholder(digits) || Identifier.number(digits[4...]) == 123_456
      ? .documented("placeholder digits") : .plausible("series of a region and year")
  }

  /// Policy of compulsory health insurance: sixteen digits, the last is that of Luhn's scheme
  /// (Federal Compulsory Medical Insurance Fund).
  static func russianHealth(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 16), CheckDigits.luhn(digits) else {
      return .refuted
    }
    return Identifier.settle(digits, "check digit valid")
  }

  /// RNOKPP: the day of birth, counted from 31 December 1899, a serial and a check digit modulo 11
  /// (State Tax Service of Ukraine).
  static func ukrainianTax(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10),
      (Identifier.weighted(digits, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) + 11) % 11 % 10 == digits[9],
      // The days to the end of 2030.
      (1...47_847).contains(Identifier.number(digits[..<5]))
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid", published: ["1759013776"])
  }

  /// UNZR, the number of a record in the demographic register: birth date, serial and the check
  /// digit of machine-readable documents (resolution 784 of the Cabinet of Ukraine, 2017).
  static func ukrainianRegister(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), (19...20).contains(digits[0] * 10 + digits[1]),
      Identifier.isDate(
        year: Identifier.number(digits[..<4]), month: digits[4] * 10 + digits[5],
        day: digits[6] * 10 + digits[7]),
      isDocumentCheck(digits[...])
    else { return .refuted }
    return Identifier.settle(digits, "birth date and check digit valid")
  }

  /// IIN: birth date, century and sex, serial, and a check digit modulo 11 in two rounds
  /// (law 223-III of Kazakhstan, 2007).
  static func kazakh(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12), digits[6] <= 6,
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    var check = Identifier.weighted(digits, Array(1...11)) % 11
    if check == 10 {
      check = Identifier.weighted(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11
    }
    guard check == digits[11] else { return .refuted }
    return Identifier.settle(digits, "birth date and check digit valid")
  }

  /// PINFL: century and sex, birth date, district, serial, and the check digit of machine-readable
  /// documents (resolution 198 of the Cabinet of Uzbekistan).
  static func uzbek(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 14), (1...6).contains(digits[0]),
      Identifier.isDate(
        year: digits[5] * 10 + digits[6], month: digits[3] * 10 + digits[4],
        day: digits[1] * 10 + digits[2]),
      isDocumentCheck(digits[...])
    else { return .refuted }
    return Identifier.settle(digits, "birth date and check digit valid")
  }

  /// Personal number (PIN) of Kyrgyzstan: sex, birth date with the whole year, five digits more.
  static func kyrgyz(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 14), (1...2).contains(digits[0]) else {
      return .refuted
    }
    let year = Identifier.number(digits[5..<9])
    guard (1900...2035).contains(year),
      Identifier.isDate(
        year: year, month: digits[3] * 10 + digits[4], day: digits[1] * 10 + digits[2])
    else { return .refuted }
    return Identifier.settle(digits, "birth date valid")
  }

  /// Identification number of Belarus: century and sex, birth date, region, serial, citizenship, and
  /// the check digit of machine-readable documents.
  static func belarusian(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 14 else { return .refuted }
    let shape = text.map(\.isASCIILetter)
    guard shape.indices.allSatisfy({ shape[$0] == [7, 11, 12].contains($0) }),
      "ABCEHKM".utf8.contains(text[7]),
      [[0x50, 0x42], [0x42, 0x41], [0x42, 0x49]].contains(Array(text[11...12]))
    else { return .refuted }
    let digits = text.map { $0.isASCIIDigit ? Int($0 - 0x30) : $0.letterIndex + 10 }
    guard (1...6).contains(digits[0]),
      Identifier.isDate(
        year: digits[5] * 10 + digits[6], month: digits[3] * 10 + digits[4],
        day: digits[1] * 10 + digits[2]),
      isDocumentCheck(digits[...])
    else { return .refuted }
    return Identifier.settle(digits.filter { $0 < 10 }, "birth date and check digit valid")
  }

  /// IDNP: the register's digit 2 (0 for those of abroad), year, office, serial, and the check digit
  /// of machine-readable documents (law 273 of Moldova, 1994).
  static func moldovan(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), digits[0] == 2 || digits[0] == 0,
      isDocumentCheck(digits[...])
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// ICAO Doc 9303, part 3: the weights 7, 3 and 1 in turn, modulo 10; the last digit checks those
  /// before it.
  private static func isDocumentCheck(_ digits: ArraySlice<Int>) -> Bool {
    var sum = 0
    for (index, digit) in digits.dropLast().enumerated() { sum += digit * [7, 3, 1][index % 3] }
    return sum % 10 == digits.last
  }
}
