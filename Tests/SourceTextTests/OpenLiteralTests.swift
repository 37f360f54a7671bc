import Testing

@testable import SourceText

@Suite struct OpenLiteralTests {
  @Test(
    arguments: [
      ("python", "x = 1\n", ""),
      ("python", "x = \"\"\"a\nb\n", "\"\"\""),
      ("python", "x = rb'''a\nb\n", "rb'''"),
      ("python", "def f():\n  \"\"\"Says\n", "\"\"\""),
      ("python", "x = \"\"\"a\"\"\"\n", ""),
      ("python", "x = 'abc", "'"),
      ("python", "# abc", "#"),
      ("python", "# abc\n", ""),
      ("javascript", "a(`b ${c}\n", "`"),
      ("javascript", "/* a\n * b\n", "/*"),
      ("javascript", "// a\n/* b */ /* c", "/*"),
      ("javascript", "x(); // a", "//"),
      ("javascript", "{\"a\":\"b", "\""),
      ("json", "{\"a\":\"b", "\""),
      ("json", "{\"a\":\"b\",", ""),
      ("c", "int a; /* b", "/*"),
      ("ruby", "a\n=begin\nb\n", "=begin\n"),
      ("html", "<p>a <!-- b", "<!--"),
      ("html", "<p>a", ""),
      ("php", "<p>a", "<?php "),
      ("php", "<?php a();\n", "<?php "),
      ("php", "<?php a(); ?>\n<p>", ""),
      ("php", "<?php /* b", "<?php /*"),
      ("text", "it's", ""),
    ])
  func `what is open is opened again`(language: String, text: String, mark: String) throws {
    let language = try #require(LanguageTable.language(id: language))
    let opening = Lexer.opening(after: Array(text.utf8), as: language)
    #expect(String(decoding: opening, as: UTF8.self) == mark)
  }

  /// What a letter behind them makes of marks that are cut short is no business of the text.
  @Test(arguments: LanguageTable.all.map(\.id))
  func `marks that are cut short open what they are`(language: String) throws {
    let language = try #require(LanguageTable.language(id: language))
    let marks = Array("<'\"`{(#/*-=%@q\n".utf8)
    for first in marks {
      for second in marks {
        for third in marks {
          let text = Array("a ".utf8) + [first, second, third]
          #expect(Lexer.opening(after: text, as: language).count <= text.count + 8)
        }
      }
    }
  }
}
