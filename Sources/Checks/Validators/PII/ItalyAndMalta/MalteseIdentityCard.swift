/// Identity card number: up to seven digits and a letter for where the birth was registered (Identity
/// Malta; the European Commission's list of TINs). No check digit.
enum MalteseIdentityCard {
  static let validator = Validator.identifier("mt-id", template: "0######M", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard (6...8).contains(text.count), let letter = text.last,
      "MGAPLHBZ".utf8.contains(letter),
      let digits = Identifier.digits(Array(text.dropLast()), 5...7)
    else { return .refuted }
    // The first digits are the order in the year that the last two are of.
    guard Identifier.number(digits.dropLast(2)) > 0 else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("form valid")
  }
}
