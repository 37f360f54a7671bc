/// Personal public service number: seven digits, a check letter modulo 23 with the weights 8 to 2,
/// perhaps one more letter, which counts nine times its place (Department of Social Protection).
enum IrishPublicServiceNumber {
  static let validator = Validator.identifier("ppsn", template: "#######@A", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 8 || text.count == 9, let digits = Identifier.digits(Array(text[..<7]), 7),
      text[7].isASCIILetter
    else { return .refuted }
    var sum = Identifier.weighted(digits, [8, 7, 6, 5, 4, 3, 2])
    if text.count == 9 {
      guard "ABCDEFGHIWTX".utf8.contains(text[8]) else { return .refuted }
      // W, T and X were given to wives and in companies, and are no part of the sum.
      if text[8] <= UInt8(ascii: "I") { sum += (text[8].letterIndex + 1) * 9 }
    }
    guard Array("WABCDEFGHIJKLMNOPQRSTUV".utf8)[sum % 23] == text[7] else { return .refuted }
    return Identifier.settle(digits, "check letter valid")
  }
}
