/// Four words that follow each other, by a number: what license texts are compared by.
///
/// Four words tell one license from another and prose from licenses, and enough of them are left whole
/// where one word in ten is missing.
struct Shingle: Hashable, Comparable, Sendable {
  /// How many words it is made of.
  static let length = 4

  /// Below ``bound``.
  let number: UInt32

  static let bound = UInt32(PrintableNumbers.pairs * PrintableNumbers.pairs)

  @inline(__always)
  init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    var mixed = first &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 29) ^ second) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 31) ^ third) &* 0x94D0_49BB_1331_11EB
    mixed = (mixed ^ (mixed >> 30) ^ fourth) &* 0xD6E8_FEB8_6659_FD93
    mixed ^= mixed >> 32
    number = UInt32(truncatingIfNeeded: ((mixed & 0xFFFF_FFFF) * UInt64(Self.bound)) >> 32)
  }

  static func < (left: Shingle, right: Shingle) -> Bool { left.number < right.number }

  /// All of a text, in its order, by the hashes of its words.
  static func all(of hashes: [UInt64]) -> [Shingle] {
    guard hashes.count >= length else { return [] }
    return (0...(hashes.count - length)).map {
      Shingle(hashes[$0], hashes[$0 + 1], hashes[$0 + 2], hashes[$0 + 3])
    }
  }
}
