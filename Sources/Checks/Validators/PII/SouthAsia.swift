/// Identifiers of India.
enum SouthAsia {
  static let validators: [Validator] = [
    .identifier("aadhaar", template: "5### #### ####", judge: aadhaar),
    .identifier("pan-india", template: "@@@P@####@", judge: permanentAccount),
  ]

  /// Aadhaar: twelve digits from 2 on, with Verhoeff's check digit (UIDAI, UID numbering scheme).
  static func aadhaar(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12), digits[0] >= 2, CheckDigits.verhoeff(digits)
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
}
