/// Clave de elector: six consonants of the names, the birth date, the state of birth, the sex, and
/// three digits, none of which checks the rest (Instituto Nacional Electoral).
enum MexicanVoterKey {
  static let validator = Validator.identifier(
    "clave-elector", template: "RMRZJNymd09H###", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 18, text[..<6].allSatisfy(\.isASCIILetter),
      let digits = Identifier.digits(Array(text[6..<14]), 8), "HM".utf8.contains(text[14]),
      Identifier.digits(Array(text[15...]), 3) != nil,
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    let state = digits[6] * 10 + digits[7]
    guard (1...32).contains(state) || (87...88).contains(state) else { return .refuted }
    return .proven("birth date, state and sex valid")
  }
}
