/// Phrases of one or more words, looked for together in one pass over folded words.
struct PhraseSet: Sendable {
  private struct Phrase {
    /// Its place in the list.
    var number: Int
    /// The hashes of its words after the first.
    var rest: [UInt64]
  }

  /// The hashes of first words, 0 where there is none; what collides stands in the next free slot.
  private let firsts: [UInt64]
  private let mask: Int
  /// The phrases of each slot.
  private let phrases: [[Phrase]]

  init(_ texts: [String]) {
    let split = texts.map { $0.split(separator: " ").map { FoldedWords.hash($0.utf8) } }
    var size = 8
    while size < split.count * 3 { size *= 2 }
    mask = size - 1
    var firsts = [UInt64](repeating: 0, count: size)
    var phrases = [[Phrase]](repeating: [], count: size)
    for (number, hashes) in split.enumerated() {
      guard let first = hashes.first else { continue }
      var slot = Int(truncatingIfNeeded: first) & mask
      while firsts[slot] != 0, firsts[slot] != first { slot = (slot + 1) & mask }
      firsts[slot] = first
      phrases[slot].append(Phrase(number: number, rest: Array(hashes.dropFirst())))
    }
    self.firsts = firsts
    self.phrases = phrases
  }

  /// Whether a word alone is one of the phrases.
  func holds(_ hash: UInt64) -> Bool {
    guard let slot = slot(of: hash) else { return false }
    return phrases[slot].contains { $0.rest.isEmpty }
  }

  private func slot(of hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while firsts[slot] != 0 {
      if firsts[slot] == hash { return slot }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Whether one of the phrases stands within `bounds`; costs one look-up a word.
  func isFound(in words: FoldedWords, _ bounds: Range<Int>? = nil) -> Bool {
    let bounds = (bounds ?? 0..<words.count).clamped(to: 0..<words.count)
    for start in bounds {
      guard let slot = slot(of: words.hashes[start]) else { continue }
      for phrase in phrases[slot] where stands(phrase, words, start, bounds.upperBound) {
        return true
      }
    }
    return false
  }

  /// How many words the longest of the phrases has that begin with the word of that number; 0 where
  /// there is none.
  func length(in words: FoldedWords, at start: Int) -> Int {
    guard let slot = slot(of: words.hashes[start]) else { return 0 }
    return phrases[slot].filter { stands($0, words, start, words.count) }
      .map { $0.rest.count + 1 }.max() ?? 0
  }

  /// The number of the first phrase of the list that stands anywhere within `bounds`.
  func first(in words: FoldedWords, _ bounds: Range<Int>? = nil) -> Int? {
    let bounds = (bounds ?? 0..<words.count).clamped(to: 0..<words.count)
    var least: Int?
    for start in bounds {
      guard let slot = slot(of: words.hashes[start]) else { continue }
      for phrase in phrases[slot] where stands(phrase, words, start, bounds.upperBound) {
        least = min(least ?? phrase.number, phrase.number)
      }
    }
    return least
  }

  private func stands(_ phrase: Phrase, _ words: FoldedWords, _ start: Int, _ end: Int) -> Bool {
    start + 1 + phrase.rest.count <= end
      && phrase.rest.indices.allSatisfy { words.hashes[start + 1 + $0] == phrase.rest[$0] }
  }
}
