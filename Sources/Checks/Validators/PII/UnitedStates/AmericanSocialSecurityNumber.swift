/// Social security number: area not 000, 666 or above 899, group not 00, serial not 0000
/// (Social Security Administration, "Social Security Number Randomization", 2011). No check digit.
enum AmericanSocialSecurityNumber {
  static let validator = Validator.identifier("ssn", template: "###-##-####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9) else { return .refuted }
    let text = Identifier.text(digits)
    let area = Identifier.number(digits[..<3])
    // 987-65-4320 to 4329 are set aside for advertisements.
    if advertised.contains(text) || text.hasPrefix("98765432") {
      return .documented("advertised number")
    }
    guard area != 0, area != 666, area < 900, digits[3] + digits[4] > 0,
      Identifier.number(digits[5...]) > 0
    else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("area, group and serial in range")
  }

  /// Numbers that were printed on wallet inserts, posters and in tutorials, listed by the SSA or known from there.
  private static let advertised: Set<String> = [
    "078051120", "219099999", "123456789", "457555462", "111223333", "123121234", "111111111",
    "222222222", "333333333", "444444444", "555555555", "777777777", "888888888", "002281852",
    "042103580", "062360749", "095073645", "128036045", "135016629", "141186941",
    "165167999", "165187999", "165207999", "165227999", "165247999", "189092294", "212097694",
    "212099999", "306302348", "308125070", "468288779", "549241889", "555121234", "123454321",
  ]
}
