/// Takes source texts apart.
package enum Lexer {
  /// The tokens and zones of `bytes`.
  ///
  /// One pass, linear in the text, and never a failure: what is left open ends with its line or with
  /// the text. A language that the table does not know is read as plain text. Tokens end at 2 GB,
  /// where their 32-bit places do; zones go on.
  package static func lex(_ bytes: [UInt8], as language: Language) -> LexedSource {
    guard let syntax = LanguageTable.compiledSyntax(of: language) else {
      return LexedSource(tokens: [], zoneStarts: [(0, .prose)])
    }
    // The pointers live as long as the closures, and no lexer outlives them; each reads only below
    // `count`, which the tests try on every prefix of every case.
    return bytes.withUnsafeBufferPointer { source in
      syntax.classes.withUnsafeBufferPointer { classes in
        switch syntax.syntax.grammar {
        case .prose:
          return LexedSource(tokens: [], zoneStarts: [(0, .prose)])
        case .program:
          var lexer = ProgramLexer(source, classes, syntax)
          return lexer.lexed()
        case .markup:
          var lexer = MarkupLexer(source)
          return lexer.lexed()
        case .yaml:
          var lexer = YAMLLexer(source)
          return lexer.lexed()
        case .settings:
          var lexer = SettingsLexer(source, classes, syntax)
          return lexer.lexed()
        }
      }
    }
  }
}
