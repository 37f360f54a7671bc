/// Three Hungarian numbers, by their length: TAJ (9 digits, weights 3 and 7), adóazonosító jel
/// (10 digits from 8) and személyi azonosító (11 digits), both modulo 11 (1996. évi XX. törvény).
enum HungarianIdentifier {
  static let validator = Validator.identifier("hungarian-id", template: "8#########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9...11) else { return .refuted }
    switch digits.count {
    case 9:
      guard Identifier.weighted(digits, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 == digits[8] else {
        return .refuted
      }
    case 10:
      guard digits[0] == 8,
        Identifier.weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == digits[9]
      else { return .refuted }
    default:
      let rising = Identifier.weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 11
      let falling = Identifier.weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11
      // The order of the weights was turned round for births from 1997 on.
      guard rising == digits[10] || falling == digits[10],
        Identifier.isDate(
          year: digits[1] * 10 + digits[2], month: digits[3] * 10 + digits[4],
          day: digits[5] * 10 + digits[6])
      else { return .refuted }
    }
    return Identifier.settle(digits, "check digit valid", published: ["8071592153", "111111110"])
  }
}
