/// National health index: three letters without I and O, and four digits of which the last checks
/// the others modulo 11; or two digits, a letter and a check letter modulo 23 (HISO 10046). Those
/// that begin with Z are for tests.
enum NewZealandHealthNumber {
  static let validator = Validator.identifier("nhi", template: "@@@####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
    guard text.count == 7, text[..<3].allSatisfy(\.isASCIILetter),
      text[3].isASCIIDigit, text[4].isASCIIDigit
    else { return .refuted }
    var numbers: [Int] = []
    for byte in text {
      if byte.isASCIIDigit {
        numbers.append(Int(byte - 0x30))
      } else if let index = alphabet.firstIndex(of: byte) {
        numbers.append(index + 1)
      } else {
        return .refuted
      }
    }
    let sum = Identifier.weighted(numbers, [7, 6, 5, 4, 3, 2])
    switch (text[5].isASCIIDigit, text[6].isASCIIDigit) {
    case (true, true):
      guard sum % 11 != 0, (11 - sum % 11) % 10 == numbers[6] else { return .refuted }
    case (false, false):
      guard 23 - sum % 23 == numbers[6] else { return .refuted }
    default: return .refuted
    }
    if text[0] == UInt8(ascii: "Z") { return .documented("number for tests") }
    return .proven("check character valid")
  }
}
