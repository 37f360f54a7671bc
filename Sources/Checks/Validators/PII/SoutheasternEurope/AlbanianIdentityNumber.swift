/// NID: a letter or digit for the decade, the year in it, month (plus 50 for women, plus 30 for
/// foreigners), day, order, and a letter that checks them (Ligji 8952/2002, Gjendja Civile), whose
/// scheme is not published.
enum AlbanianIdentityNumber {
  static let validator = Validator.identifier("al-nid", template: "I#md###@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, let digits = Identifier.digits(Array(text[1..<9]), 8),
      (UInt8(ascii: "A")...UInt8(ascii: "T")).contains(text[0]),
      (UInt8(ascii: "A")...UInt8(ascii: "W")).contains(text[9])
    else { return .refuted }
    var month = digits[1] * 10 + digits[2]
    if month > 50 { month -= 50 }
    if month > 30 { month -= 30 }
    guard
      Identifier.isDate(
        year: 1900 + text[0].letterIndex * 10 + digits[0], month: month,
        day: digits[3] * 10 + digits[4])
    else { return .refuted }
    return .plausible("birth date valid")
  }
}
