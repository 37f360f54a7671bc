/// CLABE of a bank account: 17 digits and a check digit with the weights 3, 7, 1, each product
/// modulo 10 (Asociación de Bancos de México).
enum MexicanBankAccount {
  static let validator = Validator.identifier("clabe", template: "032###############", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 18), digits[0] + digits[1] + digits[2] > 0 else {
      return .refuted
    }
    var sum = 0
    for (index, digit) in digits[..<17].enumerated() { sum += digit * [3, 7, 1][index % 3] % 10 }
    guard (10 - sum % 10) % 10 == digits[17] else { return .refuted }
    return Identifier.settle(
      digits, "check digit valid",
      published: ["032180000118359719", "002115016003269411", "646180110400000007"])
  }
}
