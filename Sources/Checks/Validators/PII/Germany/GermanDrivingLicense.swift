/// Number of a driving license: an office's key of a letter and two digits or two letters, five
/// places, a check digit or letter and the count of copies: eleven in all (Fahrerlaubnis-Verordnung,
/// annex 8). The check is not published.
enum GermanDrivingLicense {
  static let validator = Validator.identifier(
    "de-driving-license", template: "B##########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 11, text[0].isASCIILetter, text.count(where: \.isASCIIDigit) >= 6 else {
      return .refuted
    }
    return .plausible("form valid")
  }
}
