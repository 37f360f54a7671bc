/// Thai national id: kind of person, province, nine digits more, and a check digit modulo 11 with
/// the weights 13 to 2, taken modulo 10 (Department of Provincial Administration).
enum ThaiIdentityNumber {
  static let validator = Validator.identifier("thai-id", template: "1############", judge: judge)
  static let grouped = Validator.identifier(
    "thai-id-grouped", template: "1-####-#####-##-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), (1...8).contains(digits[0]),
      isThaiProvince(digits[1] * 10 + digits[2])
    else { return .refuted }
    let sum = Identifier.weighted(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
    guard (11 - sum % 11) % 10 == digits[12] else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["1101700230673"])
  }

  /// Whether a province has that number (TIS 1099): they are counted from 10 in each region.
  private static func isThaiProvince(_ number: Int) -> Bool {
    switch number {
    case 10...27, 30...58, 60...67, 70...77, 80...86, 90...96: true
    default: false
    }
  }
}
