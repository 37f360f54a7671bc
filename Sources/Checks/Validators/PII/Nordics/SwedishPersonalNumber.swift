/// Personnummer: birth date (day plus 60 for coordination numbers) and Luhn over ten digits
/// (Skatteverket, SKV 704).
enum SwedishPersonalNumber {
  static let validator = Validator.identifier("personnummer", template: "ymd-####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    // A plus instead of the hyphen says that the person is over a hundred.
    let text = value.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 }
    guard var digits = Identifier.digits(text, 10...12), digits.count != 11 else { return .refuted }
    if digits.count == 12 {
      guard [18, 19, 20].contains(digits[0] * 10 + digits[1]) else { return .refuted }
      digits.removeFirst(2)
    }
    let day = digits[4] * 10 + digits[5]
    guard CheckDigits.luhn(digits),
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: day > 60 ? day - 60 : day)
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid",
      published: ["8112189876", "6408233234", "1212121212", "2121212120", "6709199530"])
  }
}
