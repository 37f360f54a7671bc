/// Short texts that are looked for together in one pass over a value.
struct Needles: Sendable {
  /// The numbers of the texts that begin with a byte.
  private let byFirst: [[Int]]
  private let texts: [[UInt8]]

  init(_ texts: [StaticString]) {
    self.texts = texts.map { text in text.withUTF8Buffer { Array($0) } }
    var byFirst = [[Int]](repeating: [], count: 256)
    for (number, text) in self.texts.enumerated() {
      if let first = text.first { byFirst[Int(first)].append(number) }
    }
    self.byFirst = byFirst
  }

  /// Whether one of the texts stands in the value.
  func areFound(in value: [UInt8]) -> Bool { any(in: value) { _, _ in true } }

  /// Whether one of the texts stands in the value, and not within a longer word of small letters.
  func areFoundAsWords(in value: [UInt8]) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    return any(in: value) { range, _ in
      (range.lowerBound == 0 || !isLetter(value[range.lowerBound - 1]))
        && (range.upperBound == value.count || !isLetter(value[range.upperBound]))
    }
  }

  /// The number of the first text of the list that stands in the value.
  func first(in value: [UInt8]) -> Int? {
    var least: Int?
    _ = any(in: value) { _, number in
      least = min(least ?? number, number)
      return false
    }
    return least
  }

  /// Whether `isWanted` accepts one of the places, in their order.
  private func any(in value: [UInt8], _ isWanted: (Range<Int>, Int) -> Bool) -> Bool {
    value.withUnsafeBufferPointer { value in
      for start in value.indices {
        for number in byFirst[Int(value[start])] {
          let text = texts[number]
          let end = start + text.count
          guard end <= value.count, value[start..<end].elementsEqual(text),
            isWanted(start..<end, number)
          else { continue }
          return true
        }
      }
      return false
    }
  }
}
