/// Medicare card number: a first digit 2 to 6, in the ninth place a check digit modulo 10 with the
/// weights 1, 3, 7, 9, the issue, perhaps the line on the card (Services Australia).
enum AustralianMedicareNumber {
  static let validator = Validator.identifier("medicare-au", template: "2### ##### 1", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10...11), (2...6).contains(digits[0]),
      Identifier.weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == digits[8], digits[9] != 0
    else { return .refuted }
    return Identifier.settle(
      digits, "check digit valid", published: ["2123456701", "2428778132", "2950156481"])
  }
}
