extension Prefilter {
  /// How many places of a whole text the filter stops at; for measurements of the filter alone.
  package func placeCount(in text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    forEachPlace(in: text, range: 0..<(text.count + KeyTable.length - 1)) { _, _ in count += 1 }
    return count
  }
}
