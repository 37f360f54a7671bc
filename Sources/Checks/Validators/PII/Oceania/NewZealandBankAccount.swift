/// Bank account: bank, branch, seven or eight digits, suffix of two to four; the branch is one of
/// the bank's, and a check digit modulo 11 or 10 holds, by bank (Inland Revenue, "Resident
/// withholding tax specification", bank account number validation).
enum NewZealandBankAccount {
  static let validator = Validator.identifier(
    "nz-bank-account", template: "01-0###-0######-00", judge: judge)
  static let undivided = Validator.identifier(
    "nz-bank-account-undivided", template: "010###0######00", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let (text, parts) = parts(value) else { return .refuted }
    let digits = Array(parts)
    let bank = digits[0] * 10 + digits[1]
    let branch = Identifier.number(digits[2..<6])
    guard branches[bank]?.contains(where: { $0.contains(branch) }) == true else {
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
  private static func parts(_ value: [UInt8]) -> (text: [Int], filled: [Int])? {
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
  private static let branches: [Int: [ClosedRange<Int>]] = [
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
}
