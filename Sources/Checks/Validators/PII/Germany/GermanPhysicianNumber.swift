/// Lebenslange Arztnummer: six digits, a check digit with the weights 4 and 9, two digits of the
/// specialty (Kassenärztliche Bundesvereinigung, Arztnummern-Richtlinie).
enum GermanPhysicianNumber {
  static let validator = Validator.identifier("lanr", template: "#######01", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9),
      (Identifier.weighted(digits, [4, 9, 4, 9, 4, 9]) + digits[6]) % 10 == 0,
      digits[7] * 10 + digits[8] > 0
    else { return .refuted }
    // The number for physicians who have none.
    if digits[..<7].allSatisfy({ $0 == 9 }) { return .documented("substitute number") }
    return Identifier.settle(digits, "check digit valid")
  }
}
