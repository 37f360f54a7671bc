/// UNZR, the number of a record in the demographic register: birth date, serial and the check
/// digit of machine-readable documents (resolution 784 of the Cabinet of Ukraine, 2017).
enum UkrainianRegisterNumber {
  static let validator = Validator.identifier("unzr", template: "cmd-#####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), (19...20).contains(digits[0] * 10 + digits[1]),
      Identifier.isDate(
        year: Identifier.number(digits[..<4]), month: digits[4] * 10 + digits[5],
        day: digits[6] * 10 + digits[7]),
      CheckDigits.machineReadable(digits)
    else { return .refuted }
    return Identifier.settle(digits, "birth date and check digit valid")
  }
}
