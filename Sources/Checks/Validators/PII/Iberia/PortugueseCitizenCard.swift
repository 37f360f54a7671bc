/// Number of the cartão de cidadão: the civil number of eight digits and its check digit, two places
/// for the version, and a check digit by Luhn in which letters count from 10 (Autenticação.gov).
enum PortugueseCitizenCard {
  static let validator = Validator.identifier("pt-cc", template: "######## # @@#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 12, text[11].isASCIIDigit,
      let digits = Identifier.digits(Array(text[..<9]), 9)
    else { return .refuted }
    var sum = 0
    for (index, byte) in text.reversed().enumerated() {
      var number = byte.base36
      if index % 2 == 1 {
        number *= 2
        if number > 9 { number -= 9 }
      }
      sum += number
    }
    guard sum % 10 == 0 else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["000000000"])
  }
}
