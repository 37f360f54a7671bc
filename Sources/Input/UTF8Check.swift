/// Whether bytes are UTF-8 (RFC 3629: no surrogates, no overlong forms, at most U+10FFFF).
enum UTF8Check {
  /// With `cut` a sequence that the end cuts off is no fault. Costs next to nothing where all is
  /// ASCII.
  static func isValid(_ bytes: ArraySlice<UInt8>, cut: Bool = false) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      let count = bytes.count
      var index = 0
      while index < count {
        // 32 bytes at a time while all are ASCII; the loads stay within `count`.
        while index + 32 <= count {
          let first = raw.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
          guard (first[0] | first[1] | first[2] | first[3]) & 0x8080_8080_8080_8080 == 0 else {
            break
          }
          index += 32
        }
        // At most the 32 bytes before a letter beyond ASCII, then the letters around it.
        var left = 64
        while left > 0, index < count {
          if bytes[index] < 0x80 {
            index += 1
          } else {
            let length = sequenceLength(bytes, at: index)
            if length == 0 { return cut && count - index < 4 && bytes[index] >= 0xC2 }
            index += length
          }
          left -= 1
        }
      }
      return true
    }
  }

  /// The length of the sequence of two to four bytes at `index`; 0 if there is none.
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let left = bytes.count - index
    let lead = bytes[index]
    guard left >= 2, lead >= 0xC2, lead <= 0xF4 else { return 0 }
    let second = bytes[index + 1]
    guard second & 0xC0 == 0x80 else { return 0 }
    if lead < 0xE0 { return 2 }
    guard left >= 3, bytes[index + 2] & 0xC0 == 0x80 else { return 0 }
    if lead < 0xF0 {
      if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F { return 0 }
      return 3
    }
    guard left >= 4, bytes[index + 3] & 0xC0 == 0x80 else { return 0 }
    return lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F ? 0 : 4
  }
}

/// Counts the bytes that seldom stand in a text.
enum UnprintableBytes {
  /// The NULs, and the other control characters but tab, line ends, form feed, backspace and escape,
  /// which stand in texts.
  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> (zeros: Int, controls: Int) {
    var zeros = 0
    var controls = 0
    var index = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while index < bytes.count {
      // Eight bytes that hold no control character at all are passed at a step; the load stays
      // within the buffer. A byte of `low` or `delete` is zero where a control character stands.
      while index + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let low = word & 0xE0E0_E0E0_E0E0_E0E0
        let delete = word ^ 0x7F7F_7F7F_7F7F_7F7F
        let ones: UInt64 = 0x0101_0101_0101_0101
        guard ((low &- ones) & ~low | (delete &- ones) & ~delete) & ones << 7 == 0 else { break }
        index += 8
      }
      for byte in bytes[index..<min(index + 8, bytes.count)] {
        switch byte {
        case 0: zeros += 1
        case 0x08...0x0D, 0x1B: break
        case 0x01...0x1F, 0x7F: controls += 1
        default: break
        }
      }
      index += 8
    }
    return (zeros, controls)
  }
}
