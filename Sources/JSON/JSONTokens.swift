/// Whether strings, numbers and words of a JSON text are written as RFC 8259 demands.
///
/// ``JSONText`` sees to how they stand together and passes over what they are made of; a message
/// that is taken for something else by another reader has no place in a gate.
package enum JSONTokens {
  /// One pass over bytes that are UTF-8.
  package static func areValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        switch bytes[index] {
        case 0x22:
          guard let end = endOfString(at: index, in: bytes) else { return false }
          index = end
        case 0x2D, 0x30...0x39:
          guard let end = endOfNumber(at: index, in: bytes) else { return false }
          index = end
        case 0x61...0x7A:
          let word = bytes[index...].prefix { 0x61...0x7A ~= $0 }
          guard words.contains(where: { word.elementsEqual($0.utf8) }) else { return false }
          index = word.endIndex
        case 0x09, 0x0A, 0x0D, 0x20, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D: index += 1
        default: return false
        }
      }
      return true
    }
  }

  /// Whether a string, given with its quotes, has an escape for half of a surrogate pair: it then
  /// stands for no text that could be reviewed (RFC 8259, section 8.2).
  package static func hasLoneSurrogate(_ string: ArraySlice<UInt8>) -> Bool {
    string.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        guard bytes[index] == 0x5C else {
          index += 1
          continue
        }
        guard let unit = escapedUnit(at: index, in: bytes) else {
          index += 2
          continue
        }
        index += 6
        switch unit & 0xFC00 {
        case 0xDC00: return true
        case 0xD800:
          guard let next = escapedUnit(at: index, in: bytes), next & 0xFC00 == 0xDC00 else {
            return true
          }
          index += 6
        default: break
        }
      }
      return false
    }
  }

  private static let words = ["true", "false", "null"]

  private static func endOfString(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case 0x22: return index + 1
      case 0x5C:
        guard index + 1 < bytes.count else { return nil }
        switch bytes[index + 1] {
        case 0x22, 0x2F, 0x5C, 0x62, 0x66, 0x6E, 0x72, 0x74: index += 2
        case 0x75:
          guard escapedUnit(at: index, in: bytes) != nil else { return nil }
          index += 6
        default: return nil
        }
      case ..<0x20: return nil
      default: index += 1
      }
    }
    return nil
  }

  /// The code unit of the escape `\uXXXX` at `start`.
  private static func escapedUnit(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
    guard start + 6 <= bytes.count, bytes[start] == 0x5C, bytes[start + 1] == 0x75 else {
      return nil
    }
    var unit: UInt16 = 0
    for byte in bytes[(start + 2)..<(start + 6)] {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt16(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt16(byte - 0x37)
      case 0x61...0x66: unit = unit << 4 | UInt16(byte - 0x57)
      default: return nil
      }
    }
    return unit
  }

  private static func endOfNumber(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = start
    func byte() -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    func digits() -> Bool {
      let first = index
      while 0x30...0x39 ~= byte() { index += 1 }
      return index > first
    }
    if byte() == 0x2D { index += 1 }
    if byte() == 0x30 {
      index += 1
    } else {
      guard digits() else { return nil }
    }
    if byte() == 0x2E {
      index += 1
      guard digits() else { return nil }
    }
    if byte() | 0x20 == 0x65 {
      index += 1
      if byte() == 0x2B || byte() == 0x2D { index += 1 }
      guard digits() else { return nil }
    }
    // `01`, `1a` and `1.` go on where a number has its end.
    switch byte() {
    case 0, 0x09, 0x0A, 0x0D, 0x20, 0x2C, 0x5D, 0x7D: return index
    default: return nil
    }
  }
}
