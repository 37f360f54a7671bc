/// Numéro fiscal de référence (SPI): thirteen digits from 0 to 3, the last three being the first ten
/// modulo 511 (DGFiP; the European Commission's list of TINs).
enum FrenchTaxNumber {
  static let validator = Validator.identifier("fr-spi", template: "0############", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), digits[0] < 4,
      Identifier.number(digits[..<10]) % 511 == Identifier.number(digits[10...])
    else { return .refuted }
    return Identifier.settle(digits, "key valid", published: ["3023217600053"])
  }
}
