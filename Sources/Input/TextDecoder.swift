import SourceText

/// Turns the bytes of an input into valid UTF-8.
///
/// UTF-8 is taken as it is, but for a byte order mark. UTF-16 and UTF-32 are known by their mark,
/// UTF-16 also by a zero in every other byte. In a text that is not quite UTF-8 each stray byte is
/// read as Windows-1252, so that one of them hides nothing of the rest. NUL and other control
/// characters stay. One pass; the map grows with the changes between scripts, not with the text.
package enum TextDecoder {
  package struct Decoded: Sendable {
    package var bytes: [UInt8]
    /// Leads from `bytes` to the bytes as given.
    package var positions: PositionMap
  }

  package static func decode(_ raw: [UInt8]) -> Decoded {
    decode(raw, as: encoding(of: raw))
  }

  /// Decodes the bytes of an input, or of a piece of one that begins and ends between scalars.
  static func decode(_ raw: [UInt8], as encoding: Encoding) -> Decoded {
    switch encoding {
    case .utf8(let mark):
      if UTF8Check.isValid(raw[mark...]) {
        if mark == 0 { return Decoded(bytes: raw, positions: .identity) }
        let bytes = Array(raw[mark...])
        return Decoded(bytes: bytes, positions: PositionMap(offset: mark, length: bytes.count))
      }
      return repaired(raw, from: mark)
    case .utf16(let isBig, let mark): return utf16(raw, from: mark, isBig: isBig)
    case .utf32(let isBig, let mark): return utf32(raw, from: mark, isBig: isBig)
    }
  }

  /// Whether these are not the bytes of a text, judged by the first 8 KB: control characters
  /// above a small share, or a NUL in what is no UTF-8 either.
  ///
  /// A text with control characters put into it is a text still: a shell runs what stands behind
  /// them, and so does an interpreter of PHP.
  package static func isBinary(_ raw: [UInt8]) -> Bool {
    isBinary(raw, encoding(of: raw))
  }

  static func isBinary(_ raw: [UInt8], _ encoding: Encoding) -> Bool {
    guard case .utf8 = encoding else { return false }
    let head = raw.prefix(headSize)
    let (zeros, controls) = head.withUnsafeBufferPointer(UnprintableBytes.count)
    let share = (zeros + controls) * 20
    let isCut = head.count < raw.count
    let isDoubtful =
      zeros > 0
      ? share > head.count || !UTF8Check.isValid(head, cut: isCut) : share > head.count * 3
    guard isDoubtful else { return false }
    let rest = head.filter { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return rest.count < shortestText || !UTF8Check.isValid(rest[...], cut: isCut)
  }

  /// Fewer bytes than these among control characters say nothing.
  private static let shortestText = 16

  /// How much of an input is looked at for its kind and encoding.
  static let headSize = 8192

  enum Encoding {
    /// `mark` is the length of the byte order mark.
    case utf8(mark: Int)
    case utf16(isBig: Bool, mark: Int)
    case utf32(isBig: Bool, mark: Int)

    /// The bytes of the smallest unit.
    var unitWidth: Int {
      switch self {
      case .utf8: 1
      case .utf16: 2
      case .utf32: 4
      }
    }

    /// That of what follows the first piece of an input.
    var withoutMark: Encoding {
      switch self {
      case .utf8: .utf8(mark: 0)
      case .utf16(let isBig, _): .utf16(isBig: isBig, mark: 0)
      case .utf32(let isBig, _): .utf32(isBig: isBig, mark: 0)
      }
    }
  }

  /// A text of UTF-8 in another encoding, without a mark.
  static func encode(_ utf8: [UInt8], as encoding: Encoding) -> [UInt8] {
    let text = String(decoding: utf8, as: UTF8.self)
    switch encoding {
    case .utf8: return utf8
    case .utf16(let isBig, _):
      return text.utf16.flatMap { Self.bytes(isBig ? $0.bigEndian : $0.littleEndian) }
    case .utf32(let isBig, _):
      return text.unicodeScalars.flatMap {
        Self.bytes(isBig ? $0.value.bigEndian : $0.value.littleEndian)
      }
    }
  }

  private static func bytes(_ unit: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: unit) { Array($0) }
  }

  /// The encoding of an input by its first bytes; with `goesOn` there are more, it is not known how
  /// many.
  static func encoding(of raw: [UInt8], goesOn: Bool = false) -> Encoding {
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8(mark: 3) }
    if goesOn || raw.count % 4 == 0 {
      if raw.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32(isBig: false, mark: 4) }
      if raw.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32(isBig: true, mark: 4) }
    }
    if raw.starts(with: [0xFF, 0xFE]) { return .utf16(isBig: false, mark: 2) }
    if raw.starts(with: [0xFE, 0xFF]) { return .utf16(isBig: true, mark: 2) }
    // Without a mark: text in Latin letters has a zero in nearly every other byte.
    let pairs = min(raw.count, headSize) / 2
    guard pairs >= 2, goesOn || raw.count % 2 == 0, holdsZero(raw.prefix(headSize)) else {
      return .utf8(mark: 0)
    }
    var even = 0
    var odd = 0
    for pair in 0..<pairs {
      if raw[2 * pair] == 0 { even += 1 }
      if raw[2 * pair + 1] == 0 { odd += 1 }
    }
    if odd * 10 >= pairs * 7, even * 20 <= pairs { return .utf16(isBig: false, mark: 0) }
    if even * 10 >= pairs * 7, odd * 20 <= pairs { return .utf16(isBig: true, mark: 0) }
    return .utf8(mark: 0)
  }

  private static func holdsZero(_ head: ArraySlice<UInt8>) -> Bool {
    head.withUnsafeBufferPointer { ByteScan.first(0, in: $0, 0..<$0.count) != nil }
  }

  /// UTF-8 with stray bytes.
  private static func repaired(_ raw: [UInt8], from start: Int) -> Decoded {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count + raw.count / 8)
    var positions = PositionMap(pieces: [])
    raw.withUnsafeBufferPointer { raw in
      var index = start
      var run = start
      while index < raw.count {
        let length = raw[index] < 0x80 ? 1 : UTF8Check.sequenceLength(raw, at: index)
        if length > 0 {
          index += length
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: raw[run..<index]))
        positions.append(length: index - run, outer: run, outerLength: index - run)
        let count = bytes.appendScalar(windows1252(raw[index]))
        positions.appendUnit(length: count, outer: index, outerLength: 1)
        index += 1
        run = index
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: raw[run...]))
      positions.append(length: raw.count - run, outer: run, outerLength: raw.count - run)
    }
    return Decoded(bytes: bytes, positions: positions)
  }

  private static func utf16(_ raw: [UInt8], from start: Int, isBig: Bool) -> Decoded {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var positions = PositionMap(offset: start, length: 0)
    func unit(_ index: Int) -> UInt32 {
      let high = raw[isBig ? index : index + 1]
      let low = raw[isBig ? index + 1 : index]
      return UInt32(high) << 8 | UInt32(low)
    }
    var index = start
    while index < raw.count {
      var scalar: UInt32 = 0xFFFD
      var taken = min(2, raw.count - index)
      if taken == 2 {
        scalar = unit(index)
        if scalar & 0xFC00 == 0xD800, index + 3 < raw.count, unit(index + 2) & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + (unit(index + 2) & 0x3FF)
          taken = 4
        }
      }
      let count = bytes.appendScalar(scalar)
      positions.appendUnit(length: count, outer: index, outerLength: taken)
      index += taken
    }
    return Decoded(bytes: bytes, positions: positions)
  }

  private static func utf32(_ raw: [UInt8], from start: Int, isBig: Bool) -> Decoded {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count / 4)
    var positions = PositionMap(offset: start, length: 0)
    for index in stride(from: start, to: raw.count - 3, by: 4) {
      var scalar: UInt32 = 0
      for place in 0..<4 {
        scalar = scalar << 8 | UInt32(raw[isBig ? index + place : index + 3 - place])
      }
      let count = bytes.appendScalar(scalar)
      positions.appendUnit(length: count, outer: index, outerLength: 4)
    }
    return Decoded(bytes: bytes, positions: positions)
  }
  /// The scalars of 0x80 to 0x9F; from 0xA0 on Windows-1252 is Latin-1. Source: the WHATWG
  /// Encoding Standard, index windows-1252.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func windows1252(_ byte: UInt8) -> UInt32 {
    0x80...0x9F ~= byte ? windows1252[Int(byte) - 0x80] : UInt32(byte)
  }
}
