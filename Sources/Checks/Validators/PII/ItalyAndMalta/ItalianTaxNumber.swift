/// Partita IVA: seven digits, the office's province, and a check digit by Luhn (DPR 633/1972,
/// article 35; Agenzia delle Entrate).
enum ItalianTaxNumber {
  static let validator = Validator.identifier("partita-iva", template: "0######0##+", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), isValid(digits) else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  static func isValid(_ digits: [Int]) -> Bool {
    let office = Identifier.number(digits[7..<10])
    return ((1...100).contains(office) || [120, 121, 888, 999].contains(office))
      && Identifier.number(digits[..<7]) > 0 && CheckDigits.luhn(digits)
  }
}
