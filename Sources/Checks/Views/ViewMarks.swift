// The pass over every byte of a text for what may be joined or encoded. It must cost next to nothing,
// since most texts hold neither: eight bytes are compared at a step, and long runs of an alphabet are
// met by looking at every eighth byte.

/// Finds the places of a text that are worth a look.
enum ViewMarks {
  /// Calls `body` with the place of each quote, backslash, percent sign and ampersand, in order.
  @inline(__always)
  static func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count
    var index = 0
    while index + 8 <= count {
      // The load ends within the text.
      var lanes = marks(in: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
      while lanes != 0 {
        let place = index + lanes.trailingZeroBitCount / 8
        if isMark(bytes[place]) { body(place) }
        lanes &= lanes - 1
      }
      index += 8
    }
    while index < count {
      if isMark(bytes[index]) { body(index) }
      index += 1
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The top bit of each byte that is one of `"#$%&'`, a backslash or a back quote.
  @inline(__always)
  private static func marks(in word: UInt64) -> UInt64 {
    // Without their top bits, no sum of two bytes reaches the next one.
    let low = word & ~tops
    let isInRange = (low &+ ones &* (0x80 - 0x22)) & ~(low &+ ones &* (0x80 - 0x28))
    let isOther =
      ((low ^ ones &* 0x5C) &+ ones &* 0x7F) & ((low ^ ones &* 0x60) &+ ones &* 0x7F)
    return (isInRange | ~isOther) & ~word & tops
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x25, 0x26, 0x27, 0x5C, 0x60: true
    default: false
    }
  }

  // MARK: - Runs

  /// A letter of base64, in either alphabet.
  static let base64: UInt8 = 1
  /// May stand in a list of character codes.
  static let codes: UInt8 = 2
  /// May stand in a name.
  static let word: UInt8 = 4

  static let classes: [UInt8] = (0..<256).map { value in
    var bits: UInt8 = 0
    switch value {
    case 0x30...0x39: bits = base64 | codes
    case 0x41...0x46, 0x61...0x66, 0x58, 0x78: bits = base64 | codes
    case 0x47...0x5A, 0x67...0x7A, 0x2B, 0x2D, 0x2F, 0x5F: bits = base64
    case 0x2C, 0x20, 0x0A, 0x3A: bits = codes
    default: break
    }
    if UInt8(value).isWordByte { bits |= word }
    return bits
  }

  /// The shortest run of base64 that is met for sure, and that of character codes.
  static let shortestRun = 24
  private static let shortestCodes = 48

  /// Calls `body` with the runs of base64 letters and of character codes, in the order of their ends.
  @inline(__always)
  static func forEachRun(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, UInt8) -> Void
  ) {
    classes.withUnsafeBufferPointer { classes in
      var letters = 0
      var codes = 0
      var index = 4
      var lettersFrom = 0
      var codesFrom = 0
      while index < bytes.count {
        let kind = classes[Int(bytes[index])]
        letters = kind & Self.base64 == 0 ? 0 : letters + 1
        codes = kind & Self.codes == 0 ? 0 : codes + 1
        if letters >= 3 {
          // Words end sooner than this.
          guard classes[Int(bytes[index - 4])] & Self.base64 != 0,
            classes[Int(bytes[index - 6])] & Self.base64 != 0,
            classes[Int(bytes[index - 11])] & Self.base64 != 0,
            classes[Int(bytes[index - 14])] & Self.base64 != 0
          else {
            letters = 1
            index += 8
            continue
          }
          let run = run(of: Self.base64, around: index - 8, from: lettersFrom, bytes, classes)
          letters = 1
          if run.count >= shortestRun {
            body(run, Self.base64)
            lettersFrom = run.upperBound
            index += max(0, (run.upperBound - index) / 8 * 8)
          }
        } else if codes >= 6 {
          let run = run(of: Self.codes, around: index - 24, from: codesFrom, bytes, classes)
          codes = 1
          if run.count >= shortestCodes {
            body(run, Self.codes)
            codesFrom = run.upperBound
            index += max(0, (run.upperBound - index) / 8 * 8)
          }
        }
        index += 8
      }
    }
  }

  private static func run(
    of kind: UInt8, around place: Int, from start: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ classes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    var low = place
    while low > start, classes[Int(bytes[low - 1])] & kind != 0 { low -= 1 }
    var high = place
    while high < bytes.count, classes[Int(bytes[high])] & kind != 0 { high += 1 }
    return min(low, high)..<high
  }
}
