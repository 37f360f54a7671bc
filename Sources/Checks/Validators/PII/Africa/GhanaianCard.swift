/// Ghana card: the country, nine digits, one more, whose rule is not published (National
/// Identification Authority).
enum GhanaianCard {
  static let validator = Validator.identifier(
    "ghana-card", template: "GHA-#########-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 13, text.starts(with: "GHA".utf8),
      let digits = Identifier.digits(Array(text[3...]), 10), Set(digits).count > 1
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("form of the card")
  }
}
