/// CBU, and the CVU of payment providers: bank and branch, then the account, each with a check digit
/// of the weights 3, 1, 7, 9 from the right (BCRA, SINAP).
enum ArgentineBankAccount {
  static let validator = Validator.identifier(
    "ar-cbu", template: "0140##################", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    var text = value
    // En dashes stand between the blocks of printed ones.
    while let dash = text.firstRange(of: Array("\u{2013}".utf8)) { text.removeSubrange(dash) }
    guard let digits = Identifier.digits(text, 22), isBlock(digits[..<8]), isBlock(digits[8...]),
      Identifier.number(digits[..<7]) > 0, Identifier.number(digits[8...]) > 0
    else { return .refuted }
    return Identifier.settle(digits, "both check digits valid")
  }

  private static func isBlock(_ digits: ArraySlice<Int>) -> Bool {
    var sum = digits.last ?? 0
    for (index, digit) in digits.dropLast().reversed().enumerated() {
      sum += digit * [3, 1, 7, 9][index % 4]
    }
    return sum % 10 == 0
  }
}
