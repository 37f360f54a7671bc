/// Universal account number of the provident fund: twelve digits from 10 on (Employees' Provident
/// Fund Organisation). No check digit is published.
enum IndianProvidentFundNumber {
  static let validator = Validator.identifier("uan-india", template: "10##########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12), digits[0] == 1, digits[1] <= 2 else {
      return .refuted
    }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible(nil)
  }
}
