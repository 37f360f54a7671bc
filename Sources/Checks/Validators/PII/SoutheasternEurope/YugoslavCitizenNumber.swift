/// EMŠO of Slovenia, and JMBG of the other states of former Yugoslavia: birth date with three
/// digits of the year, register, serial, check digit modulo 11 with the weights 7 to 2 twice (Zakon
/// o centralnem registru prebivalstva).
enum YugoslavCitizenNumber {
  static let validator = Validator.identifier("emso", template: "dm98050####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13) else { return .refuted }
    let check = 11 - Identifier.weighted(digits, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    let year = Identifier.number(digits[4..<7])
    guard check != 10, check % 11 == digits[12],
      Identifier.isDate(
        year: year < 800 ? 2000 + year : 1000 + year, month: digits[2] * 10 + digits[3],
        day: digits[0] * 10 + digits[1])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid",
      published: ["0101006500006", "2905012505996", "0101990505006"])
  }
}
