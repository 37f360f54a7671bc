/// Phrases of one or more words, looked for together in one pass over folded words.
struct PhraseSet: Sendable {
  /// The phrases by their first word, split into words.
  private let byFirst: [String: [[String]]]

  init(_ phrases: [String]) {
    let split = phrases.map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
    byFirst = Dictionary(grouping: split) { $0[0] }
  }

  /// Whether one of the phrases stands within `bounds`; costs one look-up a word.
  func isFound(in words: FoldedWords, _ bounds: Range<Int>? = nil) -> Bool {
    let bounds = (bounds ?? 0..<words.count).clamped(to: 0..<words.count)
    for start in bounds {
      guard let phrases = byFirst[words.words[start]] else { continue }
      for phrase in phrases
      where start + phrase.count <= bounds.upperBound
        && phrase.indices.allSatisfy({ words.words[start + $0] == phrase[$0] })
      {
        return true
      }
    }
    return false
  }
}
