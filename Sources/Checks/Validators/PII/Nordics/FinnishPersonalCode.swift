/// Henkilötunnus: birth date, a sign for the century, order, and a check character for the
/// remainder of date and order, read as one number, by 31 (Väestötietojärjestelmäasetus; DVV).
/// Orders from 900 on are for tests.
enum FinnishPersonalCode {
  static let validator = Validator.identifier("hetu", template: "dmy-+##@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = value.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
    guard text.count == 11, "+-ABCDEFYXWVU".utf8.contains(text[6]),
      let head = Identifier.digits(Array(text[..<6]), 6),
      let order = Identifier.digits(Array(text[7..<10]), 3),
      Identifier.isDate(
        year: head[4] * 10 + head[5], month: head[2] * 10 + head[3], day: head[0] * 10 + head[1]),
      Identifier.number(order) >= 2
    else { return .refuted }
    let check = Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8)
    guard check[Identifier.number(head + order) % 31] == text[10] else { return .refuted }
    if order[0] == 9 { return .documented("test order number") }
    if ["131052-308T", "010101-123N"].contains(String(decoding: text, as: UTF8.self)) {
      return .documented("published example")
    }
    return .proven("birth date and check character valid")
  }
}
