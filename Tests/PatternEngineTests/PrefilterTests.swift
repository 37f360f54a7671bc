import Testing

@testable import PatternEngine

/// A set gives every match that the slow, obvious way gives, and no other, in the same order.
@Suite struct PrefilterTests {
  /// What a set finds in a text, by pattern.
  private static func found(
    _ set: PatternSet, _ filter: Prefilter, in text: [UInt8], cache: inout SearchCache
  ) -> [[[Range<Int>?]]] {
    var found: [[[Range<Int>?]]] = Array(repeating: [], count: set.index.facts.count)
    text.withUnsafeBufferPointer { bytes in
      set.forEachMatch(in: bytes, filter: filter, cache: &cache) { match in
        if match.groups.first != .some(match.range) {
          Issue.record("the range of \(match) is not that of its first group")
        }
        found[match.pattern].append(match.groups)
      }
    }
    return found
  }

  /// A cache that filters texts in blocks so small that all that is found lies across their edges, and
  /// rules places out from the first on.
  private static func cache(blockSize: Int) -> SearchCache {
    var cache = SearchCache()
    cache.blockSize = blockSize
    cache.relaxedLimit = 0
    return cache
  }

  /// Holds a set against the slow way, over texts that share their caches.
  private static func expectAgreement(
    _ patterns: [String], _ texts: some Sequence<[UInt8]>, note: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let set = try PatternSet(patterns)
    let filter = set.filter()
    let programs = try patterns.map { try ProgramCompiler.compile($0) }
    var matchers = programs.map { Matcher($0, relaxedLimit: 0) }
    var whole = SearchCache()
    var blocks = [1, 7, 32].map { cache(blockSize: $0) }
    var isUsed = false
    for (number, text) in texts.enumerated() {
      let found = found(set, filter, in: text, cache: &whole)
      let block = number % blocks.count
      let inBlocks = Self.found(set, filter, in: text, cache: &blocks[block])
      for (index, pattern) in patterns.enumerated() {
        let expected = simulatedMatches(programs[index], in: text)
        let alone = matchers[index].matches(in: text)
        isUsed = isUsed || !expected.isEmpty
        if found[index] != expected || inBlocks[index] != expected || alone != expected {
          Issue.record(
            """
            \(note) /\(pattern)/ on \(String(decoding: text, as: UTF8.self).debugDescription): \
            expected \(expected), set \(found[index]), in blocks of \(blocks[block].blockSize) \
            \(inBlocks[index]), matcher \(alone)
            """, sourceLocation: sourceLocation)
          return
        }
      }
    }
    #expect(isUsed, "\(note): nothing was found in any text", sourceLocation: sourceLocation)
  }

  // MARK: - All small texts

  /// What may stand before and after a literal, so that candidates have a start that is known, is
  /// within bounds, or is not.
  private static let befores = [
    "", "\\b", "^", "(?m:^)", "[ab]", "[ab]{0,2}", "[abc]{1,3}", "(?:a|bb)?", "[^\\n]*", "c*?",
    "([abc]{0,3})", "((?:[ac]{0,2}?))",
  ]
  private static let literals = [
    "ab", "(?i)Ab", "abca", "(?:ab|ba)", "(?:abc|b)", "[ab]c", "b", "aa",
  ]
  private static let afters = [
    "", "\\b", "$", "(?m:$)", "a?", "[ab]{0,2}", "c*", "[^\\n]*", "b??c",
  ]

  @Test(arguments: literals)
  func `literals with all that may stand around them, over all small texts`(literal: String) throws
  {
    let patterns = Self.befores.flatMap { before in
      Self.afters.map { after in before + literal + after }
    }
    try Self.expectAgreement(
      patterns, EngineAgreementTests.texts(Array("abc".utf8), upTo: 4), note: literal)
    var random = SplitMix(state: UInt64(literal.utf8.count))
    let alphabet = Array("aabbcABC \n".utf8)
    try Self.expectAgreement(
      patterns,
      (0..<60).map { _ in
        (0..<(5 + Int(random.next() % 40))).map { _ in
          alphabet[Int(random.next() % UInt64(alphabet.count))]
        }
      }, note: literal)
  }

