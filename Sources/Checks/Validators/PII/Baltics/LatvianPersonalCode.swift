/// Personas kods: birth date, century, serial, check digit modulo 11 with the weights 1, 6, 3, 7,
/// 9, 10, 5, 8, 4, 2, taken from 1101 (Iedzīvotāju reģistra likums); numbers since 2017 start with
/// 32 and check nothing.
enum LatvianPersonalCode {
  static let validator = Validator.identifier("personas-kods", template: "dmy-1####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11) else { return .refuted }
    if digits[0] == 3, digits[1] >= 2 { return .plausible("prefix 32") }
    guard
      (1101 - Identifier.weighted(digits, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11 % 10 == digits[10],
      Identifier.isDate(
        year: digits[4] * 10 + digits[5], month: digits[2] * 10 + digits[3],
        day: digits[0] * 10 + digits[1])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid", published: ["16117519997", "01010110006"])
  }
}
