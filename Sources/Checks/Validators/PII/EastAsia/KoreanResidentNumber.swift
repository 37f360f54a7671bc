/// Resident registration number: birth date, sex and century (5 to 8 for foreigners), place, check
/// digit modulo 11 with the weights 2 to 9 and 2 to 5 (Ministry of the Interior and Safety).
/// Numbers given out since October 2020 have no check digit, so that a hyphen after the birth date
/// has to do.
enum KoreanResidentNumber {
  static let validator = Validator.identifier("kr-rrn", template: "ymd-1######", judge: judge)
  static let undivided = Validator.identifier(
    "kr-rrn-undivided", template: "ymd1######", judge: judgeUndivided)

  static func judge(_ value: [UInt8]) -> Judgement {
    let judgement = judgeUndivided(value)
    guard case .plausible = judgement else { return judgement }
    if value.contains(UInt8(ascii: "-")) { return judgement }
    // A check digit may be missing where the person was born or came after the reform.
    guard let digits = Identifier.digits(value, 13) else { return .refuted }
    return digits[6] >= 3 && digits[0] == 2 ? judgement : .refuted
  }

  /// The same without the hyphen, where a label says what it is.
  private static func judgeUndivided(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13),
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: digits[4] * 10 + digits[5]), digits[7] * 10 + digits[8] <= 95
    else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    let rest = Identifier.weighted(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11
    // Foreigners (5 to 8) have 2 added; some registers leave that out.
    let isForeign = (5...8).contains(digits[6])
    let isValid =
      (11 - rest) % 10 == digits[12] || isForeign && (13 - rest) % 10 == digits[12]
    // 9 and 0 are of the century before 1900.
    if digits[6] == 9 || digits[6] == 0 {
      guard isValid, digits[0] >= 8 else { return .refuted }
    }
    guard isValid else { return .plausible("birth date valid") }
    return .proven("birth date and check digit valid")
  }
}
