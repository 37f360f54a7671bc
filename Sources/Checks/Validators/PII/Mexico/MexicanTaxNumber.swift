/// RFC of a person: four letters of the names, the birth date, and three characters, of which the
/// last is a check character modulo 11 with the weights 13 to 2 (SAT, Anexo 20). Some that were
/// given by hand do not check.
enum MexicanTaxNumber {
  static let validator = Validator.identifier("rfc", template: "GODEymd##A", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 13, text[..<4].allSatisfy(\.isASCIILetter),
      let date = Identifier.digits(Array(text[4..<10]), 6),
      Identifier.isDate(
        year: date[0] * 10 + date[1], month: date[2] * 10 + date[3], day: date[4] * 10 + date[5])
    else { return .refuted }
    let name = String(decoding: text, as: UTF8.self)
    // The first two stand for the public and for foreigners; the last is that of the SAT's guides.
    if ["XAXX010101000", "XEXX010101000", "GODE561231GR8"].contains(name) {
      return .documented("published example")
    }
    var sum = 0
    for (index, byte) in text[..<12].enumerated() {
      // The alphabet has an & after N.
      let place = byte.base36
      sum += (byte > UInt8(ascii: "N") ? place + 1 : place) * (13 - index)
    }
    guard Array("0A987654321".utf8)[sum % 11] == text[12] else {
      return .plausible("birth date valid")
    }
    return .proven("birth date and check digit valid")
  }
}
