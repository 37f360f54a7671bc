/// Plate: one to three letters of the district, one or two more, up to four digits, perhaps E or H
/// (Fahrzeug-Zulassungsverordnung, section 9). No check digit.
enum GermanVehiclePlate {
  static let validator = Validator.identifier("de-plate", template: "HH-@@ +###", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value.filter { $0 < 0x80 })
    let letters = text.prefix(while: \.isASCIILetter).count
    let digits = text.dropFirst(letters).prefix(while: \.isASCIIDigit)
    guard (1...5).contains(letters), (1...4).contains(digits.count), digits.first != 0x30,
      text.count <= 9
    else { return .refuted }
    return .plausible("form valid")
  }
}
