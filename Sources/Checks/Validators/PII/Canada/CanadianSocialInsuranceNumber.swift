/// Social insurance number: Luhn; a leading 0 is given to nobody, 8 to companies (Employment and
/// Social Development Canada).
enum CanadianSocialInsuranceNumber {
  static let validator = Validator.identifier("sin", template: "+## ### ###", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9), CheckDigits.luhn(digits) else {
      return .refuted
    }
    if digits[0] == 0 { return .documented("leading 0 is never issued") }
    if digits[0] == 8 { return .refuted }
    return Identifier.settle(
      digits, "check digit valid", published: ["130692544", "193456787", "123456782"])
  }
}
