/// Tax identification number: one of the first ten digits occurs twice or three times, the last is
/// the check digit of ISO/IEC 7064, MOD 11,10 (section 139b AO, StIdV section 1; Bundeszentralamt
/// für Steuern).
enum GermanTaxIdentifier {
  static let validator = Validator.identifier("steuer-id", template: "+##########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), CheckDigits.mod11And10(digits) else {
      return .refuted
    }
    var counts = [Int](repeating: 0, count: 10)
    for digit in digits[..<10] { counts[digit] += 1 }
    let repeated = counts.filter { $0 > 1 }
    guard repeated.count == 1, repeated[0] <= 3 else { return .refuted }
    // A leading zero marks test numbers.
    if digits[0] == 0 { return .documented("test number") }
    return Identifier.settle(
      digits, "check digit valid",
      published: ["36574261809", "86095742719", "65929970489", "47036892816", "57549285017"])
  }
}
