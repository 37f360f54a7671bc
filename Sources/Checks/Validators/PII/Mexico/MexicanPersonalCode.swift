/// CURP: names, birth date, sex, state, consonants, a mark of the century, and a check digit modulo
/// 10 with the weights 18 to 2 (RENAPO, instructivo normativo).
enum MexicanPersonalCode {
  static let validator = Validator.identifier("curp", template: "@E@@ymdHDF@@@##", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 18, text[..<4].allSatisfy(\.isASCIILetter),
      let date = Identifier.digits(Array(text[4..<10]), 6), "HMX".utf8.contains(text[10]),
      states.contains(String(decoding: text[11..<13], as: UTF8.self)),
      text[13..<16].allSatisfy(\.isASCIILetter), text[17].isASCIIDigit,
      Identifier.isDate(
        year: date[0] * 10 + date[1], month: date[2] * 10 + date[3], day: date[4] * 10 + date[5])
    else { return .refuted }
    var sum = 0
    for (index, byte) in text[..<17].enumerated() {
      // The alphabet has an Ñ after N, which is never written.
      let place = byte.base36
      sum += (byte > UInt8(ascii: "N") ? place + 1 : place) * (18 - index)
    }
    guard (10 - sum % 10) % 10 == Int(text[17] - 0x30) else { return .refuted }
    if ["BOXW310820HNERXN09", "HEGG560427MVZRRL04", "BADD110313HCMLNS09"]
      .contains(String(decoding: text, as: UTF8.self))
    {
      return .documented("published example")
    }
    return .proven("birth date, state and check digit valid")
  }

  private static let states: Set<String> = [
    "AS", "BC", "BS", "CC", "CL", "CM", "CS", "CH", "DF", "DG", "GT", "GR", "HG", "JC", "MC", "MN",
    "MS", "NT", "NL", "OC", "PL", "QT", "QR", "SP", "SL", "SR", "TC", "TS", "TL", "VZ", "YN", "ZS",
    "NE",
  ]
}
