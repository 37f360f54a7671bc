/// National identity number of Rwanda: status (1 to 3), year of birth, sex (7 or 8), serial, how
/// often it was issued, two digits more (National Identification Agency). Their rule is not
/// published.
enum RwandanIdentityNumber {
  static let validator = Validator.identifier(
    "rwanda-nid", template: "1 c 8 ####### # ##", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 16), (1...3).contains(digits[0]),
      (1900...2035).contains(Identifier.number(digits[1..<5])), digits[5] == 7 || digits[5] == 8
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("status, year of birth and sex")
  }
}
