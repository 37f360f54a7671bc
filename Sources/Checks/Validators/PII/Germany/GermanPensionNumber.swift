/// Pension insurance number: area, birth date, initial, serial and a check digit modulo 10 over the
/// digit sums of the products with 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1, the initial counting as its
/// place in two digits (VKVV section 2; Deutsche Rentenversicherung).
enum GermanPensionNumber {
  static let validator = Validator.identifier(
    "rentenversicherung", template: "65dmy@##+", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 12, text[8].isASCIILetter,
      let head = Identifier.digits(Array(text[..<8]), 8),
      let tail = Identifier.digits(Array(text[9...]), 3)
    else { return .refuted }
    let initial = text[8].letterIndex + 1
    let digits = head + [initial / 10, initial % 10, tail[0], tail[1]]
    var sum = 0
    for (digit, weight) in zip(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) {
      sum += digit * weight / 10 + digit * weight % 10
    }
    guard sum % 10 == tail[2],
      Identifier.isDate(
        year: head[6] * 10 + head[7], month: head[4] * 10 + head[5], day: head[2] * 10 + head[3])
    else { return .refuted }
    if ["15070649C103", "65170839J008"].contains(String(decoding: text, as: UTF8.self)) {
      return .documented("published example")
    }
    return .proven("birth date and check digit valid")
  }
}
