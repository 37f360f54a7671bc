// Nobody writes ROT13 by chance: a text that holds some says how it is read back. Its literals, and the
// words that a shell pipes through `tr`, are read back too.

/// Reads the literals of a text that rotates letters.
enum RotatedLiterals {
  /// What a text says that rotates letters.
  static let mark = KnownPattern(
    "(?i)rot[-_ ]?13|n-za-m|vtaber|vafgehpgvba")

  private static let shortest = 8
  private static let longest = 8_192

  /// Adds each literal of some length; of a text without quotes each line that says how it is meant.
  static func read(_ bytes: [UInt8], into text: inout DerivedText) {
    var open: Int?
    for (place, byte) in bytes.enumerated() {
      guard text.budget > 0 else { return }
      if byte == 0x0A {
        open = nil
        continue
      }
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
      else { continue }
      guard let start = open, bytes[start] == byte else {
        if open == nil { open = place }
        continue
      }
      open = nil
      let content = (start + 1)..<place
      guard content.count >= shortest, content.count <= longest else { continue }
      for index in content { text.append([rotated(bytes[index])], for: index..<(index + 1)) }
      text.end(.rotated, place: content, isWhole: true)
    }
  }

  private static func rotated(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x4D, 0x61...0x6D: byte + 13
    case 0x4E...0x5A, 0x6E...0x7A: byte - 13
    default: byte
    }
  }
}
