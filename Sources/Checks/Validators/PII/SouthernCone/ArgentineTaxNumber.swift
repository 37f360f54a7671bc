/// CUIT and CUIL: a prefix that is in use and a check digit modulo 11 with the weights 5 to 2 and 7
/// to 2 (AFIP, RG 10/97).
enum ArgentineTaxNumber {
  static let validator = Validator.identifier("cuit", template: "20-########-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11),
      [20, 23, 24, 25, 26, 27, 30, 33, 34].contains(digits[0] * 10 + digits[1]),
      Identifier.weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["20055361682"])
  }
}
