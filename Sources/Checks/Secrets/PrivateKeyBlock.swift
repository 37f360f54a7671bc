/// The extent of a PEM block, so that every line of a key is masked and not only the first.
enum PrivateKeyBlock {
  /// From the start of a match to the end of its END line; without one, as far as the body goes. At
  /// most 16,000 bytes on.
  static func extended(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let limit = min(bytes.count, range.upperBound + 16_000)
    let rest = Array(bytes[range.upperBound..<limit])
    for mark in ["-----END ", "Private-MAC: "] {
      guard let start = rest.place(of: Array(mark.utf8)) else { continue }
      var end = start
      while end < rest.count, !isLineEnd(rest[end]) { end += 1 }
      return range.lowerBound..<(range.upperBound + end)
    }
    var index = 0
    var end = 0
    while index < rest.count {
      let byte = rest[index]
      let kind = ValueShape.Kind(byte)
      if byte == UInt8(ascii: "\\"), index + 1 < rest.count {
        // A line end that is written out as `\n`.
        index += 2
        continue
      }
      if kind.isLetter || kind == .digit || bodyMarks.contains(byte) {
        end = index + 1
      } else if kind != .space && !joints.contains(byte) {
        break
      }
      index += 1
    }
    return range.lowerBound..<(range.upperBound + end)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  private static let bodyMarks: Set<UInt8> = [0x2B, 0x2F, 0x3D]
  /// What joins the lines of a key in a program.
  private static let joints = Set("\"',.;>#*".utf8)
}
