/// QID: century, year of birth, the country by its ISO 3166-1 number, serial (Ministry of
/// Interior). No check digit is published.
enum QatariIdentityCard {
  static let validator = Validator.identifier("qatar-id", template: "2y634#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), digits[0] == 2 || digits[0] == 3,
      (4...894).contains(Identifier.number(digits[3..<6]))
    else { return .refuted }
    return Identifier.isPlaceholder(digits) ? .documented("placeholder digits") : .plausible(nil)
  }
}
