/// CPR-nummer: birth date and serial; the check digit modulo 11 with the weights 4 to 2 and 7 to 2
/// has not been guaranteed since 2007 (CPR-kontoret, "Personnummeret i CPR").
enum DanishPersonalNumber {
  static let validator = Validator.identifier("cpr", template: "dmy-####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10) else { return .refuted }
    let day = digits[0] * 10 + digits[1]
    // Replacement numbers have 60 added to the day.
    guard
      Identifier.isDate(
        year: digits[4] * 10 + digits[5], month: digits[2] * 10 + digits[3],
        day: day > 60 ? day - 60 : day), Identifier.number(digits[6...]) > 0
    else { return .refuted }
    if Identifier.isPlaceholder(digits)
      || ["0707614285", "2512484916", "2110625629"].contains(Identifier.text(digits))
    {
      return .documented("published example")
    }
    return Identifier.weighted(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
      ? .proven("birth date and check digit valid") : .plausible("birth date valid")
  }
}
