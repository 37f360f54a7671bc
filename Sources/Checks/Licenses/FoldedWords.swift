// A notice is the same notice however it is broken over lines, indented or fenced in comment marks.
// So what is read of it is the run of its words: letters, digits and the marks that versions need,
// in lower case, each with its place in the document. Everything between words is folded away.

/// The words of a stretch of bytes, in lower case, with their places.
package struct FoldedWords: Sendable {
  package private(set) var words: [String] = []
  /// Where each word lies in the bytes it was read from.
  package private(set) var ranges: [Range<Int>] = []

  /// Costs one pass over `range`, which callers bound.
  package init(_ bytes: [UInt8], in range: Range<Int>) {
    var start: Int?
    for index in range {
      if Self.isWord(bytes[index]) {
        if start == nil { start = index }
      } else if let begun = start {
        append(bytes, begun..<index)
        start = nil
      }
    }
    if let begun = start { append(bytes, begun..<range.upperBound) }
  }

  package init(_ text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(400))
    self.init(bytes, in: bytes.indices)
  }

  package var count: Int { words.count }

  /// The index of the first word that ends after `offset`, or the number of words.
  package func index(at offset: Int) -> Int {
    ranges.firstIndex { $0.upperBound > offset } ?? ranges.count
  }

  /// Whether the words of `run` (parted by single spaces) stand in a row within `bounds`.
  package func has(_ run: String, in bounds: Range<Int>? = nil) -> Bool {
    has(run.split(separator: " ").map(String.init), in: bounds)
  }

  /// Whether the words of `run` stand in a row within `bounds`.
  package func has(_ run: [String], in bounds: Range<Int>? = nil) -> Bool {
    let bounds = (bounds ?? 0..<words.count).clamped(to: 0..<words.count)
    guard let first = run.first, run.count <= bounds.count else { return false }
    for start in bounds.lowerBound...(bounds.upperBound - run.count) where words[start] == first {
      if run.indices.allSatisfy({ words[start + $0] == run[$0] }) { return true }
    }
    return false
  }

  package func hasOne(of runs: [String], in bounds: Range<Int>? = nil) -> Bool {
    runs.contains { has($0, in: bounds) }
  }

  /// Whether one of the words is `stem`, or `stem` with a version such as `gplv3+`, `lgpl2.1`.
  func hasStem(_ stem: String) -> Bool {
    words.contains { word in
      guard word.hasPrefix(stem) else { return false }
      guard let next = word.utf8.dropFirst(stem.utf8.count).first else { return true }
      return next == UInt8(ascii: "v") || next == UInt8(ascii: "+")
        || next >= UInt8(ascii: "0") && next <= UInt8(ascii: "9")
    }
  }

  /// The one of `versions` that is stated first, as in `3`, `v3`, `gplv3+`, `3.0`.
  func version(among versions: [String]) -> String? {
    for word in words {
      let digits = word.utf8.drop { !($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) }
      let stated = String(decoding: digits.prefix { $0 != UInt8(ascii: "+") }, as: UTF8.self)
      guard !stated.isEmpty else { continue }
      if let exact = versions.first(where: { $0 == stated || $0 == stated + ".0" }) { return exact }
    }
    return nil
  }

  /// The version that is stated, or a later one.
  var allowsLater: Bool {
    Self.later.isFound(in: self)
      || words.contains { $0.utf8.last == UInt8(ascii: "+") }
  }

  private static let later = PhraseSet([
    "or later", "or any later", "any later version", "later version", "or newer", "and later",
    "or any newer", "or higher", "or above", "plus",
  ])

  private mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
    var range = range
    while range.count > 1, bytes[range.upperBound - 1] == UInt8(ascii: ".") {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    guard bytes[range.upperBound - 1] != UInt8(ascii: ".") else { return }
    let folded = bytes[range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    words.append(String(decoding: folded, as: UTF8.self))
    ranges.append(range)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"):
      true
    default: byte >= 0x80
    }
  }
}
