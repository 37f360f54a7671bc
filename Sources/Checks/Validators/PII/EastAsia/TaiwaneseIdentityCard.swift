/// National identification card: a letter for the place, sex, serial, and a check digit modulo 10
/// with the weights 1 and 9 for the letter's number and 8 to 1 (Ministry of the Interior;
/// foreigners' numbers since 2021 have 8 or 9 for the sex).
enum TaiwaneseIdentityCard {
  static let validator = Validator.identifier("tw-id", template: "@1########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, text[0].isASCIILetter,
      let digits = Identifier.digits(Array(text[1...]), 9), [1, 2, 8, 9].contains(digits[0])
    else { return .refuted }
    let place = TaiwanesePlace.numbers[text[0].letterIndex]
    let sum =
      place / 10 + place % 10 * 9 + Identifier.weighted(digits, [8, 7, 6, 5, 4, 3, 2, 1, 1])
    guard sum % 10 == 0 else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
