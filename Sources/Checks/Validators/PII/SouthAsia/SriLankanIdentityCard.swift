/// National identity card: year of birth, day of the year (500 more for women), serial, check
/// digit; nine digits with V or X, or since 2016 twelve (Department for Registration of Persons).
/// The rule of the check digit is not public.
enum SriLankanIdentityCard {
  static let validator = Validator.identifier("lk-nic", template: "y2######V", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    var text = Identifier.compact(value)
    let isOld = text.count == 10
    if isOld {
      guard let last = text.popLast(), last == UInt8(ascii: "V") || last == UInt8(ascii: "X")
      else { return .refuted }
    }
    guard let digits = Identifier.digits(text, isOld ? 9 : 12),
      isOld ? digits[0] > 0 : (1900...2015).contains(Identifier.number(digits[..<4]))
    else { return .refuted }
    let day = Identifier.number(isOld ? digits[2..<5] : digits[4..<7])
    guard (1...366).contains(day) || (501...866).contains(day) else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("birth date valid")
  }
}
