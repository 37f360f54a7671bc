@testable import PatternEngine

/// The suite of literal searchers: sets of words, searched in several ways.
enum LiteralCases {
  static func ahoCorasick(_ example: Case) throws -> Outcome {
    let words = example.label["patterns"] as? [String] ?? []
    let expected = (example.label["matches"] as? [[Int]] ?? []).map {
      Found(word: $0[0], range: $0[1]..<$0[2])
    }
    let folds = example.group.contains("CASE_INSENSITIVE")
    let isAnchored = example.group.contains("ANCHORED")
    guard !words.isEmpty else { return .exact("no words, no matches") }
    if example.group.contains("STANDARD") {
      return .outside("the match that ends first: ours is the first alternative's")
    }
    if example.group.hasSuffix("OVERLAPPING"), !example.group.contains("NON_") {
      if isAnchored { return .outside("overlapping matches of one place") }
      return try overlapping(words, folds, example, expected)
    }
    // The longest of several words is the first, once longer ones stand before shorter ones.
    var order = Array(words.indices)
    let isLongest = example.group.contains("LONGEST")
    if isLongest { order.sort { (words[$1].utf8.count, $0) < (words[$0].utf8.count, $1) } }
    let pattern =
      (folds ? "(?i)" : "") + order.map { "(\(quoted(words[$0])))" }.joined(separator: "|")
    let asking = Asking(
      pattern: pattern, text: example.text, range: 0..<example.text.count, isAnchored: isAnchored)
    for (engine, matches) in try asking.answers() {
      let found = matches.map { groups in
        Found(
          word: order[(groups.dropFirst().firstIndex { $0 != nil } ?? 1) - 1],
          range: groups[0] ?? 0..<0)
      }
      if found != expected { return .differs("\(engine): \(found) for \(expected)") }
    }
    return .exact(
      "an alternation" + (isLongest ? ", longest first" : "") + (isAnchored ? ", anchored" : "")
        + (folds ? ", case folded" : ""))
  }

  private struct Found: Hashable, CustomStringConvertible {
    var word: Int
    var range: Range<Int>
    var description: String { "\(word)@\(range.lowerBound)-\(range.upperBound)" }
  }

  /// A set finds each word wherever it stands apart from itself, whatever the others do.
  private static func overlapping(
    _ words: [String], _ folds: Bool, _ example: Case, _ expected: [Found]
  ) throws -> Outcome {
    for word in words.indices {
      let own = expected.filter { $0.word == word }.map(\.range)
        .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      if zip(own, own.dropFirst()).contains(where: { $0.upperBound > $1.lowerBound }) {
        return .outside("a word that overlaps itself: a pattern's matches lie apart")
      }
    }
    let set = try PatternSet(words.map { (folds ? "(?i)" : "") + quoted($0) })
    var cache = SearchCache()
    var found: Set<Found> = []
    example.text.withUnsafeBufferPointer { text in
      set.forEachMatch(in: text, filter: set.filter(), cache: &cache) { match in
        found.insert(Found(word: match.pattern, range: match.range))
      }
    }
    guard found == Set(expected) else { return .differs("set: \(found) for \(expected)") }
    return .exact("a set of patterns" + (folds ? ", case folded" : ""))
  }

  private static func quoted(_ word: String) -> String {
    var result = ""
    for scalar in word.unicodeScalars {
      if scalar.isASCII, !scalar.properties.isAlphabetic, !scalar.properties.isWhitespace,
        scalar.properties.numericType == nil
      {
        result += "\\x{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
