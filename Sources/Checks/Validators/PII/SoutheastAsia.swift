/// Identifiers of Singapore, Thailand and Malaysia.
enum SoutheastAsia {
  static let validators: [Validator] = [
    .identifier("nric-sg", template: "S#######@", judge: singaporean),
    .identifier("thai-id", template: "1############", judge: thai),
    .identifier("mykad", template: "ymd-14-####", judge: malaysian),
  ]

  /// NRIC and FIN: a letter for kind and century, seven digits, a check letter modulo 11 (ICA).
  static func singaporean(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9, text[8].isASCIILetter,
      let digits = Identifier.digits(Array(text[1..<8]), 7)
    else { return .refuted }
    let sum = Identifier.weighted(digits, [2, 7, 6, 5, 4, 3, 2])
    let letters: String
    let offset: Int
    switch text[0] {
    case UInt8(ascii: "S"): (letters, offset) = ("JZIHGFEDCBA", 0)
    case UInt8(ascii: "T"): (letters, offset) = ("JZIHGFEDCBA", 4)
    case UInt8(ascii: "F"): (letters, offset) = ("XWUTRQPNMLK", 0)
    case UInt8(ascii: "G"): (letters, offset) = ("XWUTRQPNMLK", 4)
    case UInt8(ascii: "M"): (letters, offset) = ("XWUTRQPNJLK", 3)
    default: return .refuted
    }
    guard Array(letters.utf8)[(sum + offset) % 11] == text[8] else { return .refuted }
    return Identifier.settle(digits, "check letter valid")
  }

  /// Thai national id: thirteen digits, the last checks the others modulo 11 (Department of
  /// Provincial Administration).
  static func thai(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), (1...8).contains(digits[0]) else {
      return .refuted
    }
    let sum = Identifier.weighted(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
    guard (11 - sum % 11) % 10 == digits[12] else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["1101700230673"])
  }

  /// MyKad: birth date and place of birth (Jabatan Pendaftaran Negara). No check digit.
  static func malaysian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12),
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    let place = digits[6] * 10 + digits[7]
    guard ![0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97].contains(place) else {
      return .refuted
    }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("birth date and place valid")
  }
}
