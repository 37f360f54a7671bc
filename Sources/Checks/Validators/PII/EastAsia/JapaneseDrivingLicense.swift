/// Driver's license: the public safety commission, year, serial, a check digit whose rule is not
/// public, the count of reissues (National Police Agency).
enum JapaneseDrivingLicense {
  static let validator = Validator.identifier(
    "jp-driver-number", template: "3###########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12),
      (10...97).contains(digits[0] * 10 + digits[1]), Identifier.number(digits[4..<10]) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible(nil)
  }
}
