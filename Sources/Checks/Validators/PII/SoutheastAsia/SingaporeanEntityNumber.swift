/// Unique entity number of businesses (eight digits), companies (year and five digits) and others
/// (`T08LL1234X`), each with a check letter modulo 11 (ACRA).
enum SingaporeanEntityNumber {
  static let validator = Validator.identifier("uen", template: "2014#####@", judge: judge)
  static let business = Validator.identifier("uen-business", template: "5#######@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9 || text.count == 10, let last = text.last else { return .refuted }
    let body = Array(text.dropLast())
    if let digits = Identifier.digits(body, 8...9) {
      let check: Bool
      if digits.count == 8 {
        let sum = Identifier.weighted(digits, [10, 4, 9, 3, 8, 2, 7, 1])
        check = Array("XMKECAWLJDB".utf8)[sum % 11] == last
      } else {
        let sum = Identifier.weighted(digits, [10, 8, 6, 4, 9, 7, 5, 3, 1])
        check =
          Array("ZKCMDNERGWH".utf8)[sum % 11] == last
          && (1900...2035).contains(Identifier.number(digits[..<4]))
      }
      return check ? Identifier.settle(digits, "check letter valid") : .refuted
    }
    let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWX0123456789".utf8)
    guard body.count == 9, "RST".utf8.contains(body[0]), body[3].isASCIILetter,
      body[4].isASCIILetter, let digits = Identifier.digits(Array(body[1...2] + body[5...]), 6)
    else { return .refuted }
    var numbers: [Int] = []
    for byte in body {
      guard let number = alphabet.firstIndex(of: byte) else { return .refuted }
      numbers.append(number)
    }
    let sum = Identifier.weighted(numbers, [4, 3, 5, 3, 10, 2, 2, 5, 7])
    guard alphabet[(sum + 6) % 11] == last else { return .refuted }
    return Identifier.settle(digits, "check letter valid")
  }
}
