import SourceText

/// Where findings of each kind lie, to tell whether another one says the same.
///
/// Hostile text may hold any number of findings twice, as it stands and in a reading: a question costs
/// a binary search.
struct ToldPlaces<Kind: Hashable> {
  private struct Places {
    var starts: [Int] = []
    /// The farthest end of all ranges up to each.
    var ends: [Int] = []
  }

  private let places: [Kind: Places]

  init(_ ranges: [(kind: Kind, range: Range<Int>)]) {
    var places: [Kind: Places] = [:]
    for (kind, range) in ranges.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let farthest = places[kind]?.ends.last ?? 0
      places[kind, default: Places()].starts.append(range.lowerBound)
      places[kind, default: Places()].ends.append(max(farthest, range.upperBound))
    }
    self.places = places
  }

  /// Whether one of a kind shares a byte with a range.
  func holds(_ kind: Kind, at range: Range<Int>) -> Bool {
    guard let found = places[kind] else { return false }
    let next = found.starts.indices.partitioningIndex { found.starts[$0] >= range.upperBound }
    return next > 0 && found.ends[next - 1] > range.lowerBound
  }
}
