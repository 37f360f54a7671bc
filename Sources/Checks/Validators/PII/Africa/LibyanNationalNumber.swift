/// National number of Libya: sex, the whole year of birth, serial (Civil Registry Authority). No
/// check digit is published.
enum LibyanNationalNumber {
  static let validator = Validator.identifier("libya-id", template: "1c#######", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12), digits[0] == 1 || digits[0] == 2,
      (1900...2035).contains(Identifier.number(digits[1..<5]))
    else { return .refuted }
    return Identifier.isPlaceholder(digits) ? .documented("placeholder digits") : .plausible(nil)
  }
}
