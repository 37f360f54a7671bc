/// Codice fiscale: consonants of the names, year, month letter, day (plus 40 for women), place, and
/// a check letter modulo 26, for which characters in odd places count by a table (decreto
/// ministeriale 23 December 1976). Digits may be replaced by letters where two people would have
/// the same code.
enum ItalianFiscalCode {
  static let validator = Validator.identifier(
    "codice-fiscale", template: "@@@@@@yAdH501@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
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
