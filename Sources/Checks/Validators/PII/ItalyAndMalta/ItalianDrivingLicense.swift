/// Number of an Italian driving license: `U1`, seven places and a letter, or the province's letters,
/// seven digits and a letter (Ministero delle Infrastrutture). No published check.
enum ItalianDrivingLicense {
  static let validator = Validator.identifier(
    "it-driving-license", template: "U1@##@###@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, let last = text.last, last.isASCIILetter,
      text.count(where: \.isASCIIDigit) >= 4,
      // Of the newer form, which has neither I nor O.
      text[1] != UInt8(ascii: "1") || !text.contains(where: { "IO".utf8.contains($0) })
    else { return .refuted }
    return .plausible("form valid")
  }
}
