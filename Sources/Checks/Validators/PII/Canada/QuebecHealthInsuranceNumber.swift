/// Health insurance number of Quebec: four letters of the names, the birth date with 50 added to
/// the month of women, and two digits (RAMQ). The rule of the last digit is not published.
enum QuebecHealthInsuranceNumber {
  static let validator = Validator.identifier("ramq", template: "@@@@ ymd##", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 12, text[..<4].allSatisfy(\.isASCIILetter),
      let digits = Identifier.digits(Array(text[4...]), 8)
    else { return .refuted }
    let month = digits[2] * 10 + digits[3]
    guard
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: month > 50 ? month - 50 : month,
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    return .plausible("birth date valid")
  }
}
