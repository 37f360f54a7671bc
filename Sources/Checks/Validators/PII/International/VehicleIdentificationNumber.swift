/// Vehicle identification number: 17 letters and digits without I, O and Q. The ninth is the
/// weighted sum of the others modulo 11, X for ten (ISO 3779; 49 CFR 565.15).
enum VehicleIdentificationNumber {
  static let validator = Validator.identifier("vin", template: "1HGCM82###A######", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 17, text[13...].allSatisfy(\.isASCIIDigit),
      text.contains(where: \.isASCIILetter)
    else { return .refuted }
    let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
    // What A to Z stand for, 0 where they are not used.
    let letters = Array("12345678012345070923456789".utf8)
    var sum = 0
    for (byte, weight) in zip(text, weights) {
      let worth = byte.isASCIIDigit ? byte : letters[byte.letterIndex]
      guard byte.isASCIIDigit || worth != 0x30 else { return .refuted }
      sum += Int(worth - 0x30) * weight
    }
    guard Array("0123456789X".utf8)[sum % 11] == text[8] else { return .refuted }
    // Those of the check digit's explanations.
    if ["1M8GDM9AXKP042788", "1HGCM82633A004352", "11111111111111111"]
      .contains(String(decoding: text, as: UTF8.self))
    {
      return .documented("published example")
    }
    if Identifier.isPlaceholder(text[11...].map { Int($0 & 15) }) {
      return .documented("placeholder digits")
    }
    return .proven("check digit valid")
  }
}
