import Testing

@testable import SourceText

@Suite struct `A source text` {
  @Test(arguments: LexingCase.all)
  func `is divided into the zones that its case shows`(example: LexingCase) {
    let lexed = Lexer.lex(Array(example.source.utf8), as: example.language)
    #expect(example.drawn(lexed) == example.zones, "\n\(example.drawnBeside(lexed))")
  }

  @Test(arguments: LexingCase.all)
  func `gives the strings that its case names`(example: LexingCase) {
    let bytes = Array(example.source.utf8)
    let lexed = Lexer.lex(bytes, as: example.language)
    let strings = lexed.tokens.filter { $0.kind == .string }.map {
      String(decoding: bytes[$0.content], as: UTF8.self) + ($0.isInterpolated ? " ~" : "")
    }
    #expect(strings == example.strings)
  }

  @Test func `every language has a case`() {
    let covered = Set(LexingCase.all.map(\.language))
    #expect(LanguageTable.all.filter { !covered.contains($0) } == [])
  }
}

/// A text with the zone of each of its bytes.
struct LexingCase: Sendable, CustomTestStringConvertible {
  let language: Language
  let source: String
  /// One letter a byte: `c` code, `s` string, `k` comment, `p` prose; spaces and line ends of code
  /// stay as they are.
  let zones: String
  let strings: [String]

  static let all = compiledLanguages + scriptLanguages + dataLanguages

  var testDescription: String { language.id }

  /// Lines of source and zones by turns.
  init(_ id: String, _ strings: [String], _ drawing: String) {
    language = Language(id: id)
    self.strings = strings
    let lines = drawing.split(separator: "\n", omittingEmptySubsequences: false)
    source = stride(from: 0, to: lines.count, by: 2).map { String(lines[$0]) }
      .joined(separator: "\n")
    zones = stride(from: 1, to: lines.count, by: 2).map { String(lines[$0]) }
      .joined(separator: "\n")
  }

  func drawn(_ lexed: LexedSource) -> String {
    var result = ""
    for (index, byte) in source.utf8.enumerated() {
      let zone = lexed.zone(at: index)
      if byte == 0x0A {
        result += "\n"
      } else if byte == 0x20, zone == .code || zone == .prose {
        result += " "
      } else {
        result += zone == .code ? "c" : zone == .string ? "s" : zone == .comment ? "k" : "p"
      }
    }
    return result.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }

  func drawnBeside(_ lexed: LexedSource) -> String {
    zip(
      source.split(separator: "\n", omittingEmptySubsequences: false),
      drawn(lexed).split(separator: "\n", omittingEmptySubsequences: false)
    ).map { "\($0)\n\($1)" }.joined(separator: "\n")
  }
}
