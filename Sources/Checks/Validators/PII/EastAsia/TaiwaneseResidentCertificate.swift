/// Resident certificate of foreigners given out until 2020: a letter for the place, A to D for sex
/// and status, serial, check digit as on the identity card (National Immigration Agency).
enum TaiwaneseResidentCertificate {
  static let validator = Validator.identifier(
    "tw-resident-certificate", template: "@C########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, text[0].isASCIILetter,
      (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(text[1]),
      let digits = Identifier.digits(Array(text[2...]), 8)
    else { return .refuted }
    // A to D count 10 to 13, of which the last digit is taken.
    let place = TaiwanesePlace.numbers[text[0].letterIndex]
    let sum =
      place / 10 + place % 10 * 9 + text[1].letterIndex * 8
      + Identifier.weighted(digits, [7, 6, 5, 4, 3, 2, 1, 1])
    guard sum % 10 == 0 else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
