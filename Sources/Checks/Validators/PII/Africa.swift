/// Identifiers of Africa south of the Sahara besides the identity number of South Africa.
enum Africa {
  static let validators: [Validator] = [
    .identifier("za-tax-number", template: "0#########", judge: southAfricanTax),
    .identifier("mu-nid", template: "@dmy######+", judge: mauritian),
    .identifier("tanzania-nida", template: "cmd-#####-#####-##", judge: tanzanian),
    .identifier("rwanda-nid", template: "1 c 8 ####### # ##", judge: rwandan),
    .identifier("ghana-card", template: "GHA-#########-#", judge: ghanaian),
    .identifier("uganda-nin", template: "CMy######@@@@", judge: ugandan),
    .identifier("ng-plate", template: "APP-###CV", judge: nigerianPlate),
  ]

  /// Income tax reference number: ten digits with Luhn, of which the first is 0 to 3 or 9 (South
  /// African Revenue Service).
  static func southAfricanTax(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), [0, 1, 2, 3, 9].contains(digits[0]),
      CheckDigits.luhn(digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["0001339050", "0843089848"])
  }

  /// National identity card: the first letter of the surname, birth date, serial, and a check
  /// character modulo 17 (National Identity Card Act 1985).
  static func mauritian(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 14, text[0].isASCIILetter, text[1...12].allSatisfy(\.isASCIIDigit) else {
      return .refuted
    }
    let numbers = text.map { $0.isASCIIDigit ? Int($0 - 0x30) : $0.letterIndex + 10 }
    let weights = Array((2...14).reversed())
    guard (Identifier.weighted(numbers, weights) + numbers[13]) % 17 == 0, numbers[13] < 17,
      Identifier.isDate(
        year: numbers[5] * 10 + numbers[6], month: numbers[3] * 10 + numbers[4],
        day: numbers[1] * 10 + numbers[2])
    else { return .refuted }
    return Identifier.settle(Array(numbers[1...12]), "birth date and check character valid")
  }

  /// NIDA number: birth date, postal code, serial, two digits more (National Identification
  /// Authority of Tanzania).
  static func tanzanian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 20) else { return .refuted }
    let year = Identifier.number(digits[..<4])
    guard (1900...2035).contains(year),
      Identifier.isDate(
        year: year, month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7])
    else { return .refuted }
    return Identifier.settle(digits, "birth date valid")
  }

  /// National identity number of Rwanda: status (1 to 3), year of birth, sex (7 or 8), serial, how
  /// often it was issued, two digits more (National Identification Agency).
  static func rwandan(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 16), (1...3).contains(digits[0]),
      (1900...2035).contains(Identifier.number(digits[1..<5])), digits[5] == 7 || digits[5] == 8
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("status, year of birth and sex")
  }

  /// Ghana card: the country, nine digits, one more (National Identification Authority).
  static func ghanaian(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 13, text.starts(with: "GHA".utf8),
      let digits = Identifier.digits(Array(text[3...]), 10), Set(digits).count > 1
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("form of the card")
  }

  /// National identification number of Uganda: citizen or not, sex, year of birth, ten letters and
  /// digits (National Identification and Registration Authority).
  static func ugandan(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 14, "CPR".utf8.contains(text[0]), "MF".utf8.contains(text[1]),
      text[2...3].allSatisfy(\.isASCIIDigit), text[4...].contains(where: \.isASCIIDigit)
    else { return .refuted }
    return .plausible("form of the number")
  }

  /// License plate: the letters of the local government area, three digits, two letters (Federal
  /// Road Safety Corps, 2011).
  static func nigerianPlate(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 8, text[..<3].allSatisfy(\.isASCIILetter),
      text[3...5].allSatisfy(\.isASCIIDigit), text[6...].allSatisfy(\.isASCIILetter),
      text[3...5].contains(where: { $0 != 0x30 })
    else { return .refuted }
    return .plausible("form of a plate")
  }
}
