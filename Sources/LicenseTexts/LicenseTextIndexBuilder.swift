// Not every shingle of every text fits into the file, nor need it: of short texts all are taken, of
// long ones a part, by hash, so that texts that share a passage share what is taken of it. What tells
// one license from its near twins is taken first: a few of the shingles that one has and the other lacks.

/// Makes the file that ``LicenseTextIndex`` reads, out of license texts.
package struct LicenseTextIndexBuilder {
  private var texts: [Text] = []
  private var deprecated: Set<String> = []

  private struct Text {
    var ids: [String]
    var words: [UInt64]
    /// Without those of notices.
    var shingles: Set<Shingle> = []
    /// Those at its beginning and its end.
    var outermost: [Shingle] = []
    var wordCount: Int { words.count }
  }

  /// Of texts up to so many words all shingles are taken.
  private static let wholeLength = 240
  /// Of a longer one as many, and one in so many of the words beyond, all over it.
  private static let sampling = 24
  /// How many shingles tell two near twins apart, if there are so many.
  private static let distinguishing = 12
  /// Twins share this much of the shorter text.
  private static let twinShare = 0.5

  /// Licenses that a passage is taken for before others that fit it nearly as well: those that the
  /// Open Source Initiative calls popular (https://opensource.org/licenses), and the first of the
  /// families that others were made from.
  private static let widelyUsed: Set = [
    "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-4.0",
    "CDDL-1.0", "CECILL-2.1", "EPL-2.0", "GFDL-1.3-only", "GPL-2.0-only", "GPL-3.0-only", "HPND",
    "ISC",
    "LGPL-2.1-only", "MIT", "MPL-1.1", "MPL-2.0", "OSL-3.0", "X11", "Zlib",
  ]

  package init() {}

  /// Adds a text. Texts whose words are the same become one, with all their ids.
  ///
  /// Of the same text an id that the license list calls deprecated is never the preferred one.
  package mutating func add(_ id: String, text: [UInt8], isDeprecated: Bool = false) {
    if isDeprecated { deprecated.insert(id) }
    var words = LicenseWords()
    words.read(text.span, in: 0..<text.count)
    guard words.count >= Shingle.length else { return }
    if let known = texts.firstIndex(where: { $0.words == words.hashes }) {
      texts[known].ids.append(id)
    } else {
      texts.append(Text(ids: [id], words: words.hashes))
    }
  }

  /// How many texts there are that differ in their words.
  package var count: Int { texts.count }

  /// The file; the same for the same texts, in whatever order they were added.
  ///
  /// Takes seconds for a thousand texts.
  package func build() -> [UInt8] {
    var texts = texts
    for index in texts.indices { texts[index].ids = ordered(texts[index].ids) }
    texts.sort { $0.ids[0] < $1.ids[0] }
    var notices: Set<Shingle> = []
    for text in texts { notices.formUnion(NoticeWords.shingles(in: text.words)) }
    for index in texts.indices {
      let own = Shingle.all(of: texts[index].words).filter { !notices.contains($0) }
      texts[index].shingles = Set(own)
      texts[index].outermost = [own.first, own.last].compactMap { $0 }
    }

    texts = Self.besideTwins(texts)
    var holders: [Shingle: [Int]] = [:]
    for (index, text) in texts.enumerated() {
      for shingle in text.shingles { holders[shingle, default: []].append(index) }
    }
    let chosen = Self.chosen(texts, holders).sorted()
    return LicenseTextFile(
      licenses: texts.map { text in
        let isWidelyUsed = text.ids.contains(where: Self.widelyUsed.contains)
        return .init(ids: text.ids, wordCount: text.wordCount, isWidelyUsed: isWidelyUsed)
      },
      shingles: chosen,
      holders: chosen.map { holders[$0] ?? [] }
    ).bytes
  }

  /// The id in use first: what is current before what is deprecated, short before long.
  private func ordered(_ ids: [String]) -> [String] {
    func rank(_ id: String) -> Int {
      if id.hasSuffix("-only") { return 0 }
      if deprecated.contains(id) { return 3 }
      // `GPL-2.0` gave way to `GPL-2.0-only`.
      return ids.contains("\(id)-only") ? 2 : 1
    }
    return Set(ids).sorted {
      (rank($0), $0.utf8.count, $0) < (rank($1), $1.utf8.count, $1)
    }
  }

  /// Each text before the one that shares most with it, so that lists of them are short.
  private static func besideTwins(_ texts: [Text]) -> [Text] {
    var holders: [Shingle: [Int]] = [:]
    for (index, text) in texts.enumerated() {
      for shingle in text.shingles { holders[shingle, default: []].append(index) }
    }
    var rest = Set(texts.indices.dropFirst())
    var order = texts.isEmpty ? [] : [0]
    while let last = order.last, !rest.isEmpty {
      var shared = [Int](repeating: 0, count: texts.count)
      for shingle in texts[last].shingles {
        for holder in holders[shingle] ?? [] { shared[holder] += 1 }
      }
      func likeness(_ index: Int) -> Double {
        Double(shared[index])
          / Double(texts[last].shingles.count + texts[index].shingles.count - shared[index] + 1)
      }
      let next = rest.max { (likeness($0), $1) < (likeness($1), $0) } ?? 0
      order.append(next)
      rest.remove(next)
    }
    return order.map { texts[$0] }
  }

  private static func chosen(_ texts: [Text], _ holders: [Shingle: [Int]]) -> Set<Shingle> {
    var chosen: Set<Shingle> = []
    for text in texts {
      // So that matches begin and end where the text does.
      chosen.formUnion(text.outermost)
      if text.wordCount <= wholeLength {
        chosen.formUnion(text.shingles)
      } else {
        let more = (text.wordCount - wholeLength) / sampling
        let share = UInt64(UInt32.max) * UInt64(wholeLength + more) / UInt64(text.wordCount)
        chosen.formUnion(text.shingles.filter { rank($0) < share })
      }
    }
    for (first, text) in texts.enumerated() where text.wordCount > wholeLength {
      var shared = [Int](repeating: 0, count: texts.count)
      for shingle in text.shingles {
        for holder in holders[shingle] ?? [] { shared[holder] += 1 }
      }
      let byRank = text.shingles.sorted { (rank($0), $0) < (rank($1), $1) }
      for (second, other) in texts.enumerated() where second != first {
        let shorter = min(text.shingles.count, other.shingles.count)
        guard Double(shared[second]) >= twinShare * Double(shorter) else { continue }
        let own = byRank.lazy.filter { !other.shingles.contains($0) }
        chosen.formUnion(own.prefix(distinguishing))
      }
    }
    return chosen
  }

  /// An order of shingles that has nothing to do with that of their numbers.
  private static func rank(_ shingle: Shingle) -> UInt32 {
    let mixed = UInt64(shingle.number) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: ((mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9) >> 32)
  }
}
