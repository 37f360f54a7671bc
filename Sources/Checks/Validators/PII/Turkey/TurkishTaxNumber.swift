/// Vergi kimlik numarası: ten digits, the last checks the others, each of which is moved on by its
/// place and multiplied by a power of two modulo 9 (Gelir İdaresi Başkanlığı).
enum TurkishTaxNumber {
  static let validator = Validator.identifier("vkn", template: "+#########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10) else { return .refuted }
    var sum = 0
    for index in 0..<9 {
      let moved = (digits[index] + 9 - index) % 10
      sum += moved == 9 ? 9 : (moved << (9 - index)) % 9
    }
    guard (10 - sum % 10) % 10 == digits[9] else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["4540536920"])
  }
}
