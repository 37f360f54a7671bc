/// Registration number of the CNH: nine digits and two check digits modulo 11, with the weights 9
/// to 1 and 1 to 9; the second is less by two where the first came out as ten (SENATRAN).
enum BrazilianDrivingLicense {
  static let validator = Validator.identifier("cnh", template: "###########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11) else { return .refuted }
    let first = Identifier.weighted(Array(digits[..<9]), [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11
    var second = Identifier.weighted(Array(digits[..<9]), [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11
    if first == 10 { second += second < 2 ? 9 : -2 }
    guard first % 10 == digits[9], second % 10 == digits[10] else { return .refuted }
    return Identifier.settle(digits, "check digits valid")
  }
}
