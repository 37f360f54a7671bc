/// Resident identity number: region, birth date, order, check character of ISO/IEC 7064, MOD 11-2
/// (GB 11643-1999).
enum ChineseResidentNumber {
  static let validator = Validator.identifier(
    "cn-resident-id", template: "310104cmd####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 18, let digits = Identifier.digits(Array(text[..<17]), 17),
      (11...82).contains(digits[0] * 10 + digits[1]), digits[2] * 10 + digits[3] < 95
    else { return .refuted }
    let sum = Identifier.weighted(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
    let year = Identifier.number(digits[6..<10])
    guard Array("10X98765432".utf8)[sum % 11] == text[17], (1880...2030).contains(year),
      Identifier.isDate(
        year: year, month: digits[10] * 10 + digits[11], day: digits[12] * 10 + digits[13])
    else { return .refuted }
    if ["11010519491231002X", "440524188001010014", "110101199003070000"]
      .contains(String(decoding: text, as: UTF8.self))
    {
      return .documented("published example")
    }
    return .proven("birth date and check character valid")
  }
}
