/// IDNP: the register's digit 2 (0 for those of abroad), year, office, serial, and the check digit
/// of machine-readable documents (law 273 of Moldova, 1994).
enum MoldovanPersonalNumber {
  static let validator = Validator.identifier("idnp", template: "2############", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), digits[0] == 2 || digits[0] == 0,
      CheckDigits.machineReadable(digits)
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}
