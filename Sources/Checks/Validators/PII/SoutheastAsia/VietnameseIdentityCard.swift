/// Citizen identity card: province of birth, century and sex, year of birth, six random digits
/// (Circular 59/2021/TT-BCA). No check digit.
enum VietnameseIdentityCard {
  static let validator = Validator.identifier("cccd", template: "0791y######", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12),
      (1...96).contains(Identifier.number(digits[..<3])), digits[3] <= 3,
      // 2 and 3 are of the century from 2000 on.
      digits[3] < 2 || digits[4] <= 3
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("province and year of birth valid")
  }
}
