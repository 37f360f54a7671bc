/// ABA routing transit number: a Federal Reserve prefix and a check digit with the weights 3, 7, 1
/// (American Bankers Association, routing number policy).
enum AmericanRoutingNumber {
  static let validator = Validator.identifier("aba-routing", template: "02#######", judge: judge)
  static let hyphenated = Validator.identifier(
    "aba-hyphenated", template: "02##-####-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9) else { return .refuted }
    let prefix = digits[0] * 10 + digits[1]
    guard
      (0...12).contains(prefix) || (21...32).contains(prefix) || (61...72).contains(prefix)
        || prefix == 80, Identifier.weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["110000000", "123456780"])
  }
}
