/// Identifiers of Sweden, Finland, Norway, Denmark and Iceland.
enum Nordics {
  static let validators: [Validator] = [
    .identifier("personnummer", template: "ymd-####", judge: swedish),
    .identifier("hetu", template: "dmy-+##@", judge: finnish),
    .identifier("fodselsnummer", template: "dmy#####", judge: norwegian),
    .identifier("cpr", template: "dmy-####", judge: danish),
    .identifier("kennitala", template: "dmy-###9", judge: icelandic),
  ]

  /// Personnummer: birth date (day plus 60 for coordination numbers) and Luhn over ten digits
  /// (Skatteverket, SKV 704).
  static func swedish(_ value: [UInt8]) -> Judgement {
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

  /// Henkilötunnus: birth date, a sign for the century, order, and a check character modulo 31
  /// (Väestötietojärjestelmäasetus; DVV). Orders from 900 on are for tests.
  static func finnish(_ value: [UInt8]) -> Judgement {
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

  /// Fødselsnummer and D-nummer: birth date and two check digits modulo 11 (Skatteetaten). Months
  /// raised by 80 or 65 are made-up people of the test registers.
  static func norwegian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11),
      Identifier.weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0,
      Identifier.weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    else { return .refuted }
    let day = digits[0] * 10 + digits[1]
    let month = digits[2] * 10 + digits[3]
    let year = digits[4] * 10 + digits[5]
    func isDate(_ month: Int) -> Bool {
      Identifier.isDate(year: year, month: month, day: day > 40 ? day - 40 : day)
    }
    if month > 12 {
      guard isDate(month - 80) || isDate(month - 65) || isDate(month - 40) else { return .refuted }
      return .documented("made-up person of a test register")
    }
    guard isDate(month) else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digits valid", published: ["01010750160"])
  }

  /// CPR-nummer: birth date and serial; the check digit modulo 11 has not been guaranteed since 2007
  /// (CPR-kontoret, "Personnummeret i CPR").
  static func danish(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10) else { return .refuted }
    let day = digits[0] * 10 + digits[1]
    // Replacement numbers have 60 added to the day.
    guard
      Identifier.isDate(
        year: digits[4] * 10 + digits[5], month: digits[2] * 10 + digits[3],
        day: day > 60 ? day - 60 : day), Identifier.number(digits[6...]) > 0
    else { return .refuted }
    if Identifier.isPlaceholder(digits)
      || ["0707614285", "2512484916", "2110625629"].contains(Identifier.text(digits))
    {
      return .documented("published example")
    }
    return Identifier.weighted(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
      ? .proven("birth date and check digit valid") : .plausible("birth date valid")
  }

  /// Kennitala: birth date (day plus 40 for companies), two random digits, a check digit modulo 11,
  /// the century (Þjóðskrá).
  static func icelandic(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), [0, 8, 9].contains(digits[9]),
      Identifier.weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    else { return .refuted }
    let day = digits[0] * 10 + digits[1]
    guard
      Identifier.isDate(
        year: digits[4] * 10 + digits[5], month: digits[2] * 10 + digits[3],
        day: day > 40 ? day - 40 : day)
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid", published: ["1201743399", "4504013150"])
  }
}
