/// Identifiers of Spain and of Portugal.
enum Iberia {
  static let validators: [Validator] = [
    .identifier("dni-nie", template: "########@", judge: spanishIdentity),
    .identifier("pt-nif", template: "2########", judge: portugueseTaxNumber),
  ]

  /// DNI and NIE: the number modulo 23 gives the letter; X, Y, Z before a foreigner's number count as
  /// 0, 1, 2 (Real Decreto 1553/2005; Ministerio del Interior).
  static func spanishIdentity(_ value: [UInt8]) -> Judgement {
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

  /// NIF: nine digits, the last checks the others modulo 11 (Decreto-Lei 14/2013). Those of people
  /// begin with 1, 2, 3 or 45.
  static func portugueseTaxNumber(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9), digits[0] != 0 else { return .refuted }
    let check = 11 - Identifier.weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
    guard (check >= 10 ? 0 : check) == digits[8] else { return .refuted }
    // The number that receipts bear for an unknown buyer.
    return Identifier.settle(digits, "check digit valid", published: ["999999990"])
  }
}
