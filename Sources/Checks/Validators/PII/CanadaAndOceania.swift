/// Identifiers of Canada, Australia and New Zealand.
enum CanadaAndOceania {
  static let validators: [Validator] = [
    .identifier("sin", template: "+## ### ###", judge: canadian),
    .identifier("ca-bn", template: "######### RT0001", judge: canadianBusiness),
    .identifier("ohip", template: "+###-###-###-AB", judge: ontarianHealth),
    .identifier("ramq", template: "@@@@ ymd##", judge: quebecHealth),
    .identifier("bc-phn", template: "9### ### ###", judge: columbianHealth),
    .identifier("tfn", template: "### ### ###", judge: australianTax),
    .identifier("medicare-au", template: "2### ##### 1", judge: australianMedicare),
    .identifier("ird", template: "0########", judge: newZealandTax),
  ]

  /// Social insurance number: Luhn; a leading 0 is given to nobody, 8 to companies (Employment and
  /// Social Development Canada).
  static func canadian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9), CheckDigits.luhn(digits) else {
      return .refuted
    }
    if digits[0] == 0 { return .documented("leading 0 is never issued") }
    if digits[0] == 8 { return .refuted }
    return Identifier.settle(
      digits, "check digit valid", published: ["130692544", "193456787", "123456782"])
  }

  /// Business number with a program account: nine digits with Luhn, two letters and four digits (Canada
  /// Revenue Agency).
  static func canadianBusiness(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9 || text.count == 15,
      let digits = Identifier.digits(Array(text[..<9]), 9), CheckDigits.luhn(digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Health number of Ontario: ten digits with Luhn, perhaps the letters of the card's version
  /// (Ministry of Health, "Health Card Validation").
  static func ontarianHealth(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard (10...12).contains(text.count), text[10...].allSatisfy(\.isASCIILetter),
      let digits = Identifier.digits(Array(text[..<10]), 10), digits[0] > 0,
      CheckDigits.luhn(digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Health insurance number of Quebec: four letters of the names, the birth date with 50 added to
  /// the month of women, and two digits (RAMQ). The rule of the last digit is not published.
  static func quebecHealth(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 12, text[..<4].allSatisfy(\.isASCIILetter),
      let digits = Identifier.digits(Array(text[4...]), 8)
    else { return .refuted }
    let month = digits[2] * 10 + digits[3]
    guard
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: month > 50 ? month - 50 : month,
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    return .plausible("birth date valid")
  }

  /// Personal health number of British Columbia: a 9, eight digits and a check digit modulo 11
  /// (Ministry of Health, "Conformance standards").
  static func columbianHealth(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10), digits[0] == 9,
      11 - Identifier.weighted(Array(digits[1...]), [2, 4, 8, 5, 10, 9, 7, 3]) % 11 == digits[9]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Tax file number: the weighted sum is divisible by 11; older ones have eight digits (ATO).
  static func australianTax(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 8...9) else { return .refuted }
    let weights = digits.count == 9 ? [1, 4, 3, 7, 5, 8, 6, 9, 10] : [10, 7, 8, 4, 6, 3, 5, 1]
    guard Identifier.weighted(digits, weights) % 11 == 0 else { return .refuted }
    return Identifier.settle(
      digits, "check digit valid",
      published: ["123456782", "876543210", "459599230", "112474082", "565051603"])
  }

  /// Medicare card number: a first digit 2 to 6, a check digit in the ninth place, the issue, perhaps
  /// the line on the card (Services Australia).
  static func australianMedicare(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10...11), (2...6).contains(digits[0]),
      Identifier.weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == digits[8], digits[9] != 0
    else { return .refuted }
    return Identifier.settle(
      digits, "check digit valid", published: ["2123456701", "2428778132", "2950156481"])
  }

  /// IRD number: eight or nine digits in the issued range, a check digit modulo 11 in two rounds
  /// (Inland Revenue, "Resident withholding tax specification").
  static func newZealandTax(_ value: [UInt8]) -> Judgement {
    guard var digits = Identifier.digits(value, 8...9) else { return .refuted }
    if digits.count == 8 { digits.insert(0, at: 0) }
    guard (10_000_000...160_000_000).contains(Identifier.number(digits)) else { return .refuted }
    var check = (11 - Identifier.weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
    if check == 10 {
      check = (11 - Identifier.weighted(digits, [7, 4, 3, 2, 5, 2, 7, 6]) % 11) % 11
    }
    guard check == digits[8] else { return .refuted }
    return Identifier.settle(
      digits, "check digit valid",
      published: ["049091850", "035901981", "049098576", "136410132", "136410133"])
  }
}
