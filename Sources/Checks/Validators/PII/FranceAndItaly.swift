/// Identifiers of France and of Italy.
enum FranceAndItaly {
  static let validators: [Validator] = [
    .identifier("nir", template: "1ym29########", judge: registrationNumber),
    .identifier("codice-fiscale", template: "@@@@@@yAdH501@", judge: fiscalCode),
  ]

  /// NIR (numéro de sécurité sociale): sex, year, month, department (2A and 2B in Corsica), commune,
  /// order, and a key of 97 less the remainder by 97 (INSEE; décret n° 82-103).
  static func registrationNumber(_ value: [UInt8]) -> Judgement {
    var text = Identifier.compact(value)
    guard text.count == 15 else { return .refuted }
    let written = String(decoding: text, as: UTF8.self)
    if text[5] == UInt8(ascii: "2") {
      // For the key 2A counts as 19 and 2B as 18.
      if text[6] == UInt8(ascii: "A") {
        text[5...6] = [0x31, 0x39]
      } else if text[6] == UInt8(ascii: "B") {
        text[5...6] = [0x31, 0x38]
      }
    }
    guard let digits = Identifier.digits(text, 15), [1, 2, 3, 4, 7, 8].contains(digits[0]),
      97 - Identifier.number(digits[..<13]) % 97 == digits[13] * 10 + digits[14]
    else { return .refuted }
    let month = digits[3] * 10 + digits[4]
    // Months above 12 stand for papers that do not say it.
    guard (1...12).contains(month) || (20...42).contains(month) || (50...99).contains(month) else {
      return .refuted
    }
    if ["255081416802538", "269054958815780", "184127645108946", "180126955222380"]
      .contains(written)
    {
      return .documented("published example")
    }
    return Identifier.settle(digits, "key valid")
  }

  /// Codice fiscale: consonants of the names, year, month letter, day (plus 40 for women), place, and
  /// a check letter (decreto ministeriale 23 December 1976). Digits may be replaced by letters
  /// where two people would have the same code.
  static func fiscalCode(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 16, text[..<6].allSatisfy(\.isASCIILetter), text[11].isASCIILetter,
      text[15].isASCIILetter, "ABCDEHLMPRST".utf8.contains(text[8])
    else { return .refuted }
    var plain = text
    for index in [6, 7, 9, 10, 12, 13, 14] where text[index].isASCIILetter {
      guard let digit = Array("LMNPQRSTUV".utf8).firstIndex(of: text[index]) else {
        return .refuted
      }
      plain[index] = 0x30 + UInt8(digit)
    }
    let day = Int(plain[9] - 0x30) * 10 + Int(plain[10] - 0x30)
    guard (1...31).contains(day % 40), day < 72 else { return .refuted }
    // What a digit or letter counts in odd places, A to Z; digits count as A to J.
    let odd = [
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
    ]
    var sum = 0
    for (index, byte) in text[..<15].enumerated() {
      let place = byte.isASCIIDigit ? Int(byte - 0x30) : byte.letterIndex
      sum += index % 2 == 0 ? odd[place] : place
    }
    guard sum % 26 == text[15].letterIndex else { return .refuted }
    // Mario Rossi is Italy's sample person; Matteo Moretti stands in the encyclopedias.
    if text.starts(with: "RSSMRA".utf8) || text.starts(with: "MRTMTT25D09".utf8) {
      return .documented("sample person")
    }
    return .proven("check letter valid")
  }
}
