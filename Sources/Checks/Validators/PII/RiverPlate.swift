/// Identifiers of Argentina's banks, Uruguay and Paraguay.
enum RiverPlate {
  static let validators: [Validator] = [
    .identifier("ar-cbu", template: "0140##################", judge: argentineAccount),
    .identifier("uy-ci", template: "+.###.###-#", judge: uruguayanPerson),
    .identifier("uy-ci-plain", template: "+######-#", judge: uruguayanPerson),
    .identifier("uy-rut", template: "21######001#", judge: uruguayanCompany),
    .identifier("py-ruc", template: "+######-#", judge: paraguayan),
  ]

  /// CBU, and the CVU of payment providers: bank and branch, then the account, each with a check digit
  /// of the weights 3, 1, 7, 9 from the right (BCRA, SINAP).
  static func argentineAccount(_ value: [UInt8]) -> Judgement {
    var text = value
    // En dashes stand between the blocks of printed ones.
    while let dash = text.firstRange(of: Array("\u{2013}".utf8)) { text.removeSubrange(dash) }
    guard let digits = Identifier.digits(text, 22), isBlock(digits[..<8]), isBlock(digits[8...]),
      Identifier.number(digits[..<7]) > 0, Identifier.number(digits[8...]) > 0
    else { return .refuted }
    return Identifier.settle(digits, "both check digits valid")
  }

  private static func isBlock(_ digits: ArraySlice<Int>) -> Bool {
    var sum = digits.last ?? 0
    for (index, digit) in digits.dropLast().reversed().enumerated() {
      sum += digit * [3, 1, 7, 9][index % 4]
    }
    return sum % 10 == 0
  }

  /// Cédula de identidad: six or seven digits and a check digit with the weights 2987634 (Dirección
  /// Nacional de Identificación Civil).
  static func uruguayanPerson(_ value: [UInt8]) -> Judgement {
    guard var digits = Identifier.digits(value, 7...8) else { return .refuted }
    if digits.count == 7 { digits.insert(0, at: 0) }
    guard
      (10 - Identifier.weighted(digits, [2, 9, 8, 7, 6, 3, 4]) % 10) % 10 == digits[7]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// RUT of a business: the kind of registration (01 to 22), a serial number, 001, and a check digit
  /// modulo 11 (Dirección General Impositiva).
  static func uruguayanCompany(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12), (1...22).contains(digits[0] * 10 + digits[1]),
      Identifier.number(digits[2..<8]) > 0, Identifier.number(digits[8..<11]) == 1,
      (11 - Identifier.weighted(digits, [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 == digits[11]
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// RUC: five to eight digits (of people their cédula) and a check digit modulo 11 (Dirección
  /// Nacional de Ingresos Tributarios).
  static func paraguayan(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 6...9), let check = digits.last else {
      return .refuted
    }
    var sum = 0
    for (index, digit) in digits.dropLast().reversed().enumerated() { sum += digit * (2 + index) }
    guard (11 - sum % 11) % 11 % 10 == check else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
