/// A set of Unicode scalars, as ascending ranges that do not touch.
struct ScalarSet: Hashable {
  private(set) var ranges: [ClosedRange<UInt32>] = []

  init() {}

  init(_ ranges: [ClosedRange<UInt32>]) {
    for range in ranges { append(range) }
    normalize()
  }

  mutating func insert(_ range: ClosedRange<UInt32>) {
    append(range)
    normalize()
  }

  mutating func formUnion(_ other: ScalarSet) {
    ranges += other.ranges
    normalize()
  }

  /// Everything else; surrogates are no scalars and never belong.
  var inverted: ScalarSet {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= 0x10FFFF { result.append(next...0x10FFFF) }
    return ScalarSet(result)
  }

  private mutating func append(_ range: ClosedRange<UInt32>) { ranges.append(range) }

  private mutating func normalize() {
    guard ranges.count > 1 else { return }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var merged: [ClosedRange<UInt32>] = [ranges[0]]
    for range in ranges.dropFirst() {
      let last = merged[merged.count - 1]
      if range.lowerBound <= last.upperBound &+ 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    ranges = merged
  }

  /// The same set over the bytes of UTF-8: one byte set for ASCII and a short sequence of byte
  /// ranges for each stretch beyond (the splitting that RE2 and others use: a range is cut where
  /// the length of the encoding changes, then where a continuation byte would not run its full course).
  var syntax: PatternSyntax {
    var ascii = ByteSet()
    var sequences: [[ClosedRange<UInt8>]] = []
    // Everything beyond ASCII is the commonest set of all (`.`, `[^"]`): texts are valid UTF-8, so the
    // kinds of first bytes and the number of those that follow say it.
    let hasAllBeyondASCII = ranges.last.map { $0.lowerBound <= 0x80 && $0.upperBound == 0x10FFFF }
    if hasAllBeyondASCII == true {
      sequences = [
        [0xC2...0xDF, 0x80...0xBF], [0xE0...0xEF, 0x80...0xBF, 0x80...0xBF],
        [0xF0...0xF4, 0x80...0xBF, 0x80...0xBF, 0x80...0xBF],
      ]
    }
    for range in ranges {
      if range.lowerBound < 0x80 {
        ascii.insert(UInt8(range.lowerBound)...UInt8(min(range.upperBound, 0x7F)))
      }
      if hasAllBeyondASCII == true { continue }
      for (low, high) in [(0x80, 0x7FF), (0x800, 0xD7FF), (0xE000, 0xFFFF), (0x10000, 0x10FFFF)]
        as [(UInt32, UInt32)]
      {
        let from = max(low, range.lowerBound)
        let to = min(high, range.upperBound)
        if from <= to { Self.split(from, to, into: &sequences) }
      }
    }
    var alternatives: [PatternSyntax] = []
    if !ascii.isEmpty || sequences.isEmpty { alternatives.append(.bytes(ascii)) }
    for sequence in sequences {
      alternatives.append(.concatenation(sequence.map { .bytes(ByteSet($0)) }))
    }
    return alternatives.count == 1 ? alternatives[0] : .alternation(alternatives)
  }

  /// Cuts a range whose scalars all take the same number of bytes.
  private static func split(
    _ low: UInt32, _ high: UInt32, into sequences: inout [[ClosedRange<UInt8>]]
  ) {
    let first = encode(low)
    let last = encode(high)
    let count = first.count
    // Where all bytes but a common prefix run their full course, one sequence says it.
    for index in 1..<count {
      let mask: UInt32 = (1 << (6 * UInt32(count - index))) - 1
      if low & ~mask != high & ~mask {
        if low & mask != 0 {
          split(low, low | mask, into: &sequences)
          split((low | mask) + 1, high, into: &sequences)
          return
        }
        if high & mask != mask {
          split(low, (high & ~mask) - 1, into: &sequences)
          split(high & ~mask, high, into: &sequences)
          return
        }
      }
    }
    sequences.append((0..<count).map { first[$0]...last[$0] })
  }

  private static func encode(_ scalar: UInt32) -> [UInt8] {
    if scalar < 0x80 { return [UInt8(scalar)] }
    if scalar < 0x800 { return [UInt8(0xC0 | scalar >> 6), UInt8(0x80 | scalar & 0x3F)] }
    if scalar < 0x10000 {
      return [
        UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F),
      ]
    }
    return [
      UInt8(0xF0 | scalar >> 18), UInt8(0x80 | scalar >> 12 & 0x3F),
      UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F),
    ]
  }

  /// Adds the other case of every member: simple case mapping, ASCII among itself (the Kelvin sign
  /// does not become a `k`). Ranges longer than `0x500` scalars are left as they are.
  var caseFolded: ScalarSet {
    var result = self
    var added: [ClosedRange<UInt32>] = []
    for range in ranges {
      guard range.count <= 0x500 else {
        // A long range holds both cases of what it spans; ASCII is folded all the same.
        for value in range.lowerBound..<max(range.lowerBound, min(range.upperBound + 1, 0x80)) {
          if let other = Self.otherCase(value) { added.append(other...other) }
        }
        continue
      }
      for value in range {
        if let other = Self.otherCase(value) { added.append(other...other) }
      }
    }
    result.ranges += added
    result.normalize()
    return result
  }

  private static func otherCase(_ value: UInt32) -> UInt32? {
    if value < 0x80 {
      switch value {
      case 0x41...0x5A: return value + 32
      case 0x61...0x7A: return value - 32
      default: return nil
      }
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    for mapping in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
      let scalars = mapping.unicodeScalars
      if let only = scalars.first, scalars.count == 1, only.value != value, only.value >= 0x80 {
        return only.value
      }
    }
    return nil
  }
}
