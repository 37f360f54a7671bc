/// The letters of the states and union territories on plates and licenses (Central Motor Vehicles
/// Rules, 1989, and later notifications).
enum IndianState {
  private static let letters: Set<String> = [
    "AN", "AP", "AR", "AS", "BR", "CG", "CH", "DD", "DL", "DN", "GA", "GJ", "HP", "HR", "JH", "JK",
    "KA", "KL", "LA", "LD", "MH", "ML", "MN", "MP", "MZ", "NL", "OD", "OR", "PB", "PY", "RJ", "SK",
    "TG", "TN", "TR", "TS", "UK", "UA", "UP", "WB",
  ]

  static func begins(_ text: [UInt8]) -> Bool {
    letters.contains(String(decoding: text.prefix(2), as: UTF8.self))
  }
}
