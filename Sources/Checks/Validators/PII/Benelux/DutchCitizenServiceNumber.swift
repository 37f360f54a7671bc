/// BSN: the "elfproef" with the weights 9 to 2 and −1 (Logisch ontwerp BSN).
enum DutchCitizenServiceNumber {
  static let validator = Validator.identifier("bsn", template: "+########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9), Identifier.number(digits) > 9_999_999,
      Identifier.weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0
    else { return .refuted }
    // Numbers from 99999 on are handed out for tests.
    if digits[..<4] == [9, 9, 9, 9] { return .documented("test number") }
    return Identifier.settle(
      digits, "check digit valid", published: ["111222333", "123456782", "111222344"])
  }
}
