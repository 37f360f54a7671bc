/// Health number of Ontario: ten digits with Luhn, perhaps the letters of the card's version
/// (Ministry of Health, "Health Card Validation").
enum OntarianHealthNumber {
  static let validator = Validator.identifier("ohip", template: "+###-###-###-AB", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard (10...12).contains(text.count), text[10...].allSatisfy(\.isASCIILetter),
      let digits = Identifier.digits(Array(text[..<10]), 10), digits[0] > 0,
      CheckDigits.luhn(digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
