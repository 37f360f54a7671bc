/// National Insurance number: prefix letters that are in use, six digits, a suffix A to D (HMRC,
/// National Insurance Manual NIM39110). No check digit.
enum BritishInsuranceNumber {
  static let validator = Validator.identifier("nino", template: "@@######A", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9, let digits = Identifier.digits(Array(text[2..<8]), 6),
      (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(text[8]), text[0].isASCIILetter,
      text[1].isASCIILetter
    else { return .refuted }
    let prefix = String(decoding: text[..<2], as: UTF8.self)
    // HMRC's own example, with a prefix that is never issued.
    if prefix == "QQ" { return .documented("published example") }
    guard !"DFIQUV".utf8.contains(text[0]), !"DFIOQUV".utf8.contains(text[1]),
      !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(prefix)
    else { return .refuted }
    let number = Identifier.number(digits)
    if number == 123_456 || number % 111_111 == 0 || number == 654_321 {
      return .documented("placeholder digits")
    }
    return .plausible("prefix and suffix in use")
  }
}
