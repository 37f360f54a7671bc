/// Medicare beneficiary identifier: eleven places, letters without S, L, O, I, B, Z (CMS,
/// "Understanding the MBI format"). No check digit.
enum MedicareBeneficiaryIdentifier {
  static let validator = Validator.identifier("mbi", template: "+@##@##@@##", judge: judge)
  static let hyphenated = Validator.identifier(
    "mbi-hyphenated", template: "+@##-@##-@@##", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 11 else { return .refuted }
    let excluded = Array("SLOIBZ".utf8)
    for (byte, kind) in zip(text, "9A*9A*9AA99".utf8) {
      let isDigit = byte.isASCIIDigit
      let isLetter = byte.isASCIILetter && !excluded.contains(byte)
      switch kind {
      case UInt8(ascii: "9"): guard isDigit else { return .refuted }
      case UInt8(ascii: "A"): guard isLetter else { return .refuted }
      default: guard isDigit || isLetter else { return .refuted }
      }
    }
    guard text[0] != 0x30 else { return .refuted }
    // The card on the specimen of CMS.
    if String(decoding: text, as: UTF8.self).hasPrefix("1EG4TE5MK7") {
      return .documented("published example")
    }
    return .plausible("structure valid")
  }
}
