/// Identifiers of the Netherlands and of Belgium.
enum Benelux {
  static let validators: [Validator] = [
    .identifier("bsn", template: "+########", judge: citizenServiceNumber),
    .identifier("be-rrn", template: "ymd#####", judge: nationalRegister),
  ]

  /// BSN: the "elfproef" with the weights 9 to 2 and −1 (Logisch ontwerp BSN).
  static func citizenServiceNumber(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9), Identifier.number(digits) > 9_999_999,
      Identifier.weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0
    else { return .refuted }
    // Numbers from 99999 on are handed out for tests.
    if digits[..<4] == [9, 9, 9, 9] { return .documented("test number") }
    return Identifier.settle(
      digits, "check digit valid", published: ["111222333", "123456782", "111222344"])
  }

  /// Rijksregisternummer: birth date, order, and 97 less the remainder by 97; people born from 2000
  /// on have a 2 before it for the sum (Koninklijk besluit 3 April 1984).
  static func nationalRegister(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11) else { return .refuted }
    let body = Identifier.number(digits[..<9])
    let key = digits[9] * 10 + digits[10]
    guard key == 97 - body % 97 || key == 97 - (2_000_000_000 + body) % 97 else { return .refuted }
    let month = (digits[2] * 10 + digits[3]) % 20
    let day = digits[4] * 10 + digits[5]
    // Month and day are 0 where they are not known; 20 or 40 is added for foreigners.
    guard
      month == 0 || day == 0
        || Identifier.isDate(year: digits[0] * 10 + digits[1], month: month, day: day)
    else { return .refuted }
    return Identifier.settle(
      digits, "check digits valid", published: ["85073003328", "93051822361", "00012556777"])
  }
}
