/// Elector's photo identity card: three letters and seven digits (Election Commission of India). No
/// check digit is published.
enum IndianVoterCard {
  static let validator = Validator.identifier("epic-india", template: "@@@#######", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, text[..<3].allSatisfy(\.isASCIILetter),
      let digits = Identifier.digits(Array(text[3...]), 7), Identifier.number(digits) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("form of a voter's card number")
  }
}
