/// Number of a German identity card or passport where nothing but words nearby name it: nine
/// places, with the check digit of ICAO 9303 after them or, as on cards that were copied without
/// one place, for the last of them (Personalausweisverordnung).
enum GermanDocumentNumber {
  static let validator = Validator.identifier(
    "de-document-number", template: "L########+", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    let isChecked = CheckDigits.machineReadable(text.map(\.base36))
    switch text.count {
    case 9 where isChecked || text.dropFirst().allSatisfy(\.isASCIIDigit):
      let judgement = GermanIdentityCard.judge(text)
      guard case .plausible = judgement else { return judgement }
      return .plausible(isChecked ? "check digit valid" : "form valid")
    case 10: break
    default: return .refuted
    }
    return GermanIdentityCard.judge(text)
  }
}
