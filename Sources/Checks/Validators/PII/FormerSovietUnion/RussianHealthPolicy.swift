/// Policy of compulsory health insurance: sixteen digits, the last is that of Luhn's scheme
/// (Federal Compulsory Medical Insurance Fund).
enum RussianHealthPolicy {
  static let validator = Validator.identifier(
    "oms-policy", template: "77##############", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 16), CheckDigits.luhn(digits) else {
      return .refuted
    }
    return Identifier.settle(digits, "check digit valid")
  }
}
