/// Identifiers of Romania, Bulgaria, Greece, Croatia, Slovenia and the Baltic states.
enum EasternEurope {
  static let validators: [Validator] = [
    .identifier("cnp", template: "1ymd12####", judge: romanian),
    .identifier("egn", template: "ymd####", judge: bulgarian),
    .identifier("amka", template: "dmy#####", judge: greek),
    .identifier("oib", template: "+##########", judge: croatian),
    .identifier("emso", template: "dm98050####", judge: slovenian),
    .identifier("isikukood", template: "3ymd####", judge: baltic),
    .identifier("personas-kods", template: "dmy-1####", judge: latvian),
  ]

  /// CNP: sex and century, birth date, county, serial, check digit modulo 11 (Legea 105/1996).
  static func romanian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), digits[0] != 0 else { return .refuted }
    let rest = Identifier.weighted(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
    guard (rest == 10 ? 1 : rest) == digits[12],
      Identifier.isDate(
        year: digits[1] * 10 + digits[2], month: digits[3] * 10 + digits[4],
        day: digits[5] * 10 + digits[6])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid", published: ["1800101221144", "1630615123457"])
  }

  /// EGN: birth date (the century is in the month) and a check digit modulo 11 (ESGRAON).
  static func bulgarian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10),
      Identifier.weighted(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == digits[9],
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: (digits[2] * 10 + digits[3]) % 20,
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid",
      published: ["7523169263", "7501010010", "7552010005", "8032056031"])
  }

  /// AMKA: birth date and Luhn (nomos 3655/2008).
  static func greek(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), CheckDigits.luhn(digits),
      Identifier.isDate(
        year: digits[4] * 10 + digits[5], month: digits[2] * 10 + digits[3],
        day: digits[0] * 10 + digits[1])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid", published: ["01013099997"])
  }

  /// OIB: eleven digits with the check digit of ISO/IEC 7064, MOD 11,10 (Zakon o OIB, 2008).
  static func croatian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), CheckDigits.mod11And10(digits) else {
      return .refuted
    }
    return Identifier.settle(
      digits, "check digit valid", published: ["33392005961", "69435151530", "94577403194"])
  }

  /// EMŠO, and JMBG of the other states of former Yugoslavia: birth date with three digits of the
  /// year, register, serial, check digit modulo 11 (Zakon o centralnem registru prebivalstva).
  static func slovenian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13) else { return .refuted }
    let check = 11 - Identifier.weighted(digits, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    let year = Identifier.number(digits[4..<7])
    guard check != 10, check % 11 == digits[12],
      Identifier.isDate(
        year: year < 800 ? 2000 + year : 1000 + year, month: digits[2] * 10 + digits[3],
        day: digits[0] * 10 + digits[1])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid",
      published: ["0101006500006", "2905012505996", "0101990505006"])
  }

  /// Isikukood and asmens kodas: sex and century, birth date, serial, check digit modulo 11 in two
  /// rounds (EVS 585; Lietuvos gyventojų registro įstatymas).
  static func baltic(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), (1...8).contains(digits[0]) else {
      return .refuted
    }
    var check = Identifier.weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
    if check == 10 {
      check = Identifier.weighted(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10
    }
    guard check == digits[10],
      Identifier.isDate(
        year: digits[1] * 10 + digits[2], month: digits[3] * 10 + digits[4],
        day: digits[5] * 10 + digits[6])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid",
      published: ["37605030299", "38001085718", "60001019906", "33309240064", "36805280109"])
  }

  /// Personas kods: birth date, century, serial, check digit modulo 11 (Iedzīvotāju reģistra likums);
  /// numbers since 2017 start with 32 and check nothing.
  static func latvian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11) else { return .refuted }
    if digits[0] == 3, digits[1] >= 2 { return .plausible("prefix 32") }
    guard
      (1101 - Identifier.weighted(digits, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11 % 10 == digits[10],
      Identifier.isDate(
        year: digits[4] * 10 + digits[5], month: digits[2] * 10 + digits[3],
        day: digits[0] * 10 + digits[1])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid", published: ["16117519997", "01010110006"])
  }
}
