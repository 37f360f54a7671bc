extension RandomAccessCollection<UInt8> where Index == Int {
  /// The first place of a part that passes a test; nil without one. Linear for parts that begin with
  /// a byte of their own.
  func place(
    of part: some RandomAccessCollection<UInt8>, where isFit: (Int) -> Bool = { _ in true }
  ) -> Int? {
    guard let first = part.first, count >= part.count else { return nil }
    for start in startIndex...(endIndex - part.count) where self[start] == first {
      if self[start..<(start + part.count)].elementsEqual(part), isFit(start) { return start }
    }
    return nil
  }
}
