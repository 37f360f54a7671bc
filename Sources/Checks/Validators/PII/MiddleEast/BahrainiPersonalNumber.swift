/// CPR number: year and month of birth, serial, check digit of an unpublished rule (Information
/// and eGovernment Authority).
enum BahrainiPersonalNumber {
  static let validator = Validator.identifier("bahrain-cpr", template: "ym#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9),
      (1...12).contains(digits[2] * 10 + digits[3])
    else { return .refuted }
    return Identifier.isPlaceholder(digits) ? .documented("placeholder digits") : .plausible(nil)
  }
}
