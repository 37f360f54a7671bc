/// Aadhaar: twelve digits from 2 on, with Verhoeff's check digit (UIDAI, UID numbering scheme).
enum IndianAadhaarNumber {
  static let validator = Validator.identifier("aadhaar", template: "5### #### ####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
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
}
