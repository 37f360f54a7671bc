/// NIT of Guatemala: up to eleven digits and a check digit modulo 11 with weights that rise from 2
/// at the right, K for ten (Superintendencia de Administración Tributaria).
enum GuatemalanTaxNumber {
  static let validator = Validator.identifier("gt-nit", template: "+######-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard let check = text.last, let digits = Identifier.digits(Array(text.dropLast()), 4...11)
    else { return .refuted }
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() { sum += digit * (2 + index) }
    guard Array("0K987654321".utf8)[sum % 11] == check else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
