import SourceText

/// Where each name of a document stands; one pass over its tokens and a sort.
final class NameOccurrences {
  /// The key of a name above the index of its token.
  private let places: [UInt64]
  private let walk: TokenWalk

  init(_ scan: DocumentScan) {
    walk = scan.walk
    var places: [UInt64] = []
    for (index, token) in walk.tokens.enumerated() where token.kind == .identifier {
      places.append(UInt64(walk.keys[index].number) << 32 | UInt64(index))
    }
    places.sort()
    self.places = places
  }

  /// The tokens of a name within a range of tokens, in order.
  func tokens(of name: String, in range: Range<Int>) -> [Int] {
    let key = UInt64(TokenKey(word: name.utf8).number) << 32
    let first = places.indices.partitioningIndex {
      places[$0] >= key | UInt64(max(0, range.lowerBound))
    }
    let end = places.indices.partitioningIndex {
      places[$0] >= key | UInt64(max(0, range.upperBound))
    }
    guard first < end else { return [] }
    return places[first..<end].map { Int($0 & 0xFFFF_FFFF) }.filter { walk.isIdentifier($0, name) }
  }
}
