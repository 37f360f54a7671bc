/// Numbers of persons in Luxembourg, Malta, Cyprus and Albania, and the Austrian, French, Polish and
/// Portuguese ones beside the register of persons.
enum EuropeanPersons {
  static let validators: [Validator] = [
    .identifier("lu-matricule", template: "cmd#####", judge: luxembourgish),
    .identifier("mt-id", template: "0######M", judge: maltese),
    .identifier("cy-tic", template: "0#######@", judge: cypriot),
    .identifier("al-nid", template: "I#md###@", judge: albanian),
    .identifier("at-tax-number", template: "##-###/####", judge: austrian),
    .identifier("fr-spi", template: "0############", judge: frenchTax),
    .identifier("pl-id-card", template: "@@@######", judge: polishCard),
    .identifier("pt-cc", template: "######## # @@#", judge: portugueseCard),
    .identifier("it-driving-license", template: "U1@##@###@", judge: italianLicense),
  ]

  /// Matricule: birth date, three digits of order, a check digit by Luhn and one by Verhoeff, each
  /// over the first eleven (loi du 19 juin 2013, CTIE).
  static func luxembourgish(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13) else { return .refuted }
    let year = Identifier.number(digits[..<4])
    guard (1850...2099).contains(year),
      Identifier.isDate(
        year: year, month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7]),
      CheckDigits.luhn(Array(digits[..<12])),
      CheckDigits.verhoeff(Array(digits[..<11]) + [digits[12]])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digits valid", published: ["1893120105732"])
  }

  /// Identity card number: up to seven digits and a letter for where the birth was registered (Identity
  /// Malta; the European Commission's list of TINs). No check digit.
  static func maltese(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard (6...8).contains(text.count), let letter = text.last,
      "MGAPLHBZ".utf8.contains(letter),
      let digits = Identifier.digits(Array(text.dropLast()), 5...7)
    else { return .refuted }
    // The first digits are the order in the year that the last two are of.
    guard Identifier.number(digits.dropLast(2)) > 0 else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("form valid")
  }

  /// TIC: eight digits and a letter modulo 26; the digits in odd places count as in Italy's codice
  /// fiscale (Tax Department of Cyprus).
  static func cypriot(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard isCypriot(text) else { return .refuted }
    return Identifier.settle(text[..<8].map { Int($0 - 0x30) }, "check letter valid")
  }

  static func isCypriot(_ text: [UInt8]) -> Bool {
    guard text.count == 9, text[8].isASCIILetter,
      let digits = Identifier.digits(Array(text[..<8]), 8)
    else { return false }
    let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
    var sum = 0
    for (index, digit) in digits.enumerated() { sum += index % 2 == 0 ? odd[digit] : digit }
    return sum % 26 == text[8].letterIndex
  }

  /// NID: a letter or digit for the decade, the year in it, month (plus 50 for women, plus 30 for
  /// foreigners), day, order, and a letter that checks them (Ligji 8952/2002, Gjendja Civile), whose
  /// scheme is not published.
  static func albanian(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, let digits = Identifier.digits(Array(text[1..<9]), 8),
      (UInt8(ascii: "A")...UInt8(ascii: "T")).contains(text[0]),
      (UInt8(ascii: "A")...UInt8(ascii: "W")).contains(text[9])
    else { return .refuted }
    var month = digits[1] * 10 + digits[2]
    if month > 50 { month -= 50 }
    if month > 30 { month -= 30 }
    guard
      Identifier.isDate(
        year: 1900 + text[0].letterIndex * 10 + digits[0], month: month,
        day: digits[3] * 10 + digits[4])
    else { return .refuted }
    return .plausible("birth date valid")
  }

  /// Abgabenkontonummer: the tax office, six digits and a check digit by Luhn (Bundesministerium für
  /// Finanzen; the European Commission's list of TINs).
  static func austrian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9), CheckDigits.luhn(digits) else {
      return .refuted
    }
    return Identifier.settle(digits, "check digit valid", published: ["931736581"])
  }

  /// Numéro fiscal de référence (SPI): thirteen digits from 0 to 3, the last three being the first ten
  /// modulo 511 (DGFiP; the European Commission's list of TINs).
  static func frenchTax(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), digits[0] < 4,
      Identifier.number(digits[..<10]) % 511 == Identifier.number(digits[10...])
    else { return .refuted }
    return Identifier.settle(digits, "key valid", published: ["3023217600053"])
  }

  /// Number of the dowód osobisty: three letters and six digits, of which the first checks the rest
  /// with the weights 7, 3, 1 of ICAO 9303 (Rozporządzenie w sprawie dowodu osobistego).
  static func polishCard(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9, text[..<3].allSatisfy(\.isASCIILetter),
      let digits = Identifier.digits(Array(text[3...]), 6)
    else { return .refuted }
    let letters = text[..<3].map { $0.letterIndex + 10 }
    guard
      (Identifier.weighted(letters, [7, 3, 1])
        + Identifier.weighted(Array(digits[1...]), [7, 3, 1, 7, 3])) % 10 == digits[0]
    else { return .refuted }
    // The specimens of the cards of 2001, 2015 and 2019.
    if ["ABA300000", "ABC523456", "ZZC108201"].contains(String(decoding: text, as: UTF8.self)) {
      return .documented("specimen")
    }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Number of the cartão de cidadão: the civil number of eight digits and its check digit, two places
  /// for the version, and a check digit by Luhn in which letters count from 10 (Autenticação.gov).
  static func portugueseCard(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 12, text[11].isASCIIDigit,
      let digits = Identifier.digits(Array(text[..<9]), 9)
    else { return .refuted }
    var sum = 0
    for (index, byte) in text.reversed().enumerated() {
      var number = byte.isASCIIDigit ? Int(byte - 0x30) : byte.letterIndex + 10
      if index % 2 == 1 {
        number *= 2
        if number > 9 { number -= 9 }
      }
      sum += number
    }
    guard sum % 10 == 0 else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["000000000"])
  }

  /// Number of an Italian driving license: `U1`, seven places and a letter, or the province's letters,
  /// seven digits and a letter (Ministero delle Infrastrutture). No published check.
  static func italianLicense(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, let last = text.last, last.isASCIILetter,
      text.count(where: \.isASCIIDigit) >= 4,
      // Of the newer form, which has neither I nor O.
      text[1] != UInt8(ascii: "1") || !text.contains(where: { "IO".utf8.contains($0) })
    else { return .refuted }
    return .plausible("form valid")
  }
}
