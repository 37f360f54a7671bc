/// CNPJ of a company: twelve digits, since 2026 also letters, which count as their ASCII code less
/// 48, and two check digits modulo 11, with weights from 2 to 9 and again, from the right (IN RFB
/// 1863 and 2229).
enum BrazilianCompanyNumber {
  static let validator = Validator.identifier("cnpj", template: "##.###.###/0001-##", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 14, text[12...].allSatisfy(\.isASCIIDigit) else { return .refuted }
    let digits = text.map { Int($0) - 0x30 }
    guard
      BrazilianCheckDigit.digit(digits[..<12], [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) == digits[12],
      BrazilianCheckDigit.digit(digits[..<13], [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
        == digits[13]
    else { return .refuted }
    if text.contains(where: \.isASCIILetter) {
      // That of the instruction.
      return String(decoding: text, as: UTF8.self) == "12ABC34501DE35"
        ? .documented("published example") : .proven("check digits valid")
    }
    return Identifier.settle(
      digits, "check digits valid",
      published: ["11222333000181", "11444777000161", "00000000000191", "12345678000195"])
  }
}
