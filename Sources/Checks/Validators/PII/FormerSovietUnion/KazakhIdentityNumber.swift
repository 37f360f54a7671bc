/// IIN: birth date, century and sex, serial, and a check digit modulo 11 with the weights 1 to 11,
/// and where that gives ten with 3 to 11, 1 and 2 (law 223-III of Kazakhstan, 2007).
enum KazakhIdentityNumber {
  static let validator = Validator.identifier("kz-iin", template: "ymd3#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12), digits[6] <= 6,
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    var check = Identifier.weighted(digits, Array(1...11)) % 11
    if check == 10 {
      check = Identifier.weighted(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11
    }
    guard check == digits[11] else { return .refuted }
    return Identifier.settle(digits, "birth date and check digit valid")
  }
}
