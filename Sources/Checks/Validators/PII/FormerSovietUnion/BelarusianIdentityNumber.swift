/// Identification number of Belarus: century and sex, birth date, region, serial, citizenship, and
/// the check digit of machine-readable documents with the weights 7, 3, 1 (law 418-Z of Belarus,
/// 2008).
enum BelarusianIdentityNumber {
  static let validator = Validator.identifier("by-number", template: "3dmyA###PB#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 14 else { return .refuted }
    let shape = text.map(\.isASCIILetter)
    guard shape.indices.allSatisfy({ shape[$0] == [7, 11, 12].contains($0) }),
      "ABCEHKM".utf8.contains(text[7]),
      [[0x50, 0x42], [0x42, 0x41], [0x42, 0x49]].contains(Array(text[11...12]))
    else { return .refuted }
    let digits = text.map(\.base36)
    guard (1...6).contains(digits[0]),
      Identifier.isDate(
        year: digits[5] * 10 + digits[6], month: digits[3] * 10 + digits[4],
        day: digits[1] * 10 + digits[2]),
      CheckDigits.machineReadable(digits)
    else { return .refuted }
    return Identifier.settle(digits.filter { $0 < 10 }, "birth date and check digit valid")
  }
}
