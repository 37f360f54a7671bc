/// HKID: one or two letters, six digits, and a check character modulo 11 with the weights 9 to 2, A
/// for ten (Immigration Department).
enum HongKongIdentityCard {
  static let validator = Validator.identifier("hkid", template: "@######(#)", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    // Brackets take the place of parentheses in some systems.
    let text = Identifier.compact(
      value.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") })
    let letters = text.prefix(while: \.isASCIILetter).count
    guard letters == 1 || letters == 2, text.count == letters + 7,
      let digits = Identifier.digits(Array(text[letters..<(letters + 6)]), 6), let last = text.last,
      last.isASCIIDigit || last == UInt8(ascii: "A")
    else { return .refuted }
    // A missing first letter counts 36.
    var sum = letters == 2 ? (text[0].letterIndex + 10) * 9 : 36 * 9
    sum += (text[letters - 1].letterIndex + 10) * 8
    sum += Identifier.weighted(digits, [7, 6, 5, 4, 3, 2])
    sum += last == UInt8(ascii: "A") ? 10 : Int(last - 0x30)
    guard sum % 11 == 0 else { return .refuted }
    let number = Identifier.number(digits)
    return number == 123_456 || number % 111_111 == 0
      ? .documented("placeholder digits") : .proven("check character valid")
  }
}
