/// CUI of the identity card (DNI): eight digits and a check digit modulo 11 with the weights 3, 2,
/// 7 to 2, or the letter that stood for it on older cards (RENIEC).
enum PeruvianIdentityNumber {
  static let validator = Validator.identifier("pe-cui", template: "########-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9, let check = text.last,
      let digits = Identifier.digits(Array(text.dropLast()), 8)
    else { return .refuted }
    // `20240612-5` is the fifth build of a day.
    if (2000..<2040).contains(Identifier.number(digits[..<4])),
      Identifier.isDate(
        year: 0, month: Identifier.number(digits[4..<6]), day: Identifier.number(digits[6...]))
    {
      return .refuted
    }
    let rest = Identifier.weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11
    guard Array("65432110987".utf8)[rest] == check || Array("KJIHGFEDCBA".utf8)[rest] == check
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
