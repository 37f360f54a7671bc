/// A set of byte values: what one step of an automaton may consume.
package struct ByteSet: Hashable, Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64)

  package init() { words = (0, 0, 0, 0) }

  package init(_ byte: UInt8) {
    self.init()
    insert(byte)
  }

  package init(_ range: ClosedRange<UInt8>) {
    self.init()
    insert(range)
  }

  /// Every byte.
  package static let all = ByteSet(0...255)
  /// `\w` in ASCII: letters, digits, underscore.
  package static let word: ByteSet = {
    var set = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
    set.insert(UInt8(ascii: "A")...UInt8(ascii: "Z"))
    set.insert(UInt8(ascii: "a")...UInt8(ascii: "z"))
    set.insert(UInt8(ascii: "_"))
    return set
  }()

  /// `\W` in ASCII: every byte but those of `word`.
  package static let notWord: ByteSet = {
    var set = ByteSet()
    for byte in UInt8.min...UInt8.max where !word.contains(byte) { set.insert(byte) }
    return set
  }()

  package func contains(_ byte: UInt8) -> Bool {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    return switch byte >> 6 {
    case 0: words.0 & bit != 0
    case 1: words.1 & bit != 0
    case 2: words.2 & bit != 0
    default: words.3 & bit != 0
    }
  }

  package mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  package mutating func insert(_ range: ClosedRange<UInt8>) {
    for byte in range { insert(byte) }
  }

  package mutating func formUnion(_ other: ByteSet) {
    words.0 |= other.words.0
    words.1 |= other.words.1
    words.2 |= other.words.2
    words.3 |= other.words.3
  }

  /// The same for equal sets, and mostly different for others.
  var mixed: UInt64 {
    var mixed = words.0 &* 0xBF58_476D_1CE4_E5B9 ^ words.1
    mixed = (mixed ^ mixed >> 29) &* 0x94D0_49BB_1331_11EB ^ words.2
    return (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93 ^ words.3
  }

  /// The members as bits, from byte 0 upwards.
  var bits: [UInt64] { [words.0, words.1, words.2, words.3] }

  package var count: Int {
    words.0.nonzeroBitCount + words.1.nonzeroBitCount + words.2.nonzeroBitCount
      + words.3.nonzeroBitCount
  }

  package var isEmpty: Bool { words.0 | words.1 | words.2 | words.3 == 0 }

  /// The members in ascending order.
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for (index, word) in [words.0, words.1, words.2, words.3].enumerated() {
      var rest = word
      while rest != 0 {
        result.append(UInt8(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return result
  }

  package static func == (left: ByteSet, right: ByteSet) -> Bool {
    left.words.0 == right.words.0 && left.words.1 == right.words.1 && left.words.2 == right.words.2
      && left.words.3 == right.words.3
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}
