/// Finds the line of a byte offset.
///
/// A line ends with LF, CR LF or a lone CR. Built in one pass, four bytes a line; a look-up costs a
/// binary search.
package struct LineIndex: Sendable {
  /// The offset of each line's first byte; the first is 0. A text stays below 2 GB.
  package let starts: [Int32]
  /// The number of bytes that were indexed.
  package let length: Int

  package init(_ bytes: [UInt8]) {
    length = bytes.count
    starts = bytes.withUnsafeBufferPointer { bytes in
      var starts: [Int32] = [0]
      Self.forEachLineEnd(in: bytes) { starts.append(Int32(clamping: $0)) }
      return starts
    }
  }

  /// Calls `body` with the place behind every line end, in order.
  package static func forEachLineEnd(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void
  ) {
    let count = bytes.count
    var index = 0
    // Most texts have no CR at all, or one before each LF.
    var nextReturn = ByteScan.first(0x0D, in: bytes, 0..<count) ?? count
    while index < count {
      let feed = ByteScan.first(0x0A, in: bytes, index..<count) ?? count
      while nextReturn < feed {
        if nextReturn + 1 != feed || feed == count { body(nextReturn + 1) }
        nextReturn = ByteScan.first(0x0D, in: bytes, nextReturn + 1..<count) ?? count
      }
      guard feed < count else { return }
      body(feed + 1)
      index = feed + 1
    }
  }

  /// The number of lines; an empty text and one that ends with a line end have a last, empty line.
  package var count: Int { starts.count }

  /// The number of bytes of the longest line, with its line end.
  package var longest: Int {
    var longest = 0
    var start = 0
    for next in starts.dropFirst() {
      longest = max(longest, Int(next) - start)
      start = Int(next)
    }
    return max(longest, length - start)
  }

  /// The line (counted from 0) that holds the byte at `offset`; an offset past the end lies in the last line.
  package func line(at offset: Int) -> Int {
    max(0, starts.indices.partitioningIndex { Int(starts[$0]) > offset } - 1)
  }

  /// The bytes of a line (counted from 0), with its line end.
  package func range(ofLine line: Int) -> Range<Int> {
    Int(starts[line])..<(line + 1 < starts.count ? Int(starts[line + 1]) : length)
  }
}
