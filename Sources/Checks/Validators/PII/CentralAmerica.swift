/// Identifiers of Central America and the Spanish-speaking Caribbean.
enum CentralAmerica {
  static let validators: [Validator] = [
    .identifier("do-cedula", template: "001-#######-#", judge: dominicanPerson),
    .identifier("do-rnc", template: "1-##-#####-#", judge: dominicanTax),
    .identifier("cr-cedula", template: "1-0###-####", judge: costaRican),
    .identifier("gt-cui", template: "2### ##### 0101", judge: guatemalanPerson),
    .identifier("gt-nit", template: "+######-#", judge: guatemalanTax),
    .identifier("hn-dni", template: "0801-c-#####", judge: honduran),
    .identifier("sv-dui", template: "0#######-#", judge: salvadoranPerson),
    .identifier("sv-nit", template: "0614-dmy-###-#", judge: salvadoranTax),
    .identifier("ni-cedula", template: "001-dmy-####@", judge: nicaraguan),
    .identifier("pa-cedula", template: "8-2##-4###", judge: panamanian),
    .identifier("cu-ci", template: "ymd3####", judge: cuban),
  ]

  /// Cédula of the Dominican Republic: the municipality, seven digits, and Luhn over the whole (Junta
  /// Central Electoral).
  static func dominicanPerson(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), digits[0] + digits[1] + digits[2] > 0,
      CheckDigits.luhn(digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// RNC of companies in the Dominican Republic: eight digits and a check digit of a sum modulo 11
  /// (Dirección General de Impuestos Internos).
  static func dominicanTax(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9),
      (10 - Identifier.weighted(digits, [7, 9, 8, 6, 5, 4, 3, 2]) % 11 + 9) % 9 + 1 == digits[8]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Cédula of Costa Rica: the province (8 naturalized, 9 late entries), volume and entry of the
  /// register of births, perhaps with a 0 before it (Tribunal Supremo de Elecciones). No check digit.
  static func costaRican(_ value: [UInt8]) -> Judgement {
    guard var digits = Identifier.digits(value, 9...10) else { return .refuted }
    if digits.count == 10 {
      guard digits[0] == 0 else { return .refuted }
      digits.removeFirst()
    }
    let volume = Identifier.number(digits[1..<5])
    guard digits[0] > 0, (1..<3_000).contains(volume), Identifier.number(digits[5...]) > 0 else {
      return .refuted
    }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("province, volume and entry in range")
  }

  /// CUI of the identity document (DPI): eight digits, a check digit modulo 11, and department and
  /// municipality of birth (RENAP).
  static func guatemalanPerson(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13),
      Identifier.weighted(digits, [2, 3, 4, 5, 6, 7, 8, 9]) % 11 == digits[8],
      (1...22).contains(digits[9] * 10 + digits[10]),
      (1...33).contains(digits[11] * 10 + digits[12])
    else { return .refuted }
    return Identifier.settle(digits, "check digit and department valid")
  }

  /// NIT of Guatemala: up to eleven digits and a check digit modulo 11, K for ten (SAT).
  static func guatemalanTax(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard let check = text.last, let digits = Identifier.digits(Array(text.dropLast()), 4...11)
    else { return .refuted }
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() { sum += digit * (2 + index) }
    guard Array("0K987654321".utf8)[sum % 11] == check else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Identity number of Honduras: department and municipality, the year of birth or entry, a serial
  /// number; a fourteenth digit makes it the RTN (Registro Nacional de las Personas). No check digit.
  static func honduran(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13...14),
      (1...18).contains(digits[0] * 10 + digits[1]), (1...28).contains(digits[2] * 10 + digits[3]),
      (1900...2030).contains(Identifier.number(digits[4..<8])),
      Identifier.number(digits[8..<13]) > 0
    else { return .refuted }
    if Identifier.isPlaceholder(Array(digits[8...])) { return .documented("placeholder digits") }
    return .plausible("municipality and year in range")
  }

  /// DUI of El Salvador: eight digits and a check digit (Registro Nacional de las Personas Naturales).
  static func salvadoranPerson(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9),
      (10 - Identifier.weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 10) % 10 == digits[8]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// NIT of El Salvador: the municipality, the date of birth or founding, a serial number up to 100 of
  /// the old scheme or above it of the new, and a check digit (Ministerio de Hacienda).
  static func salvadoranTax(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 14), [0, 1, 9].contains(digits[0]),
      isDate(digits[4..<10])
    else { return .refuted }
    let isOld = Identifier.number(digits[10..<13]) <= 100
    let weights =
      isOld
      ? [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2] : [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
    let sum = Identifier.weighted(digits, weights)
    let check = (isOld ? sum % 11 : (11 - sum % 11) % 11) % 10
    guard check == digits[13] else { return .refuted }
    return Identifier.settle(digits, "date and check digit valid")
  }

  /// Cédula of Nicaragua: the municipality, the birth date, a serial number, and a letter that is
  /// the remainder of all by 23 (Consejo Supremo Electoral).
  static func nicaraguan(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 14, let digits = Identifier.digits(Array(text.dropLast()), 13),
      digits[0] + digits[1] + digits[2] > 0, isDate(digits[3..<9])
    else { return .refuted }
    guard Array("ABCDEFGHJKLMNPQRSTUVWXY".utf8)[Identifier.number(digits) % 23] == text[13] else {
      return .refuted
    }
    return Identifier.settle(digits, "birth date and check letter valid")
  }

  private static func isDate(_ digits: ArraySlice<Int>) -> Bool {
    let first = digits.startIndex
    return Identifier.isDate(
      year: Identifier.number(digits[(first + 4)..<(first + 6)]),
      month: Identifier.number(digits[(first + 2)..<(first + 4)]),
      day: Identifier.number(digits[first..<(first + 2)]))
  }

  /// Cédula of Panama: province (or PE, E, N for those born abroad), volume and entry of the register
  /// (Tribunal Electoral). No check digit; `8-12-2024` is a day.
  static func panamanian(_ value: [UInt8]) -> Judgement {
    let groups = value.split(separator: UInt8(ascii: "-")).map { group in
      group.allSatisfy(\.isASCIIDigit) ? Identifier.number(group.map { Int($0 - 0x30) }) : nil
    }
    guard groups.count >= 3, value.count <= 20, let entry = groups[groups.count - 1],
      let volume = groups[groups.count - 2], volume > 0, entry > 0
    else { return .refuted }
    if groups[0] != nil, volume <= 31, (1900...2040).contains(entry) || entry < 100 {
      return .refuted
    }
    return .plausible("province, volume and entry in range")
  }

  /// Cuban carné de identidad: the birth date, a digit for the century, and four digits (Dirección de
  /// Identificación, Inmigración y Extranjería). The rule of the last digit is not published.
  static func cuban(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), digits[6] <= 8,
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("birth date valid")
  }
}
