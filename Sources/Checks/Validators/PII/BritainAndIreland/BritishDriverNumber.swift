/// Driver number: five letters of the surname (filled with 9), the birth date with the decade first
/// (month plus 50 for women), initials, three more places (DVLA, INF1D). No check digit.
enum BritishDriverNumber {
  static let validator = Validator.identifier(
    "uk-driver-number", template: "MORG9+1#12#AB9CD", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 16, let date = Identifier.digits(Array(text[5..<11]), 6) else {
      return .refuted
    }
    let name = text[..<5]
    guard let first = name.first, first.isASCIILetter,
      name.drop(while: \.isASCIILetter).allSatisfy({ $0 == UInt8(ascii: "9") }),
      Identifier.isDate(
        year: date[0] * 10 + date[5], month: (date[1] * 10 + date[2]) % 50,
        day: date[3] * 10 + date[4])
    else { return .refuted }
    // The specimen of the DVLA.
    if text.starts(with: "MORGA".utf8) { return .documented("specimen") }
    return .plausible("birth date valid")
  }
}
