/// T.C. kimlik no: eleven digits. The tenth is seven times the sum of the odd places less that of
/// the even ones, the eleventh the sum of the ten before it, both modulo 10 (5490 sayılı Kanun).
enum TurkishIdentityNumber {
  static let validator = Validator.identifier("tckn", template: "+##########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), digits[0] != 0 else { return .refuted }
    let odd = digits[0] + digits[2] + digits[4] + digits[6] + digits[8]
    let even = digits[1] + digits[3] + digits[5] + digits[7]
    guard (odd * 7 - even + 100) % 10 == digits[9],
      digits[..<10].reduce(0, +) % 10 == digits[10]
    else { return .refuted }
    return Identifier.settle(digits, "check digits valid", published: ["10000000146"])
  }
}
