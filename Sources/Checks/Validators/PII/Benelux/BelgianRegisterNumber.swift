/// Rijksregisternummer: birth date, order, and 97 less the remainder by 97; people born from 2000
/// on have a 2 before it for the sum (Koninklijk besluit 3 April 1984).
enum BelgianRegisterNumber {
  static let validator = Validator.identifier("be-rrn", template: "ymd#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11) else { return .refuted }
    let body = Identifier.number(digits[..<9])
    let key = digits[9] * 10 + digits[10]
    guard key == 97 - body % 97 || key == 97 - (2_000_000_000 + body) % 97 else { return .refuted }
    let month = (digits[2] * 10 + digits[3]) % 20
    let day = digits[4] * 10 + digits[5]
    // Month and day are 0 where they are not known; 20 or 40 is added for foreigners.
    guard
      month == 0 || day == 0
        || Identifier.isDate(year: digits[0] * 10 + digits[1], month: month, day: day)
    else { return .refuted }
    return Identifier.settle(
      digits, "check digits valid", published: ["85073003328", "93051822361", "00012556777"])
  }
}
