/// Registration mark: state, district, series, four digits; or the Bharat series `22 BH 1234 AA`
/// (Central Motor Vehicles Rules, rule 50). No check digit.
enum IndianVehiclePlate {
  static let validator = Validator.identifier("vehicle-india", template: "MH12@@####", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    let kinds = text.map { $0.isASCIIDigit ? "9" : "A" }.joined()
    if text.count >= 9, text[2...].starts(with: "BH".utf8) {
      return kinds == "99AA9999A" || kinds == "99AA9999AA"
        ? .plausible("registration mark of the Bharat series") : .refuted
    }
    guard IndianState.begins(text), text.count >= 8, text.suffix(4).allSatisfy(\.isASCIIDigit)
    else {
      return .refuted
    }
    let district = text[2...].prefix(while: \.isASCIIDigit).count
    let series = text[(2 + min(district, text.count - 2))...].prefix(while: \.isASCIILetter).count
    guard (1...2).contains(district), (1...3).contains(series),
      text.count == 2 + district + series + 4
    else { return .refuted }
    return .plausible("state and form valid")
  }
}
