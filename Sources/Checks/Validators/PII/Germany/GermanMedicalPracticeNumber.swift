/// Betriebsstättennummer: two digits of the regional association of physicians and seven more
/// (Kassenärztliche Bundesvereinigung, Arztnummern-Richtlinie). No check digit.
enum GermanMedicalPracticeNumber {
  static let validator = Validator.identifier("bsnr", template: "72#######", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9) else { return .refuted }
    let regions = [
      1, 2, 3, 6, 7, 8, 9, 17, 18, 19, 20, 21, 24, 25, 27, 28, 31, 35, 36, 37, 38, 39, 40, 41, 42,
      43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69,
      70,
      71, 72, 73, 74, 78, 79, 80, 81, 83, 85, 86, 87, 88, 93, 94, 95, 96, 98, 99,
    ]
    guard regions.contains(digits[0] * 10 + digits[1]),
      digits[2...].contains(where: { $0 != digits[8] })
    else { return .refuted }
    if Identifier.isPlaceholder(digits) { return .documented("placeholder digits") }
    return .plausible("region valid")
  }
}
