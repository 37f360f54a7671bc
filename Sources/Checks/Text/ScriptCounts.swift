/// How many letters of each script a text has near its places. Blocks are counted once, however many ask.
final class ScriptCounts {
  private static let block = 512

  private let bytes: [UInt8]
  private var blocks: [Int: [Script: Int]] = [:]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The letters within about `reach` bytes of a place.
  func near(_ place: Range<Int>, reach: Int) -> [Script: Int] {
    let first = max(0, place.lowerBound - reach) / Self.block
    let last = min(bytes.count, place.upperBound + reach) / Self.block
    var counts: [Script: Int] = [:]
    for block in first...last {
      counts.merge(count(block)) { $0 + $1 }
    }
    return counts
  }

  private func count(_ block: Int) -> [Script: Int] {
    if let known = blocks[block] { return known }
    let range = min(block * Self.block, bytes.count)..<min((block + 1) * Self.block, bytes.count)
    var counts: [Script: Int] = [:]
    for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
      counts[ScriptTable.of(scalar.value), default: 0] += 1
    }
    blocks[block] = counts
    return counts
  }
}
