/// RUT: seven or eight digits and a check digit modulo 11 with the weights 2 to 7 and again, from
/// the right, K for ten (Servicio de Registro Civil).
enum ChileanIdentityNumber {
  static let validator = Validator.identifier("rut", template: "+#.###.###-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 8 || text.count == 9, let check = text.last,
      let digits = Identifier.digits(Array(text.dropLast()), 7...8)
    else { return .refuted }
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() { sum += digit * (2 + index % 6) }
    guard Array("0K987654321".utf8)[sum % 11] == check else { return .refuted }
    if digits.count == 8, digits[0] >= 5 { return .plausible("check digit valid, of a company") }
    return Identifier.settle(digits, "check digit valid")
  }
}
