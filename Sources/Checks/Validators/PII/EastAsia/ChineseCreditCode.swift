/// Unified social credit code: authority, kind, region, organization code, and a check character
/// modulo 31 with powers of three as weights (GB 32100-2015).
enum ChineseCreditCode {
  static let validator = Validator.identifier(
    "cn-credit-code", template: "91310104MA########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 18, text[1].isASCIIDigit, text.contains(where: \.isASCIILetter),
      let region = Identifier.digits(Array(text[2..<8]), 6),
      (10...82).contains(region[0] * 10 + region[1])
    else { return .refuted }
    // I, O, S, V and Z are left out.
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    var sum = 0
    var weight = 1
    var check = 0
    for byte in text {
      guard let number = alphabet.firstIndex(of: byte) else { return .refuted }
      check = number
      sum += number * weight
      weight = weight * 3 % 31
    }
    // The last character was weighted too.
    sum -= check * (weight * 21 % 31)
    guard (31 - sum % 31) % 31 == check else { return .refuted }
    return .proven("check character valid")
  }
}
