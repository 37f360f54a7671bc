/// Emirates ID: 784 (ISO 3166-1), the year of birth, seven digits, Luhn (Federal Authority for
/// Identity and Citizenship). Cards are known that Luhn refuses, so that the written form with
/// its hyphens is enough to go by.
enum EmiratesIdentityCard {
  static let validator = Validator.identifier(
    "emirates-id", template: "784-c-#######-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 15), Identifier.number(digits[..<3]) == 784,
      (1900...2035).contains(Identifier.number(digits[3..<7]))
    else { return .refuted }
    guard !CheckDigits.luhn(digits) else { return Identifier.settle(digits, "check digit valid") }
    guard value.contains(UInt8(ascii: "-")) else { return .refuted }
    return Identifier.isPlaceholder(Array(digits[7...]))
      ? .documented("placeholder digits") : .plausible("country and year of birth")
  }
}
