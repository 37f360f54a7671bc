import SourceText

/// Decodes the escapes of JSON strings, keeping the place of every byte.
package struct JSONString {
  package private(set) var bytes: [UInt8] = []
  /// Leads to the JSON text.
  package private(set) var positions = PositionMap(pieces: [])

  package init() {}

  /// Appends a string of `text`, given with its quotes. An escape that is none stays as it is,
  /// half of a surrogate pair becomes U+FFFD.
  package mutating func append(_ range: Range<Int>, of text: [UInt8]) {
    let end = range.upperBound - 1
    var index = range.lowerBound + 1
    var run = index
    while index < end {
      guard text[index] == 0x5C, index + 1 < end else {
        index += 1
        continue
      }
      guard let (scalar, length) = Self.escape(at: index, upTo: end, in: text) else {
        index += 2
        continue
      }
      copy(run..<index, of: text)
      let count = bytes.appendScalar(scalar)
      positions.append(length: count, outer: index, outerLength: length)
      index += length
      run = index
    }
    copy(run..<max(run, end), of: text)
  }

  /// Sets two strings apart.
  package mutating func appendBreak(at place: Int) {
    bytes += [0x0A, 0x0A]
    positions.append(length: 2, outer: place, outerLength: 0)
  }

  private mutating func copy(_ range: Range<Int>, of text: [UInt8]) {
    bytes += text[range]
    positions.append(length: range.count, outer: range.lowerBound, outerLength: range.count)
  }

  /// The scalar of the escape at `index` and its length in bytes.
  private static func escape(
    at index: Int, upTo end: Int, in text: [UInt8]
  ) -> (UInt32, Int)? {
    switch text[index + 1] {
    case 0x22, 0x2F, 0x5C: return (UInt32(text[index + 1]), 2)
    case 0x62: return (0x08, 2)
    case 0x66: return (0x0C, 2)
    case 0x6E: return (0x0A, 2)
    case 0x72: return (0x0D, 2)
    case 0x74: return (0x09, 2)
    case 0x75:
      guard let first = hex(at: index + 2, upTo: end, in: text) else { return nil }
      if first & 0xFC00 == 0xD800, index + 7 < end, text[index + 6] == 0x5C,
        text[index + 7] == 0x75, let second = hex(at: index + 8, upTo: end, in: text),
        second & 0xFC00 == 0xDC00
      {
        return (0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF), 12)
      }
      return (first, 6)
    default: return nil
    }
  }

  private static func hex(at start: Int, upTo end: Int, in text: [UInt8]) -> UInt32? {
    guard start + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in text[start..<(start + 4)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}
