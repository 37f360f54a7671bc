/// National identity card: the first letter of the surname, birth date, serial, and a check
/// character modulo 17 with the weights 14 to 2 (National Identity Card Act 1985).
enum MauritianIdentityCard {
  static let validator = Validator.identifier("mu-nid", template: "@dmy######+", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 14, text[0].isASCIILetter, text[1...12].allSatisfy(\.isASCIIDigit) else {
      return .refuted
    }
    let numbers = text.map(\.base36)
    let weights = Array((2...14).reversed())
    guard (Identifier.weighted(numbers, weights) + numbers[13]) % 17 == 0, numbers[13] < 17,
      Identifier.isDate(
        year: numbers[5] * 10 + numbers[6], month: numbers[3] * 10 + numbers[4],
        day: numbers[1] * 10 + numbers[2])
    else { return .refuted }
    return Identifier.settle(Array(numbers[1...12]), "birth date and check character valid")
  }
}
