/// TIC: eight digits and a letter modulo 26; the digits in odd places count as in Italy's codice
/// fiscale (Tax Department of Cyprus).
enum CypriotTaxCode {
  static let validator = Validator.identifier("cy-tic", template: "0#######@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard isValid(text) else { return .refuted }
    return Identifier.settle(text[..<8].map { Int($0 - 0x30) }, "check letter valid")
  }

  static func isValid(_ text: [UInt8]) -> Bool {
    guard text.count == 9, text[8].isASCIILetter,
      let digits = Identifier.digits(Array(text[..<8]), 8)
    else { return false }
    let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
    var sum = 0
    for (index, digit) in digits.enumerated() { sum += index % 2 == 0 ? odd[digit] : digit }
    return sum % 26 == text[8].letterIndex
  }
}
