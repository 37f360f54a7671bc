/// Driving license: state, office, year of issue, seven digits (Ministry of Road Transport and
/// Highways, Sarathi). No check digit.
enum IndianDrivingLicense {
  static let validator = Validator.identifier(
    "driver-india", template: "MH12 2011#######", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 15, IndianState.begins(text),
      let digits = Identifier.digits(Array(text[2...]), 13),
      (1950...2035).contains(Identifier.number(digits[2..<6])),
      Identifier.number(digits[6...]) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(Array(digits[6...]))
      ? .documented("placeholder digits") : .plausible("state and year of issue valid")
  }
}
