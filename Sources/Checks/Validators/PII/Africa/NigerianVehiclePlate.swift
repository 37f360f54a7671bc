/// License plate: the letters of the local government area, three digits, two letters (Federal Road
/// Safety Corps, 2011). No check digit.
enum NigerianVehiclePlate {
  static let validator = Validator.identifier("ng-plate", template: "APP-###CV", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 8, text[..<3].allSatisfy(\.isASCIILetter),
      text[3...5].allSatisfy(\.isASCIIDigit), text[6...].allSatisfy(\.isASCIILetter),
      text[3...5].contains(where: { $0 != 0x30 })
    else { return .refuted }
    return .plausible("form of a plate")
  }
}
