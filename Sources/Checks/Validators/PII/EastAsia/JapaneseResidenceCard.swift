/// Residence card and special permanent resident certificate: two letters, eight digits, two
/// letters (Immigration Services Agency). No check digit is published.
enum JapaneseResidenceCard {
  static let validator = Validator.identifier(
    "jp-residence-card", template: "@@########@@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 12, text[..<2].allSatisfy(\.isASCIILetter),
      text[10...].allSatisfy(\.isASCIILetter),
      let digits = Identifier.digits(Array(text[2..<10]), 8)
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("form of a residence card number")
  }
}
