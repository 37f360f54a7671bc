/// RNOKPP: the day of birth, counted from 31 December 1899, a serial and a check digit modulo 11
/// with the weights −1, 5, 7, 9, 4, 6, 10, 5, 7, 0 for ten (State Tax Service of Ukraine).
enum UkrainianTaxNumber {
  static let validator = Validator.identifier("rntrc", template: "3#########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10),
      (Identifier.weighted(digits, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) + 11) % 11 % 10 == digits[9],
      // The days to the end of 2030.
      (1...47_847).contains(Identifier.number(digits[..<5]))
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid", published: ["1759013776"])
  }
}
