/// National identification number of Uganda: citizen or not, sex, year of birth, ten letters and
/// digits (National Identification and Registration Authority). No check character is published.
enum UgandanIdentityNumber {
  static let validator = Validator.identifier("uganda-nin", template: "CMy######@@@@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 14, "CPR".utf8.contains(text[0]), "MF".utf8.contains(text[1]),
      text[2...3].allSatisfy(\.isASCIIDigit), text[4...].contains(where: \.isASCIIDigit)
    else { return .refuted }
    return .plausible("form of the number")
  }
}
