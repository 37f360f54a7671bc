/// Identifiers of India, Pakistan, Bangladesh, Sri Lanka and Nepal.
enum SouthAsia {
  static let validators: [Validator] = [
    .identifier("aadhaar", template: "5### #### ####", judge: aadhaar),
    .identifier("pan-india", template: "@@@P@####@", judge: permanentAccount),
    .identifier("gstin", template: "27@@@P@####@1Z#", judge: goodsAndServicesTax),
    .identifier("epic-india", template: "@@@#######", judge: voter),
    .identifier("vehicle-india", template: "MH12@@####", judge: vehicle),
    .identifier("driver-india", template: "MH12 2011#######", judge: indianDriver),
    .identifier("uan-india", template: "10##########", judge: universalAccount),
    .identifier("cnic", template: "3####-#######-#", judge: pakistani),
    .identifier("cnic-undivided", template: "3############", judge: pakistani),
    .identifier("bd-nid", template: "c##########+##", judge: bangladeshi),
    .identifier("lk-nic", template: "y2######V", judge: sriLankan),
    .identifier("np-citizenship", template: "##-##-##-#####", judge: nepali),
  ]

  /// Aadhaar: twelve digits from 2 on, with Verhoeff's check digit (UIDAI, UID numbering scheme).
  static func aadhaar(_ value: [UInt8]) -> Judgement {
    // Colons part the groups in some systems.
    let text = value.filter { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "_") }
    guard let digits = Identifier.digits(text, 12), digits[0] >= 2, CheckDigits.verhoeff(digits)
    else { return .refuted }
    // Numbers from 9999 on belong to UIDAI's test environment.
    if digits[..<4] == [9, 9, 9, 9] || digits == digits.reversed() {
      return .documented("test number")
    }
    return Identifier.settle(digits, "check digit valid", published: ["234123412346"])
  }

  /// Permanent account number: five letters (the fourth says what the holder is), four digits, a
  /// letter (Income Tax Department). The check letter's rule is not public.
  static func permanentAccount(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, text[..<5].allSatisfy(\.isASCIILetter), text[9].isASCIILetter,
      let digits = Identifier.digits(Array(text[5..<9]), 4), Identifier.number(digits) > 0
    else { return .refuted }
    if Identifier.number(digits) == 1234 || text.starts(with: "ABC".utf8) {
      return .documented("placeholder")
    }
    switch text[3] {
    case UInt8(ascii: "P"): return .plausible("structure of a person's number")
    case _ where "ABCFGHJLT".utf8.contains(text[3]): return .documented("number of an organization")
    default: return .refuted
    }
  }

  /// GST identification number: state, the holder's PAN, which of its registrations, mostly a Z,
  /// check character modulo 36 (Goods and Services Tax Network).
  static func goodsAndServicesTax(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 15, let state = Identifier.digits(Array(text[..<2]), 2) else {
      return .refuted
    }
    let number = state[0] * 10 + state[1]
    guard (1...38).contains(number) || number == 97 || number == 99 else { return .refuted }
    if text[2..<12].elementsEqual("ABCDE1234F".utf8) { return .documented("placeholder") }
    guard permanentAccount(Array(text[2..<12])) != .refuted else { return .refuted }
    var sum = 0
    for (index, byte) in text.dropLast().enumerated() {
      let product = base36(byte) * (index % 2 + 1)
      sum += product / 36 + product % 36
    }
    guard (36 - sum % 36) % 36 == base36(text[14]) else { return .refuted }
    return .proven("check character valid")
  }

  private static func base36(_ byte: UInt8) -> Int {
    byte.isASCIIDigit ? Int(byte - 0x30) : byte.letterIndex + 10
  }

  /// Elector's photo identity card: three letters and seven digits (Election Commission of India).
  static func voter(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, text[..<3].allSatisfy(\.isASCIILetter),
      let digits = Identifier.digits(Array(text[3...]), 7), Identifier.number(digits) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("form of a voter's card number")
  }

  /// The letters of the states and union territories on plates and licenses (Central Motor Vehicles
  /// Rules, 1989, and later notifications).
  private static let states: Set<String> = [
    "AN", "AP", "AR", "AS", "BR", "CG", "CH", "DD", "DL", "DN", "GA", "GJ", "HP", "HR", "JH", "JK",
    "KA", "KL", "LA", "LD", "MH", "ML", "MN", "MP", "MZ", "NL", "OD", "OR", "PB", "PY", "RJ", "SK",
    "TG", "TN", "TR", "TS", "UK", "UA", "UP", "WB",
  ]

  private static func hasState(_ text: [UInt8]) -> Bool {
    states.contains(String(decoding: text.prefix(2), as: UTF8.self))
  }

  /// Registration mark: state, district, series, four digits; or the Bharat series `22 BH 1234 AA`
  /// (Central Motor Vehicles Rules, rule 50).
  static func vehicle(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    let kinds = text.map { $0.isASCIIDigit ? "9" : "A" }.joined()
    if text.count >= 9, text[2...].starts(with: "BH".utf8) {
      return kinds == "99AA9999A" || kinds == "99AA9999AA"
        ? .plausible("registration mark of the Bharat series") : .refuted
    }
    guard hasState(text), text.count >= 8, text.suffix(4).allSatisfy(\.isASCIIDigit) else {
      return .refuted
    }
    let district = text[2...].prefix(while: \.isASCIIDigit).count
    let series = text[(2 + min(district, text.count - 2))...].prefix(while: \.isASCIILetter).count
    guard (1...2).contains(district), (1...3).contains(series),
      text.count == 2 + district + series + 4
    else { return .refuted }
    return .plausible("state and form valid")
  }

  /// Driving license: state, office, year of issue, seven digits (Ministry of Road Transport and
  /// Highways, Sarathi).
  static func indianDriver(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 15, hasState(text),
      let digits = Identifier.digits(Array(text[2...]), 13),
      (1950...2035).contains(Identifier.number(digits[2..<6])),
      Identifier.number(digits[6...]) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(Array(digits[6...]))
      ? .documented("placeholder digits") : .plausible("state and year of issue valid")
  }

  /// Universal account number of the provident fund: twelve digits from 10 on (EPFO).
  static func universalAccount(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12), digits[0] == 1, digits[1] <= 2 else {
      return .refuted
    }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible(nil)
  }

  /// Computerized national identity card: province, division and district in five digits, family,
  /// and a last digit that is odd for men (NADRA).
  static func pakistani(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), (1...8).contains(digits[0]),
      Identifier.number(digits[5..<12]) > 0, digits[12] > 0
    else { return .refuted }
    return Identifier.isPlaceholder(digits) || Identifier.isPlaceholder(Array(digits[5..<12]))
      ? .documented("placeholder digits") : .plausible("province valid")
  }

  /// National identity card: ten random digits (smart card), or thirteen beginning with the district,
  /// before which the year of birth may stand (Election Commission, NID Wing).
  static func bangladeshi(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10...17), [10, 13, 17].contains(digits.count),
      digits.count < 17 || (1900...2015).contains(Identifier.number(digits[..<4])),
      digits.contains(where: { $0 != digits[0] })
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible(nil)
  }

  /// National identity card: year of birth, day of the year (500 more for women), serial, check
  /// digit; nine digits with V or X, or since 2016 twelve (Department for Registration of Persons).
  /// The rule of the check digit is not public.
  static func sriLankan(_ value: [UInt8]) -> Judgement {
    var text = Identifier.compact(value)
    let isOld = text.count == 10
    if isOld {
      guard let last = text.popLast(), last == UInt8(ascii: "V") || last == UInt8(ascii: "X")
      else { return .refuted }
    }
    guard let digits = Identifier.digits(text, isOld ? 9 : 12),
      isOld ? digits[0] > 0 : (1900...2015).contains(Identifier.number(digits[..<4]))
    else { return .refuted }
    let day = Identifier.number(isOld ? digits[2..<5] : digits[4..<7])
    guard (1...366).contains(day) || (501...866).contains(day) else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("birth date valid")
  }

  /// Citizenship certificate: district (1 to 77), office, year, serial (Ministry of Home Affairs).
  static func nepali(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), (1...77).contains(digits[0] * 10 + digits[1]),
      digits[2] * 10 + digits[3] > 0, Identifier.number(digits[6...]) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("district valid")
  }
}
