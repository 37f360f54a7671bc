/// Unique taxpayer reference: ten digits, of which the first checks the others modulo 11 with the
/// weights 6 to 10 and 5 to 2 (HMRC, Modulus 11 Check Digit). A `K` may stand at the end.
enum BritishTaxpayerReference {
  static let validator = Validator.identifier("uk-utr", template: "##########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    var text = Identifier.compact(value)
    if text.last == UInt8(ascii: "K") { text.removeLast() }
    guard let digits = Identifier.digits(text, 10),
      [2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1][
        Identifier.weighted(Array(digits[1...]), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] == digits[0]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
