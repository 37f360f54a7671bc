import Testing

@testable import SourceText

@Suite struct `The tokens of a text` {
  /// Tokens parted by blanks; a line end that ends a statement is shown as `⏎`.
  private func tokens(_ source: String, _ language: String) -> String {
    let bytes = Array(source.utf8)
    return Lexer.lex(bytes, as: Language(id: language)).tokens.map {
      $0.kind == .newline ? "⏎" : String(decoding: bytes[$0.range], as: UTF8.self)
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("a === b !== c ?? d?.e ... f", "a === b !== c ?? d ?. e ... f"),
    ("x=>y; x->y; a::b; i++; j--", "x => y ; x -> y ; a :: b ; i ++ ; j --"),
    ("List<List<A>> x; y <<= 1", "List < List < A > > x ; y <<= 1"),
    ("1.5e-3+0xFFe+1 1..2 3.x", "1.5e-3 + 0xFFe + 1 1 .. 2 3 . x"),
  ])
  func `are the longest marks`(source: String, expected: String) {
    #expect(tokens(source, "java") == expected)
  }

  @Test(arguments: [
    ("python", "f(a,\n  b)\nx = {1:\n 2}\ny", "f ( a , b ) ⏎ x = { 1 : 2 } ⏎ y"),
    ("python", "x = 1 + \\\n 2\n\n# c\ny", "x = 1 + 2 ⏎ y"),
    ("go", "if x {\n\ty()\n}\nz", "if x { y ( ) ⏎ } ⏎ z"),
    (
      "javascript", "a\n  .b()\n  .c(function() {\n d()\n e()\n})\nf",
      "a . b ( ) . c ( function ( ) { d ( ) ⏎ e ( ) ⏎ } ) ⏎ f"
    ),
    ("javascript", "let a = 1 +\n 2\ni++\nb && c\n&& d", "let a = 1 + 2 ⏎ i ++ ⏎ b && c && d"),
    ("swift", "let a: Int?\nlet b = c\n  .d // e\n  .f", "let a : Int ? ⏎ let b = c . d . f"),
    ("c", "int a;\nint b", "int a ; int b"),
    ("shell", "a \\\n b\nc", "a b ⏎ c"),
  ])
  func `show where a statement ends`(language: String, source: String, expected: String) {
    #expect(tokens(source, language) == expected)
  }

  @Test(arguments: [
    ("php", "<?php $conn->query($_GET['a']);", "<?php $conn -> query ( $_GET [ 'a' ] ) ;"),
    ("ruby", "@a = params[:b] / 2", "@a = params [ : b ] / 2"),
    ("shell", "curl -k --data-raw $1 $? ${X}", "curl -k --data-raw $1 $? $ { X }"),
    ("css", "a-b { --c: @d }", "a-b { --c : @d }"),
    ("python", "a-b", "a - b"),
    ("powershell", "Invoke-Expression $a.b -Force", "Invoke-Expression $a . b -Force"),
    ("r", "Sys.getenv(a$b)", "Sys.getenv ( a $ b )"),
    ("javascript", "</div> a / b / c", "< / div > a / b / c"),
    ("rust", "fn f<'a>(c: char) { 'x' }", "fn f < 'a > ( c : char ) { 'x' }"),
  ])
  func `are the names of their language`(language: String, source: String, expected: String) {
    #expect(tokens(source, language) == expected)
  }

  @Test func `end at the line for an open string of one line`() {
    #expect(tokens("a = 'b\nc = d", "python") == "a = 'b ⏎ c = d")
  }

  @Test func `hold the text of a heredoc at its mark`() {
    let bytes = Array("run(<<~SQL)\n  a #{b}\nSQL\n".utf8)
    let lexed = Lexer.lex(bytes, as: Language(id: "ruby"))
    let mark = lexed.tokens[2]
    #expect(String(decoding: bytes[mark.range], as: UTF8.self) == "<<~SQL")
    #expect(String(decoding: bytes[mark.content], as: UTF8.self) == "  a #{b}\n")
    #expect(mark.isInterpolated)
  }

  @Test func `are found by their place`() {
    let lexed = Lexer.lex(Array("ab  cd".utf8), as: Language(id: "c"))
    #expect((0..<7).map { lexed.tokenIndex(at: $0) } == [0, 0, 1, 1, 1, 1, 2])
  }
}

@Suite struct `A bracket map` {
  /// For each token the place of its partner, `-` for none.
  private func partners(_ source: String) -> String {
    let bytes = Array(source.utf8)
    let lexed = Lexer.lex(bytes, as: Language(id: "c"))
    let map = BracketMap(lexed, bytes: bytes)
    return lexed.tokens.indices.map { map.partner(of: $0).map(String.init) ?? "-" }
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("( [ { } ] )", "5 4 3 2 1 0"),
    ("a ( b ) c", "- 3 - 1 -"),
    (") ( ]", "- - -"),
    ("{ ( }", "2 - 0"),
    ("( ] )", "2 - 0"),
    ("( [ )  ]", "2 - 0 -"),
    ("\"(\" )", "- -"),
  ])
  func `joins what belongs together, also in broken code`(source: String, expected: String) {
    #expect(partners(source) == expected)
  }

  @Test func `has no partner for a token that is not there`() {
    #expect(BracketMap(LexedSource(tokens: [], zoneStarts: []), bytes: []).partner(of: 3) == nil)
  }
}
