/// RUT of a business: the kind of registration (01 to 22), a serial number, 001, and a check digit
/// modulo 11 with the weights 4 to 2 and 9 to 2 (Dirección General Impositiva).
enum UruguayanCompanyNumber {
  static let validator = Validator.identifier("uy-rut", template: "21######001#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12), (1...22).contains(digits[0] * 10 + digits[1]),
      Identifier.number(digits[2..<8]) > 0, Identifier.number(digits[8..<11]) == 1,
      (11 - Identifier.weighted(digits, [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 == digits[11]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
