/// PESEL: birth date (the century is in the month) and a check digit with the weights 1, 3, 7, 9
/// (Ustawa o ewidencji ludności, 2010).
enum PolishPersonalNumber {
  static let validator = Validator.identifier("pesel", template: "ymd#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11),
      Identifier.weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0,
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: (digits[2] * 10 + digits[3]) % 20,
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid",
      published: ["44051401359", "44051401458", "02070803628", "02270803628", "90010112345"])
  }
}
