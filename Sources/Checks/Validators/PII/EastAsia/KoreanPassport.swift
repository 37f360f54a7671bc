/// Passport: a letter for the kind, then eight digits, or since 2021 three digits, a letter and
/// four digits (Ministry of Foreign Affairs). No check digit within the number.
enum KoreanPassport {
  static let validator = Validator.identifier("kr-passport", template: "M###@####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9, "MSRODG".utf8.contains(text[0]) else { return .refuted }
    let digits = text[1...].filter(\.isASCIIDigit).map { Int($0 - 0x30) }
    guard digits.count == 8 || digits.count == 7 && text[4].isASCIILetter,
      let first = digits.first, digits.contains(where: { $0 != first })
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("form of a passport number")
  }
}
