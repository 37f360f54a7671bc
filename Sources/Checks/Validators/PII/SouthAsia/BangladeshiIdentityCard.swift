/// National identity card: ten random digits (smart card), or thirteen beginning with the district,
/// before which the year of birth may stand (Election Commission, NID Wing). No check digit is
/// published.
enum BangladeshiIdentityCard {
  static let validator = Validator.identifier("bd-nid", template: "c##########+##", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10...17), [10, 13, 17].contains(digits.count),
      digits.count < 17 || (1900...2015).contains(Identifier.number(digits[..<4])),
      digits.contains(where: { $0 != digits[0] })
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible(nil)
  }
}
