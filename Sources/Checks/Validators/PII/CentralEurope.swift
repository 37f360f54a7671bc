/// Identifiers of Poland, Czechia and Slovakia, Hungary, Austria and Switzerland.
enum CentralEurope {
  static let validators: [Validator] = [
    .identifier("pesel", template: "ymd#####", judge: polish),
    .identifier("rodne-cislo", template: "ymd/####", judge: czech),
    .identifier("hungarian-id", template: "8#########", judge: hungarian),
    .identifier("at-svnr", template: "+###dmy", judge: austrian),
    .identifier("ahv", template: "756##########", judge: swiss),
  ]

  /// PESEL: birth date (the century is in the month) and a check digit with the weights 1, 3, 7, 9
  /// (Ustawa o ewidencji ludności, 2010).
  static func polish(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11),
      Identifier.weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0,
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: (digits[2] * 10 + digits[3]) % 20,
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid",
      published: ["44051401359", "44051401458", "02070803628", "02270803628", "90010112345"])
  }

  /// Rodné číslo: birth date (month plus 50 for women, plus 20 when a day ran out), the whole
  /// divisible by 11; nine digits and no check until 1953 (zákon č. 133/2000 Sb.).
  static func czech(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9...10) else { return .refuted }
    var month = digits[2] * 10 + digits[3]
    if month > 50 { month -= 50 }
    if month > 20 { month -= 20 }
    guard
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: month, day: digits[4] * 10 + digits[5])
    else { return .refuted }
    if digits.count == 9 {
      return digits[0] * 10 + digits[1] < 54 ? .plausible("birth date valid") : .refuted
    }
    guard Identifier.number(digits[..<9]) % 11 % 10 == digits[9] else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid",
      published: ["7103192745", "7360285163", "7801233540"])
  }

  /// Three Hungarian numbers, by their length: TAJ (9 digits, weights 3 and 7), adóazonosító jel
  /// (10 digits from 8) and személyi azonosító (11 digits), both modulo 11 (1996. évi XX. törvény).
  static func hungarian(_ value: [UInt8]) -> Judgement {
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

  /// Sozialversicherungsnummer: serial, check digit modulo 11, birth date (section 31 ASVG; ELGA).
  static func austrian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), digits[0] != 0,
      Identifier.weighted(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == digits[3]
    else { return .refuted }
    let month = digits[6] * 10 + digits[7]
    // Months 13 to 15 are used when the serials of a day ran out.
    guard
      (13...15).contains(month)
        || Identifier.isDate(
          year: digits[8] * 10 + digits[9], month: month, day: digits[4] * 10 + digits[5])
    else { return .refuted }
    return Identifier.settle(
      digits, "birth date and check digit valid", published: ["1237010180", "9999010180"])
  }

  /// AHV-Nummer: 756, nine digits and the check digit of an EAN-13 (AHVV article 133 bis).
  static func swiss(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), digits[..<3] == [7, 5, 6],
      Identifier.weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0
    else { return .refuted }
    return Identifier.settle(
      digits, "check digit valid", published: ["7569217076985", "7569217076922", "7561234567897"])
  }
}
