/// Fødselsnummer and D-nummer: birth date (day plus 40 in the latter), three digits, and two check
/// digits modulo 11 with the weights 3, 7, 6, 1, 8, 9, 4, 5, 2 and 5 to 2, 7 to 2 (Skatteetaten).
/// Months raised by 80 or 65 are made-up people of the test registers.
enum NorwegianBirthNumber {
  static let validator = Validator.identifier("fodselsnummer", template: "dmy#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11),
      Identifier.weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0,
      Identifier.weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    else { return .refuted }
    let day = digits[0] * 10 + digits[1]
    let month = digits[2] * 10 + digits[3]
    let year = digits[4] * 10 + digits[5]
    func isDate(_ month: Int) -> Bool {
      Identifier.isDate(year: year, month: month, day: day > 40 ? day - 40 : day)
    }
    if month > 12 {
      guard isDate(month - 80) || isDate(month - 65) || isDate(month - 40) else { return .refuted }
      return .documented("made-up person of a test register")
    }
    guard isDate(month) else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digits valid", published: ["01010750160"])
  }
}