  @Test func `words that are compared in the same places are one comparison`() throws {
    let patterns = [
      "\\b(?:20|23|27|30)-?\\d{8}-?\\d\\b", "\\b(?:4\\d{6}|5\\d{6}|61\\d{5})\\b",
      "(?:12|34|56)\\d{4}", "(?i)(?:ab12|cd34)x",
    ]
    var random = SplitMix(state: 11)
    let alphabet = Array("00112233445678-aAbBcCdDxX ".utf8)
    let texts = (0..<3_000).map { _ in
      (0..<(8 + Int(random.next() % 24))).map { _ in
        alphabet[Int(random.next() % UInt64(alphabet.count))]
      }
    }
    let known = [
      "x 20-12345678-9 ", "2312345678-9", "4123456", "5000000,6112345", "129999", "CD34x",
    ]
    try Self.expectAgreement(patterns, known.map { Array($0.utf8) } + texts)
    // Without and with each dash: four runs for sixteen spellings.
    let set = try PatternSet([patterns[0]])
    var triggers: [PatternIndex.Trigger] = []
    var steps: [UInt32] = []
    for group in 0..<set.index.groupCount {
      _ = set.index.group(group, triggers: &triggers, steps: &steps)
    }
    #expect(triggers.count <= 4)
  }

  @Test func `a literal at the very start, at the very end and cut off`() throws {
    let words = ["a", "ab", "abc", "abcd", "abcde", "abcdefghijklm"]
    let patterns = words.flatMap { word -> [String] in
      [
        word, "(?i)\(word)", "\\b\(word)\\b", "\(word).", ".\(word)",
        "[^x]{0,3}\(word)[^x]{0,3}",
      ]
    }
    var texts: [[UInt8]] = []
    for word in words {
      let word = Array(word.utf8)
      for start in 0...word.count {
        for end in start...word.count {
          for margin in 0...4 {
            let space = Array(repeating: UInt8(ascii: " "), count: margin)
            texts.append(word[start..<end] + space)
            texts.append(space + word[start..<end])
          }
        }
      }
    }
    try Self.expectAgreement(patterns, texts)
  }

  @Test(arguments: [
    ("[ab]{0,9}key", true), ("(?:(?<n>([ab]{0,9})(?:key|token)=))", true), ("[ab]{0,9}?key", true),
    ("[ab]{1,9}key", false), ("[ab]*key", false), ("\\b[ab]{0,9}key", false), ("key", false),
    ("[ab]{0,9}.key", true), ("(?:[ab]{0,9}|x)key", false), ("[ab]{0,9}c?key", true),
    ("[ab]{0,9}c*key", false),
    ("[ab]{0,90}key", false), ("(?:ab){0,9}key", false),
  ])
  func `bytes before a literal of which nothing is asked are a free prefix`(
    pattern: String, isFree: Bool
  ) throws {
    #expect(try PatternIndex([pattern]).facts[0].hasFreePrefix == isFree)
  }

