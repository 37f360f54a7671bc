import SourceText

/// Reads mail whose letters are written as `=67` (RFC 2045, section 6.7).
enum QuotedPrintable {
  /// What a mail says of it.
  static let mark = KnownPattern("(?i)quoted-printable")

  /// Adds the text from the first escape on that stands for a plain letter or digit, or from the first
  /// line that goes on, to the end.
  static func read(_ bytes: [UInt8], into text: inout DerivedText) {
    bytes.withUnsafeBufferPointer { bytes in
      var plain: Int?
      var first = 0
      var index = 0
      while index < bytes.count, text.budget > 0 {
        guard bytes[index] == UInt8(ascii: "="), let unit = unit(at: index, in: bytes) else {
          index += 1
          continue
        }
        if plain == nil { first = lineStart(before: index, in: bytes) }
        text.append((plain ?? first)..<index, of: bytes)
        text.append(unit.said, for: index..<(index + unit.length))
        index += unit.length
        plain = index
      }
      guard let plain else { return }
      text.append(plain..<bytes.count, of: bytes)
      text.end(.quotedPrintable, place: first..<bytes.count)
    }
  }

  private static func lineStart(before place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var start = place
    while start > 0, place - start < 200, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// An escape of ASCII, or a line end that is none.
  private static func unit(
    at place: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (said: [UInt8], length: Int)? {
    guard place + 1 < bytes.count else { return nil }
    if bytes[place + 1] == 0x0A { return ([], 2) }
    guard place + 2 < bytes.count else { return nil }
    if bytes[place + 1] == 0x0D, bytes[place + 2] == 0x0A { return ([], 3) }
    guard let high = bytes[place + 1].hexadecimalValue, let low = bytes[place + 2].hexadecimalValue,
      UInt8(high << 4 | low).isText
    else { return nil }
    return ([UInt8(high << 4 | low)], 3)
  }
}
