/// Identifiers of Peru, Ecuador, Colombia and Venezuela.
enum AndeanStates {
  static let validators: [Validator] = [
    .identifier("pe-cui", template: "########-#", judge: peruvianPerson),
    .identifier("pe-ruc", template: "10#########", judge: peruvianTax),
    .identifier("pe-ruc-company", template: "20#########", judge: peruvianTax),
    .identifier("ec-cedula", template: "17########", judge: ecuadorianPerson),
    .identifier("ec-ruc", template: "17########001", judge: ecuadorianTax),
    .identifier("co-nit", template: "###.###.###-#", judge: colombianTax),
    .identifier("ve-rif", template: "V-########-#", judge: venezuelanTax),
    .identifier("ve-rif-plain", template: "V#########", judge: venezuelanTax),
  ]

  /// CUI of the identity card (DNI): eight digits and a check digit modulo 11, or the letter that
  /// stood for it on older cards (RENIEC).
  static func peruvianPerson(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9, let check = text.last,
      let digits = Identifier.digits(Array(text.dropLast()), 8)
    else { return .refuted }
    // `20240612-5` is the fifth build of a day.
    if (2000..<2040).contains(Identifier.number(digits[..<4])),
      Identifier.isDate(
        year: 0, month: Identifier.number(digits[4..<6]), day: Identifier.number(digits[6...]))
    {
      return .refuted
    }
    let rest = Identifier.weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11
    guard Array("65432110987".utf8)[rest] == check || Array("KJIHGFEDCBA".utf8)[rest] == check
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// RUC: a prefix (10 and 15 to 17 for people, 20 for companies), eight digits, and a check digit
  /// modulo 11 (SUNAT).
  static func peruvianTax(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11),
      [10, 15, 16, 17, 20].contains(digits[0] * 10 + digits[1]),
      (11 - Identifier.weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 10 == digits[10]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Cédula: the province (01 to 24, 30 and 50 abroad), a third digit up to 6, and Luhn over the
  /// whole (Dirección General de Registro Civil).
  static func ecuadorianPerson(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), isProvince(digits), digits[2] <= 6,
      CheckDigits.luhn(digits)
    else { return .refuted }
    return Identifier.settle(digits, "province and check digit valid")
  }

  private static func isProvince(_ digits: [Int]) -> Bool {
    let province = digits[0] * 10 + digits[1]
    return (1...24).contains(province) || province == 30 || province == 50
  }

  /// RUC: a cédula, the number of a public body (third digit 6) or of a company (third digit 9), each
  /// with its own check digit, and the branch (Servicio de Rentas Internas).
  static func ecuadorianTax(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), isProvince(digits),
      Identifier.number(digits[10...]) > 0
    else { return .refuted }
    let isValid =
      switch digits[2] {
      case 9: Identifier.weighted(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
      case 6:
        Identifier.weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
          || CheckDigits.luhn(Array(digits[..<10]))
      case 7, 8: false
      default: CheckDigits.luhn(Array(digits[..<10]))
      }
    guard isValid else { return .refuted }
    return Identifier.settle(digits, "province and check digit valid")
  }

  /// NIT: six to nine digits (of people ten, their cédula) and a check digit modulo 11 with primes as
  /// weights (DIAN, Orden Administrativa 4 of 1989).
  static func colombianTax(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 7...11), let check = digits.last else {
      return .refuted
    }
    let weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43]
    let rest = Identifier.weighted(Array(digits.dropLast().reversed()), weights) % 11
    guard (rest < 2 ? rest : 11 - rest) == check else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// RIF: a letter for the kind of holder, eight digits (of people their cédula), and a check digit
  /// modulo 11 (SENIAT).
  static func venezuelanTax(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, let kind = Array("VEJPG".utf8).firstIndex(of: text[0]),
      let digits = Identifier.digits(Array(text.dropFirst()), 9)
    else { return .refuted }
    let sum = 4 * (kind + 1) + Identifier.weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2])
    let rest = sum % 11
    guard (rest < 2 ? 0 : 11 - rest) == digits[8] else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
