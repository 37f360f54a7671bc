/// Rodné číslo: birth date (month plus 50 for women, plus 20 when a day ran out), the whole
/// divisible by 11; nine digits and no check until 1953 (zákon č. 133/2000 Sb.).
enum CzechBirthNumber {
  static let validator = Validator.identifier("rodne-cislo", template: "ymd/####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9...10) else { return .refuted }
    var month = digits[2] * 10 + digits[3]
    if month > 50 { month -= 50 }
    if month > 20 { month -= 20 }
    guard
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: month, day: digits[4] * 10 + digits[5])
    else { return .refuted }
    if digits.count == 9 {
      return digits[0] * 10 + digits[1] < 54 ? .plausible("birth date valid") : .refuted
    }
    guard Identifier.number(digits[..<9]) % 11 % 10 == digits[9] else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid",
      published: ["7103192745", "7360285163", "7801233540"])
  }
}
