// Text that is carried by characters that show nothing: tag characters, each of which is one of ASCII,
// variation selectors, each of which is a byte, and zero-width characters that stand for bits.

/// Reads what invisible characters carry.
enum HiddenMessage {
  /// The longest run that is read, in bytes of UTF-8.
  private static let longest = 1 << 16

  /// The invisible characters of one kind that follow each other from a place on.
  static func run(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard start < bytes.count, let kind = kind(UTF8Scalar.read(at: start, in: bytes).scalar) else {
      return start..<start
    }
    var end = start
    while end < bytes.count, end - start < longest, bytes[end] >= 0xC2 {
      let (scalar, length) = UTF8Scalar.read(at: end, in: bytes)
      guard self.kind(scalar) == kind else { break }
      end += length
    }
    return start..<end
  }

  /// What a run says, in ASCII; nil where it says nothing that can be read, or is the flag of a region.
  static func text(of run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let first = run.first, let kind = kind(UTF8Scalar.read(at: first, in: bytes).scalar)
    else { return nil }
    var scalars: [UInt32] = []
    var index = run.lowerBound
    while index < run.upperBound {
      let (scalar, length) = UTF8Scalar.read(at: index, in: bytes)
      scalars.append(scalar)
      index += length
    }
    switch kind {
    case .tag:
      let text = scalars.compactMap(InvisibleCharacters.tagASCII)
      return isFlag(run, in: bytes) || text.count < 4 ? nil : text
    case .selector:
      guard scalars.count >= 4 else { return nil }
      return readable(scalars.compactMap(InvisibleCharacters.variationSelectorByte))
    case .zeroWidth: return bits(scalars)
    }
  }

  /// Whether tag characters spell the flag of a region: a black flag stands before Wales and its like.
  static func isFlag(_ run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    run.count <= 32 && run.lowerBound >= 4
      && UTF8Scalar.read(at: run.lowerBound - 4, in: bytes).scalar == 0x1F3F4
  }

  private enum Kind { case tag, selector, zeroWidth }

  private static func kind(_ scalar: UInt32) -> Kind? {
    switch scalar {
    case 0xE0001, 0xE0020...0xE007F: .tag
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: .selector
    case 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: .zeroWidth
    default: nil
    }
  }

  /// Two kinds of characters as the bits of bytes, a third between the bytes or not at all.
  private static func bits(_ scalars: [UInt32]) -> [UInt8]? {
    guard scalars.count >= 32 else { return nil }
    var counts: [UInt32: Int] = [:]
    for scalar in scalars { counts[scalar, default: 0] += 1 }
    let kinds = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(3).map(\.key)
    guard kinds.count >= 2 else { return nil }
    for (zero, one) in [(kinds[0], kinds[1]), (kinds[1], kinds[0])] {
      let digits = scalars.compactMap { $0 == zero ? 0 : $0 == one ? 1 : nil as UInt8? }
      for width in [8, 7] {
        var bytes: [UInt8] = []
        var start = 0
        while start + width <= digits.count {
          bytes.append(digits[start..<(start + width)].reduce(0) { $0 << 1 | $1 })
          start += width
        }
        if let text = readable(bytes) { return text }
      }
    }
    return nil
  }

  /// Bytes that are text for the most part.
  private static func readable(_ bytes: [UInt8]) -> [UInt8]? {
    let plain = bytes.count { $0.isText }
    guard bytes.count >= 4, plain * 10 >= bytes.count * 9 else { return nil }
    return bytes.map { $0.isText ? $0 : UInt8(ascii: "?") }
  }
}
