/// DEA registration: a letter for the kind of registrant, one for the name (9 for some businesses),
/// and seven digits. The last is that of the sum of the first, third and fifth and twice the
/// second, fourth and sixth (21 CFR 1301; Diversion Control Division).
enum DrugRegistrationNumber {
  static let validator = Validator.identifier("dea", template: "B@#######", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9, "ABCDEFGHJKLMPRSTUX".utf8.contains(text[0]),
      text[1].isASCIILetter || text[1] == 0x39,
      let digits = Identifier.digits(Array(text[2...]), 7),
      (digits[0] + digits[2] + digits[4] + 2 * (digits[1] + digits[3] + digits[5])) % 10
        == digits[6]
    else { return .refuted }
    // AB1234563 and its like stand in every explanation.
    if Identifier.number(digits[..<6]) == 123_456 { return .documented("published example") }
    return Identifier.settle(digits, "check digit valid")
  }
}
