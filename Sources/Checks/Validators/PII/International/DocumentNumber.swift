/// A number after a label (account, passport, license, medical record), of any issuer: four digits
/// or more, and not one of those that stand for none.
enum DocumentNumber {
  static let validator = Validator.identifier("document-number", template: "@######@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = value.filter { $0.isASCIIDigit || $0.isASCIILetter }
    let digits = text.filter(\.isASCIIDigit).map { Int($0 - 0x30) }
    guard digits.count >= 4, let first = digits.first, digits.contains(where: { $0 != first })
    else {
      return .refuted
    }
    if SpecimenDocument.isOne(value) { return .documented("specimen") }
    if Identifier.isPlaceholder(digits) || isCounting(digits) {
      return .documented("placeholder digits")
    }
    return .plausible(nil)
  }

  /// 12345, 123456, 54321 and the like.
  private static func isCounting(_ digits: [Int]) -> Bool {
    let steps = zip(digits, digits.dropFirst()).map { ($1 - $0 + 10) % 10 }
    return digits.count >= 4 && (steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == 9 })
  }
}
