import PatternEngine
import Rules
import SourceText
import Testing

@testable import Checks

/// Places that are ruled out before a structural pattern is walked.
@Suite struct PatternNeedsTests {
  private static func scan(_ text: String, _ name: String) -> DocumentScan {
    let bytes = Array(text.utf8)
    return DocumentScan(
      Document(
        outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes,
        language: LanguageDetection.language(name: name, bytes: bytes)),
      patterns: PatternCache())
  }

  /// Whether one of the tokens with an anchor's text passes.
  private static func mayMatch(
    _ pattern: String, all others: [String] = [], in text: String, named name: String = "a.py"
  ) throws -> Bool {
    let read = try CodePattern(pattern)
    var needs = PatternNeeds(read)
    for other in others { needs.add(anchorOf: try CodePattern(other)) }
    let table = PatternNeedsTable([PatternNeeds(), needs])
    let walk = scan(text, name).walk
    return walk.tokens.indices.contains { index in
      let range = walk.tokens[index].kind == .string ? walk.tokens[index].content : nil
      let token = range.map { String(decoding: walk.bytes[$0], as: UTF8.self) } ?? walk.text(index)
      return read.anchorTexts.contains(token)
        && table.mayMatch(
          1, AnchorSurroundings(index, in: walk), mayBeRenamed: walk.kind(index) == .string,
          walk.slots)
    }
  }

  @Test func `a text without a word of the pattern is ruled out`() throws {
    let pattern = "subprocess.$F(..., shell=True, ...)"
    #expect(try Self.mayMatch(pattern, in: "subprocess.run(x, shell=True)"))
    #expect(try !Self.mayMatch(pattern, in: "subprocess.run(x, shell=False)"))
    #expect(try !Self.mayMatch(pattern, in: "subprocess.run(x) # shell=True"))
  }

  @Test func `one of several words is enough`() throws {
    let pattern = "$(strcpy|strcat)($X, getenv(...))"
    #expect(try Self.mayMatch(pattern, in: "strcat(a, getenv(b));", named: "a.c"))
    #expect(try !Self.mayMatch(pattern, in: "strcat(a, b);", named: "a.c"))
  }

  @Test func `strings count by their content`() throws {
    let pattern = "hashlib.new(\"md5\", ...)"
    #expect(try Self.mayMatch(pattern, in: "hashlib.new('md5', x)"))
    #expect(try !Self.mayMatch(pattern, in: "hashlib.new('sha256', x)"))
  }

  @Test func `the marks beside the anchor must be there, past line ends`() throws {
    #expect(try Self.mayMatch("eval($X)", in: "eval\n(x)"))
    #expect(try !Self.mayMatch("eval($X)", in: "eval = x"))
    // Code that is cut off may lack what follows.
    #expect(try Self.mayMatch("eval($X)", in: "y = eval"))
  }

  @Test func `what a rule wants to match elsewhere must have its anchor`() throws {
    let others = ["$X = SSL_get_verify_result(...)"]
    let text = "if (r == 0 || x) { y(); }"
    #expect(try !Self.mayMatch("if ($X == 0 || $Y) $Z", all: others, in: text, named: "a.c"))
    #expect(
      try Self.mayMatch(
        "if ($X == 0 || $Y) $Z", all: others, in: "r = SSL_get_verify_result(s);" + text,
        named: "a.c"))
  }

  @Test func `a table reads what it wrote`() throws {
    let all = try ["eval($X)", "$(a1|b1).c1(\"d e\", $X)", "os.path.join(..., $VAR)", "x1 = $X"]
      .map { PatternNeeds(try CodePattern($0)) }
    let table = PatternNeedsTable(all)
    var writer = PackedWriter()
    table.pack(&writer)
    var reader = PackedReader(PackedBytes(writer.bytes))
    #expect(PatternNeedsTable(&reader) == table)
    #expect(table != PatternNeedsTable(Array(all.dropLast())))
  }

  @Test func `words with one key are told apart by their text`() throws {
    // The slots of 2,000 words cover much of the table: a word that shares one matches nothing.
    let words = (0..<2_000).map { "w\($0)" }
    let walk = Self.scan(words.joined(separator: " "), "a.py").walk
    #expect(words.allSatisfy { walk.slots.holds(TokenKey(word: $0.utf8).slot) })
    let absent = (0..<2_000).filter { !walk.slots.holds(TokenKey(word: "v\($0)".utf8).slot) }
    #expect(absent.count > 1_600)
    let own = try OwnRules("code = ['w77()']", languages: "python")
    let text = words.map { "\($0)()" }.joined(separator: "\n")
    #expect(own.found(in: text, named: "a.py") == ["w77() low"])
  }

  @Test func `keys of marks tell all of them, and no word`() {
    let marks = ["(", ")", "::", "->", "===", ">>>=", "?."]
    let keys = marks.map { TokenKey(mark: $0.utf8) }
    #expect(Set(keys).count == marks.count)
    #expect(keys.allSatisfy { $0.isMark && !$0.isWord })
    #expect(TokenKey(mark: "(") == TokenKey(mark: "(".utf8))
    #expect(TokenKey(mark: "<<<<<".utf8) == .none)
    #expect(TokenKey(word: "(".utf8).isWord)
    #expect(TokenKey(mark: "(".utf8).singleByte == UInt8(ascii: "("))
    #expect(TokenKey(mark: "((".utf8).singleByte == 0)
  }
}
