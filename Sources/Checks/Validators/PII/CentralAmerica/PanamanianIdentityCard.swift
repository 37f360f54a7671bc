/// Cédula of Panama: province (or PE, E, N for those born abroad), volume and entry of the register
/// (Tribunal Electoral). No check digit; `8-12-2024` is a day.
enum PanamanianIdentityCard {
  static let validator = Validator.identifier("pa-cedula", template: "8-2##-4###", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let groups = value.split(separator: UInt8(ascii: "-")).map { group in
      group.allSatisfy(\.isASCIIDigit) ? Identifier.number(group.map { Int($0 - 0x30) }) : nil
    }
    guard groups.count >= 3, value.count <= 20, let entry = groups[groups.count - 1],
      let volume = groups[groups.count - 2], volume > 0, entry > 0
    else { return .refuted }
    if groups[0] != nil, volume <= 31, (1900...2040).contains(entry) || entry < 100 {
      return .refuted
    }
    return .plausible("province, volume and entry in range")
  }
}
