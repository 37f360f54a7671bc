/// Number of a German identity card or passport where no word names it: the check digit of ICAO
/// 9303 must hold (Personalausweisverordnung).
enum GermanCheckedDocumentNumber {
  static let validator = Validator.identifier(
    "de-document-checked", template: "L########+", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    CheckDigits.machineReadable(Identifier.compact(value).map(\.base36))
      ? GermanDocumentNumber.judge(value) : .refuted
  }
}
