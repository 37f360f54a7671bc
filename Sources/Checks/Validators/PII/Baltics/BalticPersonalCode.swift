/// Isikukood of Estonia and asmens kodas of Lithuania: sex and century, birth date, serial, check
/// digit modulo 11 with the weights 1 to 9 and 1, and where that gives ten with 3 to 9 and 1 to 3
/// (EVS 585; Lietuvos gyventojų registro įstatymas).
enum BalticPersonalCode {
  static let validator = Validator.identifier("isikukood", template: "3ymd####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), (1...8).contains(digits[0]) else {
      return .refuted
    }
    var check = Identifier.weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
    if check == 10 {
      check = Identifier.weighted(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10
    }
    guard check == digits[10],
      Identifier.isDate(
        year: digits[1] * 10 + digits[2], month: digits[3] * 10 + digits[4],
        day: digits[5] * 10 + digits[6])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid",
      published: ["37605030299", "38001085718", "60001019906", "33309240064", "36805280109"])
  }
}