  /// All bytes beyond ASCII have a few classes, so that these words look alike to the filter.
  @Test(arguments: [UInt64](1...4))
  func `words of scripts beyond ASCII are told apart`(seed: UInt64) throws {
    let words = [
      "пароль", "密码", "密碼", "口令", "パスワード", "비밀번호", "סיסמה", "รหัส", "κωδικός", "ключ",
    ]
    let patterns = words.flatMap { word in
      [
        word, "(?i)\(word)", "\(word)[:：] ?(?<value>[a-z]{1,9})", "[^\\n]{0,6}\(word)",
        "\\b\(word)\\b",
      ]
    }
    var random = SplitMix(state: seed)
    let pieces =
      words.map { Array($0.utf8) } + [Array("：".utf8), Array(": ab".utf8), [0xD0], [0x20]]
    try Self.expectAgreement(
      patterns,
      (0..<40).map { _ in
        (0..<8).flatMap { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
      }, note: "seed \(seed)")
  }

  /// By their pairs of letters it is the other way round.
  @Test(arguments: [("sinch", "token"), ("particle", "password"), ("kraken", "secret")])
  func `a rare name is looked for, not the frequent word behind it`(name: String, word: String)
    throws
  {
    let costs = try PatternIndex(["(?i)\(name)", "(?i)\(word)"]).facts.map(\.cost)
    #expect(costs[0] < costs[1])
    let facts = try PatternIndex(["(?i)\(name)[0-9a-z_.-]{0,20}\(word)"]).facts[0]
    #expect(facts.maximumBefore == 0)
  }

  // MARK: - Random texts

  /// What a search from candidate to candidate could get wrong: matches that reach over the next
  /// candidates, that begin before one and fail, or whose start is far from the literal.
  private static let wide = [
    "[^\"]{0,20}key", "a.{0,12}key.{0,12}b", "(?:key|token)[^\\n]{0,9}=", "key.*token",
    "key.*?token",
    "\"[^\"]*key[^\"]*\"", "[a-z]{3,8}=[0-9]{2}", "k(?:ey)?=", "(?:a|b)*key", "(?s:.){0,30}token",
    "(?s:.)*token", "token|[^ ]{1,6}key", "(?:key){2,4}", "keykey|key", "key|keykey", "[^k]key\\b",
    "\\bkey", "(?m:^)[ \\t]{0,4}key", "key[ \\t]{0,4}(?m:$)",
    "(?i)KEY\\s{0,3}[:=]\\s{0,3}(\\w{0,9})",
    "([ab]{0,4})(key|token)([ab]{0,4})", "[0-9]{3}-?[0-9]{3}",
    "[a-z0-9.]{1,9}@[a-z]{1,9}\\.[a-z]{2}",
    "(?:ke|to)(?:y|ken)", "x{0,3}key(?:y|x{2,5})", "key(?:.{5}|.{2})", "(?:.{5}|.{2})key", "=.=",
    "[^\\s]{1,40}ghp_[A-Za-z0-9]{4}", "ключ.{0,4}=", "(?i:é)key", "aa", "aba", "a{2,3}b{2,3}",
    "b??key", "(?:|a|ab)key", "(?:ab|a|)key", "token(?:s|ize|)", "[kt][eo][yk]", "\\B=\\B", "=$",
    "^=", "[a-z.]{0,5}(?:key|to)[a-z]{0,3}=", "([a-z=]{0,9})(?:key|token)[ =]{0,4}[0-9]",
    "[a-z]{0,4}key[a-z]{0,4}key",
  ]

  @Test(arguments: [UInt64](1...8))
  func `wide patterns agree on texts made of their samples`(seed: UInt64) throws {
    var maker = try TextMaker(Self.wide, random: SplitMix(state: seed))
    try Self.expectAgreement(
      Self.wide, (0..<50).map { maker.text($0 % 10 == 0 ? 1_000 : 150) }, note: "seed \(seed)")
  }

  @Test(arguments: [UInt64](1...60))
  func `random patterns agree on texts made of their samples`(seed: UInt64) throws {
    var maker = PatternMaker(random: SplitMix(state: seed))
    let patterns = (0..<12).map { _ in maker.pattern() }
    var texts = try TextMaker(patterns, random: maker.random)
    // What matches only the empty text, or nothing at all, is no use alone.
    try Self.expectAgreement(
      patterns + ["key"],
      (0..<30).map { texts.text($0 % 10 == 0 ? 800 : 120) } + [Array("key".utf8)],
      note: "seed \(seed)")
  }

  @Test(arguments: [UInt64](1...20))
  func `random patterns agree with the naive matcher`(seed: UInt64) throws {
    var maker = PatternMaker(random: SplitMix(state: seed &* 7_919))
    var compared = 0
    for _ in 0..<40 {
      let pattern = maker.pattern()
      let naive = try NaiveMatcher(pattern)
      guard !naive.isAmbiguous else { continue }
      let program = try ProgramCompiler.compile(pattern)
      var texts = try TextMaker([pattern], random: maker.random)
      for _ in 0..<12 {
        let text = texts.text(24)
        guard let expected = naive.matches(in: text, effort: 20_000) else { continue }
        compared += 1
        let found = simulatedMatches(program, in: text)
        #expect(
          found == expected,
          "seed \(seed): /\(pattern)/ on \(String(decoding: text, as: UTF8.self).debugDescription)")
      }
    }
    #expect(compared > 100)
  }

