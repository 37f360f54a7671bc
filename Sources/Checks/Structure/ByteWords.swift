/// A set of short words that a stretch of bytes is looked up in without making a string of it.
struct ByteWords: Sendable, ExpressibleByArrayLiteral {
  /// A bit for each length that a word has; all are shorter than 64 bytes.
  private let lengths: UInt64
  private let mask: Int
  /// The number of a word plus one by its hash; what collides stands in the next free slot.
  private let slots: [UInt16]
  private let words: [[UInt8]]

  init(_ words: some Sequence<String>) {
    self.words = words.map { Array($0.utf8) }
    lengths = self.words.reduce(0) { $0 | 1 << UInt64($1.count & 63) }
    var size = 8
    while size < self.words.count * 3 { size *= 2 }
    mask = size - 1
    var slots = [UInt16](repeating: 0, count: size)
    for (number, word) in self.words.enumerated() {
      var slot = word.withUnsafeBufferPointer { Self.hash($0, $0.indices) } & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt16(truncatingIfNeeded: number + 1)
    }
    self.slots = slots
  }

  init(arrayLiteral words: String...) { self.init(words) }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    guard let first = range.first, let last = range.last else { return 0 }
    let middle = bytes[(first + last) / 2]
    return (Int(bytes[first]) &* 33 &+ Int(bytes[last])) &* 33 &+ Int(middle) &* 7 &+ range.count
  }

  func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { contains($0, range) }
  }

  func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count < 64, lengths & (1 << UInt64(range.count)) != 0 else { return false }
    var slot = Self.hash(bytes, range) & mask
    while slots[slot] != 0 {
      if words[Int(slots[slot]) - 1].elementsEqual(bytes[range]) { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
