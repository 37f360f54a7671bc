import SourceText

/// Where each name of a document stands; one pass over its tokens and a sort.
final class NameOccurrences {
  /// The hash of a name above the index of its token.
  private let places: [UInt64]
  private let walk: TokenWalk

  init(_ scan: DocumentScan) {
    walk = scan.walk
    var places: [UInt64] = []
    for (index, token) in walk.tokens.enumerated() where token.kind == .identifier {
      places.append(Self.hash(walk.bytes[token.range]) << 32 | UInt64(index))
    }
    places.sort()
    self.places = places
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return UInt64(hash)
  }

  /// The tokens of a name within a range of tokens, in order.
  func tokens(of name: String, in range: Range<Int>) -> [Int] {
    let hash = Self.hash(name.utf8) << 32
    let first = places.indices.partitioningIndex {
      places[$0] >= hash | UInt64(max(0, range.lowerBound))
    }
    let end = places.indices.partitioningIndex {
      places[$0] >= hash | UInt64(max(0, range.upperBound))
    }
    guard first < end else { return [] }
    return places[first..<end].map { Int($0 & 0xFFFF_FFFF) }.filter { walk.isIdentifier($0, name) }
  }
}
