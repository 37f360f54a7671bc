import Testing

@testable import PatternEngine

/// What a search finds, kind by kind, as the suites of RE2, Rust's regex and Aho-Corasick have it
/// (`.ci/conformance` runs those), asked of every engine.
@Suite struct SearchSemanticsTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var pattern: String
    var text: String
    /// Match by match: `1-3` and its groups, `-` for one that took no part.
    var expected: String
    /// Nil is the whole text.
    var range: Range<Int>?

    init(_ pattern: String, _ text: String, _ expected: String, in range: Range<Int>? = nil) {
      (self.pattern, self.text, self.expected, self.range) = (pattern, text, expected, range)
    }

    var testDescription: String { "/\(pattern)/ on \(text.debugDescription)" }
  }

  private static let preference = [
    Example("ab|abcd", "abcd", "0-2"), Example("abcd|ab", "abcd", "0-4"),
    Example("(a|ab)(c|bcd)(d*)", "abcd", "0-4 0-1 1-4 4-4"),
    Example("a*?b", "aab", "0-3"), Example("a{1,3}?", "aaa", "0-1, 1-2, 2-3"),
    Example("a{1,3}", "aaaa", "0-3, 3-4"), Example("(a*)(ab)*(b*)", "abb", "0-3 0-1 - 1-3"),
    Example("(?U)a+(b+?)", "aabb", "0-4 2-4"), Example("sam|samwise", "samwise", "0-3"),
    Example("(?:samwise|sam)", "samwise", "0-7"),
  ]
  private static let groups = [
    Example("(a)|(b)", "ab", "0-1 0-1 -, 1-2 - 1-2"), Example("(?:(a)|b)*", "ab", "0-2 0-1"),
    Example("(a+|b)*", "ab", "0-2 1-2"), Example("((a)(b)?)+", "aba", "0-3 2-3 2-3 1-2"),
    Example("(?<year>\\d{4})-(\\d\\d)", "in 2024-05", "3-10 3-7 8-10"),
    Example("()", "a", "0-0 0-0, 1-1 1-1"), Example("(a?)b", "b", "0-1 0-0"),
  ]
  private static let empty = [
    Example("", "ab", "0-0, 1-1, 2-2"), Example("a*", "baac", "0-0, 1-3, 4-4"),
    Example("a|", "ba", "0-0, 1-2"), Example("|a", "a", "0-0, 1-1"),
    // No empty match within a scalar.
    Example("", "☃a", "0-0, 3-3, 4-4"), Example("b*", "éb", "0-0, 2-3"),
    Example("(?:)*", "a", "0-0, 1-1"), Example("(|a)+", "aa", "0-0 0-0, 1-1 1-1, 2-2 2-2"),
    Example("(a|)+", "aa", "0-2 1-2"),
    Example("$^", "", "0-0"), Example("\\b|a", "a b", "0-0, 1-1, 2-2, 3-3"),
  ]
  private static let assertions = [
    Example("^a", "aa", "0-1"), Example("a$", "a\na", "2-3"),
    Example("(?m)^a$", "a\nb\na", "0-1, 4-5"),
    Example("(?m)$", "a\n\nb", "1-1, 2-2, 4-4"), Example("\\Aa|b\\z", "ab", "0-1, 1-2"),
    Example("\\bx\\b", "x xx _x x", "0-1, 8-9"), Example("\\Bx", "xx-x", "1-2"),
    Example("^$", "", "0-0"), Example("$", "a\n", "2-2"), Example("a\\b", "ab a", "3-4"),
    // Word bytes are those of ASCII: beside a letter beyond it stands a boundary.
    Example("\\b1\\b", "β1β", "2-3"), Example("\\w+", "naïve", "0-2, 4-6"),
  ]
  private static let scalars = [
    Example(".", "é☃", "0-2, 2-5"), Example("[^a]", "aé", "1-3"), Example("[α-γ]+", "xαβγδ", "1-7"),
    Example("(?i)Δ", "δΔ", "0-2, 2-4"), Example("(?i)[a-z]+", "aK\u{212A}", "0-2"),
    Example("\\x{1F600}", "a😀", "1-5"), Example("(?i)straße", "STRAßE", "0-7"),
    Example("[[:^alpha:]]", "aé", "1-3"), Example("\\D", "1😀", "1-5"),
  ]
  private static let bounds = [
    // The bytes around a range count for assertions only.
    Example("\\bb", "ab b", "", in: 1..<2), Example("^a", "aa", "", in: 1..<2),
    Example("a$", "aa", "", in: 0..<1), Example("(?m)^a", "b\na", "2-3", in: 2..<3),
    Example("a+", "aaaa", "1-3", in: 1..<3), Example("", "aaa", "1-1, 2-2", in: 1..<2),
    Example("abc", "abc", "", in: 0..<2), Example("b?", "ab", "0-0", in: 0..<0),
  ]
  private static let words = [
    Example("abcd|bcd|cd", "abcdcd", "0-4, 4-6"), Example("inf|ind", "infind", "0-3, 3-6"),
    Example("(?i)foo|FOO|bar", "fOoBAR", "0-3, 3-6"), Example("b|bcd|cdd", "abcdd", "1-2, 2-5"),
    Example("libcore/|libstd/", "libcore/char/methods.rs", "0-8"),
    Example("aa", "aaaaa", "0-2, 2-4"),
    Example("amwix|samwise|sam.*", "Zsamwix", "1-7"), Example("x|", "axb", "0-0, 1-2, 3-3"),
  ]
  private static let repetition = [
    Example("a{2}{3}", "aaaaaaa", "0-6"), Example("a**", "aa", "0-2"),
    Example("(ab){2,}", "ababab", "0-6 4-6"),
    Example("a{0}b", "ab", "1-2"), Example("(a{0,2}){2}", "aaaaa", "0-4 2-4, 4-5 5-5"),
    Example("x{,2}", "x{,2}", "0-5"), Example("(?:a?){3}a{3}", "aaa", "0-3"),
    Example("(a|b|c|d){4,5}?e", "abcde", "0-5 3-4"),
  ]

  @Test(arguments: preference + groups + empty + assertions + scalars + bounds + words + repetition)
  func `every engine finds what the suites expect`(example: Example) throws {
    let text = Array(example.text.utf8)
    let range = example.range ?? 0..<text.count
    var matcher = try Matcher(example.pattern)
    #expect(matcher.matches(text, range: range) == !example.expected.isEmpty)
    let slow = simulatedMatches(matcher.program, in: text, range: range)
    #expect(written(slow) == example.expected)
    guard example.range == nil else { return }
    #expect(written(matcher.matches(in: text)) == example.expected)
    let set = try PatternSet(["never here", example.pattern])
    for blockSize in [16_384, 1] {
      var cache = SearchCache()
      cache.blockSize = blockSize
      var found: [[Range<Int>?]] = []
      text.withUnsafeBufferPointer { bytes in
        set.forEachMatch(in: bytes, filter: set.filter(), cache: &cache) { found.append($0.groups) }
      }
      #expect(written(found) == example.expected)
    }
  }

  private func written(_ matches: [[Range<Int>?]]) -> String {
    matches.map { groups in
      groups.map { $0.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "-" }.joined(separator: " ")
    }.joined(separator: ", ")
  }
}