  @Test func `many patterns that share words agree`() throws {
    var patterns: [String] = []
    for word in ["key", "secret", "token", "api_key", "passwd"] {
      for mark in ["=", ":", "=>", ":=", "[ \\t]{0,3}="] {
        for value in ["[a-z]{4}", "\"[^\"]{1,9}\"", "[0-9a-f]{8}", "'(?<value>[^'\\n]{0,7})'"] {
          patterns.append("(?i)\(word)\(mark)\(value)")
          patterns.append("\\b\(word)\\s?\(mark)\\s?\(value)\\b")
        }
      }
    }
    var maker = try TextMaker(patterns, random: SplitMix(state: 99))
    try Self.expectAgreement(patterns, (0..<12).map { _ in maker.text(600) })
  }

  @Test(arguments: [UInt64](1...4))
  func `wide patterns agree on texts of many blocks`(seed: UInt64) throws {
    let set = try PatternSet(Self.wide)
    let filter = set.filter()
    var matchers = try Self.wide.map { try Matcher($0) }
    var maker = try TextMaker(Self.wide, random: SplitMix(state: seed &* 104_729))
    var cache = SearchCache()
    for round in 0..<3 {
      // Long stretches of nothing, and something at every edge.
      var text: [UInt8] = []
      for edge in 1...3 {
        let piece = maker.text(200)
        let start = max(text.count, edge * cache.blockSize - piece.count / 2)
        text += Array(
          repeating: round == 0 ? UInt8(ascii: "z") : UInt8(ascii: " "), count: start - text.count)
        text += piece
      }
      let found = Self.found(set, filter, in: text, cache: &cache)
      for index in Self.wide.indices {
        let expected = matchers[index].matches(in: text)
        if found[index] != expected {
          Issue.record(
            """
            seed \(seed), round \(round): /\(Self.wide[index])/: expected \(expected.prefix(20)), \
            found \(found[index].prefix(20))
            """)
        }
      }
    }
  }

  // MARK: - What surrounds a search

  @Test func `what is not wanted changes nothing else`() throws {
    let set = try PatternSet(Self.wide)
    let (all, some) = (set.filter(), set.filter { $0 % 3 == 0 })
    var maker = try TextMaker(Self.wide, random: SplitMix(state: 5))
    var cache = SearchCache()
    for _ in 0..<60 {
      let text = maker.text(200)
      let foundOfAll = Self.found(set, all, in: text, cache: &cache)
      let foundOfSome = Self.found(set, some, in: text, cache: &cache)
      for index in Self.wide.indices {
        #expect(foundOfSome[index] == (index % 3 == 0 ? foundOfAll[index] : []))
      }
    }
  }

  @Test func `each pattern's matches come in order and apart`() throws {
    let set = try PatternSet(Self.wide)
    let filter = set.filter()
    var maker = try TextMaker(Self.wide, random: SplitMix(state: 6))
    var cache = Self.cache(blockSize: 50)
    for _ in 0..<60 {
      var ends = Array(repeating: 0, count: Self.wide.count)
      maker.text(400).withUnsafeBufferPointer { text in
        set.forEachMatch(in: text, filter: filter, cache: &cache) { match in
          #expect(match.range.lowerBound >= ends[match.pattern])
          ends[match.pattern] = match.range.upperBound
        }
      }
    }
  }

  @Test func `the same cache gives the same again`() throws {
    let set = try PatternSet(Self.wide)
    let filter = set.filter()
    var maker = try TextMaker(Self.wide, random: SplitMix(state: 7))
    let texts = (0..<30).map { _ in maker.text(300) }
    var cache = SearchCache()
    let first = texts.map { Self.found(set, filter, in: $0, cache: &cache) }
    for (text, expected) in zip(texts, first).reversed() {
      #expect(Self.found(set, filter, in: text, cache: &cache) == expected)
    }
  }
}
