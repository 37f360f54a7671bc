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
    .identifier("abn", template: "## ### ### ###", judge: australianBusiness),
    .identifier("abn-undivided", template: "###########", judge: australianBusiness),
    .identifier("acn", template: "### ### ###", judge: australianCompany),
    .identifier("nz-bank-account", template: "01-0###-0######-00", judge: newZealandBank),
    .identifier("nz-bank-account-undivided", template: "010###0######00", judge: newZealandBank),
    .identifier("nhi", template: "@@@####", judge: newZealandHealth),
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

  /// Business number: two check digits before the nine of the company; 1 is taken from the first, and
  /// the weighted sum is divisible by 89 (Australian Business Register).
  static func australianBusiness(_ value: [UInt8]) -> Judgement {
    guard var digits = Identifier.digits(value, 11), digits[0] > 0 else { return .refuted }
    digits[0] -= 1
    guard Identifier.weighted(digits, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 == 0 else {
      return .refuted
    }
    digits[0] += 1
    return Identifier.settle(digits, "check digits valid")
  }

  /// Company number: eight digits and a check digit modulo 10 (ASIC).
  static func australianCompany(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9),
      (Identifier.weighted(digits, [8, 7, 6, 5, 4, 3, 2, 1]) + digits[8]) % 10 == 0
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Bank account: bank, branch, seven or eight digits, suffix of two to four; the branch is one of
  /// the bank's, and a check digit modulo 11 or 10 holds, by bank (Inland Revenue, "Resident
  /// withholding tax specification", bank account number validation).
  static func newZealandBank(_ value: [UInt8]) -> Judgement {
    guard let (text, parts) = newZealandParts(value) else { return .refuted }
    let digits = Array(parts)
    let bank = digits[0] * 10 + digits[1]
    let branch = Identifier.number(digits[2..<6])
    guard newZealandBranches[bank]?.contains(where: { $0.contains(branch) }) == true else {
      return .refuted
    }
    let base = Identifier.number(digits[6..<14])
    let weights: [Int]
    var modulus = 11
    // Whether the digits of the products are added up instead of the products.
    var addsDigits = false
    switch bank {
    case 8: weights = [0, 0, 0, 0, 0, 0, 0, 7, 6, 5, 4, 3, 2, 1]
    case 9: (weights, addsDigits) = ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 4, 3, 2, 0, 0, 0, 1], true)
    case 25, 33: (weights, modulus) = ([0, 0, 0, 0, 0, 0, 0, 1, 7, 3, 1, 7, 3, 1], 10)
    case 26, 28, 29:
      (weights, modulus) = ([0, 0, 0, 0, 0, 0, 0, 1, 3, 7, 1, 3, 7, 1, 0, 3, 7, 1], 10)
      addsDigits = true
    default:
      weights =
        base < 990_000
        ? [0, 0, 6, 3, 7, 9, 0, 0, 10, 5, 8, 4, 2, 1] : [0, 0, 0, 0, 0, 0, 0, 0, 10, 5, 8, 4, 2, 1]
    }
    var sum = 0
    for (digit, weight) in zip(digits, weights) {
      var product = digit * weight
      if addsDigits {
        while product > 9 { product = product / 10 + product % 10 }
      }
      sum += product
    }
    guard base > 0, sum % modulus == 0 else { return .refuted }
    // Bank and branch of well-known examples are real; what counts up is the account.
    return Identifier.settle(text, "bank, branch and check digit valid")
  }

  /// The digits as they stand, and filled up to two, four, eight and four.
  private static func newZealandParts(_ value: [UInt8]) -> (text: [Int], filled: [Int])? {
    // What stands for an en dash in UTF-8 parts the groups too.
    let text = value.filter { $0 != 0xE2 && $0 != 0x80 && $0 != 0x93 }
    guard let digits = Identifier.digits(text, 15...17) else { return nil }
    // Of sixteen digits the suffix has three, or the account eight; the last group tells.
    let last = text.reversed().prefix(while: \.isASCIIDigit).count
    let suffix = (2...4).contains(last) ? last : digits.count - 13
    let account = digits.count - 6 - suffix
    guard (7...8).contains(account) else { return nil }
    var filled = Array(digits[..<6])
    if account == 7 { filled.append(0) }
    filled += digits[6..<(6 + account)]
    filled += [Int](repeating: 0, count: 4 - suffix)
    filled += digits[(6 + account)...]
    return (digits, filled)
  }

  /// The branches of each bank, as the specification lists them.
  private static let newZealandBranches: [Int: [ClosedRange<Int>]] = [
    1: [1...999, 1100...1199, 1800...1899], 2: [1...999, 1200...1299],
    3: [1...999, 1300...1399, 1500...1599, 1700...1799, 1900...1999], 6: [1...999, 1400...1499],
    8: [6500...6599], 9: [0...0], 11: [5000...6499, 6600...8999],
    12: [3000...3299, 3400...3499, 3600...3699], 13: [4900...4999], 14: [4700...4799],
    15: [3900...3999], 16: [4400...4499], 17: [3300...3399], 18: [3500...3599],
    19: [4600...4649], 20: [4100...4199], 21: [4800...4899], 22: [4000...4049],
    23: [3700...3799], 24: [4300...4349], 25: [2500...2599], 26: [2600...2699],
    27: [3800...3849], 28: [2100...2149], 29: [2150...2299], 30: [2900...2949],
    33: [6700...6799], 35: [2400...2499], 38: [9000...9499],
  ]

  /// National health index: three letters without I and O, and four digits of which the last checks
  /// the others modulo 11; or two digits, a letter and a check letter modulo 23 (HISO 10046). Those
  /// that begin with Z are for tests.
  static func newZealandHealth(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
    guard text.count == 7, text[..<3].allSatisfy(\.isASCIILetter),
      text[3].isASCIIDigit, text[4].isASCIIDigit
    else { return .refuted }
    var numbers: [Int] = []
    for byte in text {
      if byte.isASCIIDigit {
        numbers.append(Int(byte - 0x30))
      } else if let index = alphabet.firstIndex(of: byte) {
        numbers.append(index + 1)
      } else {
        return .refuted
      }
    }
    let sum = Identifier.weighted(numbers, [7, 6, 5, 4, 3, 2])
    switch (text[5].isASCIIDigit, text[6].isASCIIDigit) {
    case (true, true):
      guard sum % 11 != 0, (11 - sum % 11) % 10 == numbers[6] else { return .refuted }
    case (false, false):
      guard 23 - sum % 23 == numbers[6] else { return .refuted }
    default: return .refuted
    }
    if text[0] == UInt8(ascii: "Z") { return .documented("number for tests") }
    return .proven("check character valid")
  }
}
