/// Registration mark since 2001: two letters of the region, the half-year, three letters (DVLA,
/// INF104). No check digit.
enum BritishVehiclePlate {
  static let validator = Validator.identifier("uk-plate", template: "AB6# @@@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 7, text[0].isASCIILetter, text[1].isASCIILetter,
      let half = Identifier.digits(Array(text[2..<4]), 2), text[4...].allSatisfy(\.isASCIILetter),
      // Letters that are not used.
      !text.contains(where: { "IQ".utf8.contains($0) }), text[1] != UInt8(ascii: "Z")
    else { return .refuted }
    let age = Identifier.number(half)
    guard (2...29).contains(age) || (51...79).contains(age) else { return .refuted }
    return .plausible("form valid")
  }
}
