// A notice is the same notice however it is broken over lines, indented or fenced in comment marks.
// So what is read of it is the run of its words: letters, digits and the marks that versions need,
// in lower case, each with its place in the document. Everything between words is folded away.
// Words are compared by a hash of 64 bits, so that reading a paragraph makes no strings.

import SourceText

/// The words of a stretch of bytes, in lower case, with their places.
package struct FoldedWords: Sendable {
  private let bytes: [UInt8]
  /// What each word is compared by; see ``hash(_:)``.
  private(set) var hashes: [UInt64] = []
  /// Where each word lies in the bytes it was read from.
  package private(set) var ranges: [Range<Int>] = []

  /// Costs one pass over `range`, which callers bound.
  package init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    var hashes: [UInt64] = []
    var ranges: [Range<Int>] = []
    hashes.reserveCapacity(range.count / 5 + 2)
    ranges.reserveCapacity(range.count / 5 + 2)
    bytes.withUnsafeBufferPointer { bytes in
      var place = range.lowerBound
      while place < range.upperBound {
        guard Self.isWord[Int(bytes[place])] else {
          place += 1
          continue
        }
        let start = place
        var end = place
        var hash = Self.emptyHash
        var ended = hash
        repeat {
          let byte = bytes[place]
          hash = Self.hash(hash, byte.asciiLowercased)
          place += 1
          // Full stops at the end belong to the sentence.
          if byte != UInt8(ascii: ".") {
            end = place
            ended = hash
          }
        } while place < range.upperBound && Self.isWord[Int(bytes[place])]
        guard end > start else { continue }
        hashes.append(ended)
        ranges.append(start..<end)
      }
    }
    self.hashes = hashes
    self.ranges = ranges
  }

  package init(_ text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(400))
    self.init(bytes, in: bytes.indices)
  }

  package var count: Int { hashes.count }

  /// The bytes of a word as they are written.
  func written(_ index: Int) -> ArraySlice<UInt8> { bytes[ranges[index]] }

  /// A word in lower case.
  func word(_ index: Int) -> String {
    String(decoding: written(index).map(\.asciiLowercased), as: UTF8.self)
  }

  /// All words in lower case.
  package var words: [String] { ranges.indices.map(word) }

  /// The index of the first word that ends after `offset`, or the number of words.
  package func index(at offset: Int) -> Int {
    ranges.indices.partitioningIndex { ranges[$0].upperBound > offset }
  }

  /// Whether the words of `run` (in lower case, parted by single spaces) stand in a row within `bounds`.
  package func has(_ run: StaticString, in bounds: Range<Int>? = nil) -> Bool {
    let bounds = (bounds ?? 0..<count).clamped(to: 0..<count)
    return run.withUTF8Buffer { run in
      var first = Self.emptyHash
      var end = 0
      while end < run.count, run[end] != 0x20 {
        first = Self.hash(first, run[end])
        end += 1
      }
      return bounds.contains { start in
        hashes[start] == first
          && follows(UnsafeBufferPointer(rebasing: run[end...]), start + 1, bounds.upperBound)
      }
    }
  }

  /// Whether the words of a run, each after a space, stand from a place on.
  private func follows(_ run: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    var place = 0
    while place < run.count {
      place += 1
      var hash = Self.emptyHash
      while place < run.count, run[place] != 0x20 {
        hash = Self.hash(hash, run[place])
        place += 1
      }
      guard index < end, hashes[index] == hash else { return false }
      index += 1
    }
    return true
  }

  package func hasOne(of runs: [StaticString], in bounds: Range<Int>? = nil) -> Bool {
    runs.contains { has($0, in: bounds) }
  }

  /// Whether one of the words begins like that.
  func hasPrefix(_ prefix: StaticString, in bounds: Range<Int>? = nil) -> Bool {
    (bounds ?? 0..<count).contains { begins($0, with: prefix) }
  }

  private func begins(_ index: Int, with prefix: StaticString) -> Bool {
    let word = ranges[index]
    guard word.count >= prefix.utf8CodeUnitCount else { return false }
    return prefix.withUTF8Buffer { prefix in
      prefix.indices.allSatisfy {
        bytes[word.lowerBound + $0].asciiLowercased == prefix[$0]
      }
    }
  }

  /// Whether one of the words is `stem`, or `stem` with a version such as `gplv3+`, `lgpl2.1`.
  func hasStem(_ stem: StaticString, in bounds: Range<Int>? = nil) -> Bool {
    (bounds ?? 0..<count).contains { index in
      guard begins(index, with: stem) else { return false }
      guard let next = written(index).dropFirst(stem.utf8CodeUnitCount).first else { return true }
      return next | 0x20 == UInt8(ascii: "v") || next == UInt8(ascii: "+") || next.isASCIIDigit
    }
  }

  /// Whether a word is a version or the like: `2`, `v3`, `2.0+`.
  func isNumber(_ index: Int) -> Bool {
    let word = written(index)
    let digits =
      word.first.map { $0 | 0x20 == UInt8(ascii: "v") } ?? false ? word.dropFirst() : word
    return !digits.isEmpty
      && digits.allSatisfy {
        $0.isASCIIDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+")
      }
  }

  /// The one of `versions` that is stated first, as in `3`, `v3`, `gplv3+`, `3.0`.
  func version(among versions: [String]) -> String? {
    for index in ranges.indices {
      let digits = written(index).drop { !$0.isASCIIDigit }
      guard !digits.isEmpty else { continue }
      let stated = String(
        decoding: digits.prefix { $0 != UInt8(ascii: "+") }.map(\.asciiLowercased), as: UTF8.self)
      if let exact = versions.first(where: { $0 == stated || $0 == stated + ".0" }) { return exact }
    }
    return nil
  }

  /// The version that is stated, or a later one.
  var allowsLater: Bool {
    Self.later.isFound(in: self)
      || ranges.contains { bytes[$0.upperBound - 1] == UInt8(ascii: "+") }
  }

  private static let later = PhraseSet([
    "or later", "or any later", "any later version", "later version", "or newer", "and later",
    "or any newer", "or higher", "or above", "plus",
  ])

  // MARK: - Comparing words

  /// The hash of a word in lower case (FNV-1a), by which words are compared.
  static func hash(_ word: some Sequence<UInt8>) -> UInt64 { word.reduce(emptyHash, hash) }

  private static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private static let isWord: [Bool] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"), 0x80...0xFF:
      true
    default: false
    }
  }
}
