/// Sozialversicherungsnummer: serial, check digit modulo 11 with the weights 3, 7, 9 before it and
/// 5, 8, 4, 2, 1, 6 behind, birth date (section 31 ASVG; ELGA).
enum AustrianInsuranceNumber {
  static let validator = Validator.identifier("at-svnr", template: "+###dmy", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), digits[0] != 0,
      Identifier.weighted(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == digits[3]
    else { return .refuted }
    let month = digits[6] * 10 + digits[7]
    // Months 13 to 15 are used when the serials of a day ran out.
    guard
      (13...15).contains(month)
        || Identifier.isDate(
          year: digits[8] * 10 + digits[9], month: month, day: digits[4] * 10 + digits[5])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid", published: ["1237010180", "9999010180"])
  }
}
