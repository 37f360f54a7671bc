/// Krankenversichertennummer: a letter and nine digits, of which the last checks the others by
/// digit sums with the weights 1 and 2 (section 290 SGB V, ITSG).
enum GermanHealthInsuranceNumber {
  static let validator = Validator.identifier("kvnr", template: "@#########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, text[0].isASCIILetter,
      let digits = Identifier.digits(Array(text[1...]), 9)
    else { return .refuted }
    let letter = text[0].letterIndex + 1
    var sum = 0
    for (index, digit) in ([letter / 10, letter % 10] + digits[..<8]).enumerated() {
      let product = digit * (index % 2 == 0 ? 1 : 2)
      sum += product / 10 + product % 10
    }
    guard sum % 10 == digits[8] else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
