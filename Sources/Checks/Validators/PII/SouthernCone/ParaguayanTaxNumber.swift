/// RUC: five to eight digits (of people their cédula) and a check digit modulo 11 with weights that
/// rise from 2 at the right (Dirección Nacional de Ingresos Tributarios).
enum ParaguayanTaxNumber {
  static let validator = Validator.identifier("py-ruc", template: "+######-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 6...9), let check = digits.last else {
      return .refuted
    }
    var sum = 0
    for (index, digit) in digits.dropLast().reversed().enumerated() { sum += digit * (2 + index) }
    guard (11 - sum % 11) % 11 % 10 == check else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
