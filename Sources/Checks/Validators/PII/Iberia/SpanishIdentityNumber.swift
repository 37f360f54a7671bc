/// DNI and NIE: the number modulo 23 gives the letter; X, Y, Z before a foreigner's number count as
/// 0, 1, 2 (Real Decreto 1553/2005; Ministerio del Interior).
enum SpanishIdentityNumber {
  static let validator = Validator.identifier("dni-nie", template: "########@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    var text = Identifier.compact(value)
    guard text.count == 9, text[8].isASCIILetter else { return .refuted }
    if (UInt8(ascii: "X")...UInt8(ascii: "Z")).contains(text[0]) {
      text[0] = 0x30 + text[0] - UInt8(ascii: "X")
    }
    guard let digits = Identifier.digits(Array(text[..<8]), 8),
      Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)[Identifier.number(digits) % 23] == text[8]
    else { return .refuted }
    if Identifier.isPlaceholder(digits) || Identifier.number(digits) < 100 {
      return .documented("placeholder digits")
    }
    return Identifier.settle(digits, "check letter valid", published: ["00000023", "54362315"])
  }
}
