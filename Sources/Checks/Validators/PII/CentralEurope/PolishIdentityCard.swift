/// Number of the dowód osobisty: three letters and six digits, of which the first checks the rest
/// with the weights 7, 3, 1 of ICAO 9303 (Rozporządzenie w sprawie dowodu osobistego).
enum PolishIdentityCard {
  static let validator = Validator.identifier("pl-id-card", template: "@@@######", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
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
}
