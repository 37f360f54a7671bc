/// NIT of El Salvador: the municipality, the date of birth or founding, a serial number up to 100
/// of the old scheme or above it of the new, and a check digit modulo 11 (Ministerio de Hacienda).
/// The weights are 14 to 2 in the old scheme; 2, 7 to 2 and 7 to 2 in the new.
enum SalvadoranTaxNumber {
  static let validator = Validator.identifier("sv-nit", template: "0614-dmy-###-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 14), [0, 1, 9].contains(digits[0]),
      DayMonthYear.isDate(digits[4..<10])
    else { return .refuted }
    let isOld = Identifier.number(digits[10..<13]) <= 100
    let weights =
      isOld
      ? [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2] : [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
    let sum = Identifier.weighted(digits, weights)
    let check = (isOld ? sum % 11 : (11 - sum % 11) % 11) % 10
    guard check == digits[13] else { return .refuted }
    return Identifier.settle(digits, "date and check digit valid")
  }
}
