import Testing

@testable import PatternEngine

@Suite struct PatternParserTests {
  @Test(arguments: [
    ("(acme_[a-z]+", "unclosed group", 0),
    ("a)b", "unmatched closing parenthesis", 1),
    ("x[a-", "unclosed character class", 1),
    ("[z-a]", "range is in the wrong order", 1),
    ("*a", "nothing to repeat before `*`", 0),
    ("a{3,2}", "repetition counts are in the wrong order", 1),
    ("a{2000}", "repetition count is over 1000", 2),
    ("(a)\\1", "back-references are not supported: matching never backtracks", 3),
    ("a(?=b)", "look-around is not supported: matching never backtracks", 1),
    ("a(?<!b)", "look-around is not supported: matching never backtracks", 1),
    ("a++", "possessive repetition is not supported: matching never backtracks", 2),
    ("\\pL", "Unicode property classes are not supported: name the ranges", 0),
    ("é\\y", "unknown escape `\\y`", 2),
    ("(?<a>x)(?<a>y)", "group name `a` is used twice", 10),
    ("\\x{110000}", "not a Unicode scalar", 0),
    ("abc\\", "nothing after the backslash", 3),
    ("(?q)a", "unknown flag `q` (known: i m s x U)", 2),
  ])
  func `a fault is named and placed`(pattern: String, message: String, offset: Int) {
    #expect(throws: PatternError(message, at: offset)) { try PatternParser.parse(pattern) }
  }

  @Test func `nesting is bounded`() {
    let pattern = String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000)
    #expect(throws: PatternError.self) { try PatternParser.parse(pattern) }
  }

  @Test func `repetitions of repetitions are bounded`() throws {
    let many = "a" + String(repeating: "*", count: 100_000)
    #expect(throws: PatternError("more than 8 repetitions of one another", at: 9)) {
      try PatternParser.parse(many)
    }
    // The deepest tree that is let through has room on the stack of a worker.
    let level = String(repeating: "*", count: 8)
    let deepest =
      String(repeating: "(", count: 100) + "a" + level
      + String(repeating: ")" + level, count: 100)
    #expect(try ProgramCompiler.compile(deepest).instructions.count > 900)
  }

  @Test(arguments: ["((a{900}){900}){900}", "(((){900}){900}){900}", "(\\b){1000}{1000}"])
  func `unfolded size is bounded`(pattern: String) {
    #expect(throws: PatternError.self) { try ProgramCompiler.compile(pattern) }
  }

  @Test func `what comes to nothing is unfolded once`() throws {
    #expect(try ProgramCompiler.compile("(?:){1000}{1000}{1000}{1000}a").instructions.count < 10)
  }

  @Test(arguments: [
    ("(?i)straße", "STRAßE", 0..<7), ("(?x) a b # c\n c", "abc", 0..<3),
    ("\\Qa.b\\E", "xa.b", 1..<4),
    ("[[:digit:]]+", "a12", 1..<3), ("[^a-c]", "abçd", 2..<4), ("\\x41\\x{263a}", "A☺", 0..<4),
    ("(?i)ПАРОЛЬ", "пароль", 0..<12), ("(?s)a.b", "a\nb", 0..<3), ("a{,2}", "a{,2}", 0..<5),
    ("(?U)a+", "aaa", 0..<1), ("(?P<n>b)", "ab", 1..<2), ("[]a]+", "]a", 0..<2),
    ("\\060", "10", 1..<2),
    ("(?i:A)b", "ab", 0..<2),
  ])
  func `syntax means what RE2 says it means`(pattern: String, text: String, range: Range<Int>)
    throws
  {
    var matcher = try Matcher(pattern)
    #expect(matcher.matches(in: Array(text.utf8)).first?.first == range)
  }
}

@Suite struct LiteralExtractionTests {
  private func facts(_ pattern: String) throws -> PatternIndex.Facts {
    try PatternSet([pattern]).facts(of: 0)
  }

  @Test(arguments: [
    #"\b(?<value>gh[pousr]_[0-9A-Za-z]{36})\b"#, #"(?i)(?:password|passwd|pwd)\s{0,3}[:=]"#,
    #"[a-z0-9._]{1,40}@[a-z0-9-]{1,40}\.[a-z]{2,10}"#, #"(?:eval|exec)\s{0,4}\("#,
    #"[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}"#,
  ])
  func `patterns of rules have something to go by`(pattern: String) throws {
    #expect(try facts(pattern).cost < 0.3)
  }

  @Test func `a pattern without anything to go by says so`() throws {
    #expect(try facts(#"\w+\s*\w*"#).cost >= 0.1)
    #expect(try facts("a*").cost == 1)
  }

  @Test func `the longest match is known`() throws {
    #expect(try facts("ab{2,5}(?:c|de)").maximumLength == 8)
    #expect(try facts("abc.*").maximumLength == nil)
  }
}
