/// NRIC and FIN: a letter for kind and century, seven digits, and a check letter modulo 11 with the
/// weights 2, 7 to 2 (Immigration and Checkpoints Authority).
enum SingaporeanIdentityNumber {
  static let validator = Validator.identifier("nric-sg", template: "S#######@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
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
}
