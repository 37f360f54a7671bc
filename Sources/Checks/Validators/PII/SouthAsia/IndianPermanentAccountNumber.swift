/// Permanent account number: five letters (the fourth says what the holder is), four digits, a
/// letter (Income Tax Department). The check letter's rule is not public.
enum IndianPermanentAccountNumber {
  static let validator = Validator.identifier("pan-india", template: "@@@P@####@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 10, text[..<5].allSatisfy(\.isASCIILetter), text[9].isASCIILetter,
      let digits = Identifier.digits(Array(text[5..<9]), 4), Identifier.number(digits) > 0
    else { return .refuted }
    if Identifier.number(digits) == 1234 || text.starts(with: "ABC".utf8) {
      return .documented("placeholder")
    }
    switch text[3] {
    case UInt8(ascii: "P"): return .plausible("structure of a person's number")
    case _ where "ABCFGHJLT".utf8.contains(text[3]): return .documented("number of an organization")
    default: return .refuted
    }
  }
}
