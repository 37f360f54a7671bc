/// The comments and literals of a language, as values that the lexer is driven by.
package struct Syntax: Sendable {
  /// Which of the lexers reads the language.
  enum Grammar: Sendable {
    /// Nothing but text for people.
    case prose
    /// Tags, and text between them.
    case markup
    /// Statements; also data that is written like them (JSON, TOML, CSS).
    case program
    case yaml
    /// One key and value a line.
    case settings
  }

  /// What a line end is to statements.
  enum LineEnd: Sendable {
    case layout
    /// Ends a statement outside all brackets.
    case endsStatement
    /// Ends a statement also within braces.
    case endsStatementInBraces
    /// As `endsStatementInBraces`, but for lines that clearly go on: after an operator, before a dot.
    case endsUnlessContinued
  }

  var grammar: Grammar = .program
  var lineComments: [LineComment] = []
  var blockComments: [BlockComment] = []
  var strings: [StringForm] = []
  var prefixes: [StringPrefix] = []
  var literals: Literals = []
  /// Further bytes that may stand anywhere in a name.
  var wordBytes = ""
  /// Bytes that belong to the name that follows them.
  var sigils = ""
  /// `a-b` and `--c` are one name.
  var hasDashedWords = false
  var lineEnd: LineEnd = .layout
  /// After these marks' left side: a string before one of them is a key, thus code.
  var keyMarks = ""
  /// Words after which `/` starts a regular expression.
  var wordsBeforeRegex = ""
}

/// A comment up to the end of its line.
struct LineComment: Sendable {
  enum Place: Sendable {
    case anywhere
    /// After white space or at the start of a line.
    case wordStart
    /// First on its line, after white space at most.
    case lineStart
  }

  let mark: [UInt8]
  var place: Place

  init(_ mark: String, _ place: Place = .anywhere) {
    self.mark = Array(mark.utf8)
    self.place = place
  }
}

struct BlockComment: Sendable {
  let open: [UInt8]
  let close: [UInt8]
  var nests: Bool
  /// Both marks stand first on their lines, and the comment ends with the line of the closing one.
  var wholeLines: Bool

  init(_ open: String, _ close: String, nests: Bool = false, wholeLines: Bool = false) {
    self.open = Array(open.utf8)
    self.close = Array(close.utf8)
    self.nests = nests
    self.wholeLines = wholeLines
  }
}

/// How a string literal is written: one or more equal quotes on each side.
struct StringForm: Sendable, Hashable {
  /// How a quote stands inside the string.
  enum Escape: UInt8, Sendable {
    case none
    case backslash
    case doubled
    /// Doubled, or after a backslash if text follows: SQL dialects differ.
    case doubledOrBackslash
    /// After a back-quote, or doubled (PowerShell).
    case backquote
  }

  let quote: UInt8
  /// The number of quotes on each side.
  var count: Int
  /// The number of `#` outside the quotes (Swift, Rust).
  var hashes = 0
  var escape: Escape
  var isMultiline: Bool
  var marks: InterpolationMarks

  init(
    _ quotes: String, _ escape: Escape = .backslash, multiline: Bool = false,
    marks: InterpolationMarks = []
  ) {
    quote = quotes.utf8.first ?? 0x22
    count = quotes.utf8.count
    self.escape = escape
    isMultiline = multiline
    self.marks = marks
  }
}

/// What shows that a string holds code.
struct InterpolationMarks: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  /// `{x}`, with `{{` for a brace.
  static let braces = InterpolationMarks(rawValue: 1)
  /// `${x}`
  static let dollarBrace = InterpolationMarks(rawValue: 2)
  /// `#{x}`
  static let hashBrace = InterpolationMarks(rawValue: 4)
  /// `\(x)`
  static let backslashParenthesis = InterpolationMarks(rawValue: 8)
  /// `$x`
  static let dollarName = InterpolationMarks(rawValue: 16)
  /// `$(x)`
  static let dollarParenthesis = InterpolationMarks(rawValue: 32)
  /// `{$x}`
  static let braceDollar = InterpolationMarks(rawValue: 64)
  /// `%{x}`
  static let percentBrace = InterpolationMarks(rawValue: 128)
  /// A command between back-quotes.
  static let backquotes = InterpolationMarks(rawValue: 256)
  /// `{{x}}`
  static let doubleBraces = InterpolationMarks(rawValue: 512)
}

/// Letters right before a quote that change what the string is.
struct StringPrefix: Sendable {
  enum Effect: Sendable {
    /// Another escape or interpolation; nil leaves that of the plain string.
    case form(escape: StringForm.Escape?, marks: InterpolationMarks?)
    /// `r"…"`, `r#"…"#` (Rust)
    case rawHashes
    /// `R"mark(…)mark"` (C++)
    case rawDelimited
    /// `r"---(…)---"` (R)
    case rawBrackets
  }

  let names: [[UInt8]]
  let effect: Effect

  init(_ names: String, _ effect: Effect) {
    self.names = names.split(separator: " ").map { Array($0.utf8) }
    self.effect = effect
  }
}

/// Literals whose ends cannot be told by a quote alone.
struct Literals: OptionSet, Sendable {
  let rawValue: UInt32

  /// `<<WORD`, `<<-WORD`: shell, Dockerfile, Terraform.
  static let shellHeredocs = Literals(rawValue: 1)
  /// `<<~WORD`, `<<-WORD`, `<<WORD` with an upper-case or quoted word: Ruby, Perl.
  static let rubyHeredocs = Literals(rawValue: 2)
  /// `<<<WORD` (PHP)
  static let phpHeredocs = Literals(rawValue: 4)
  /// `%q(…)`, `%w[…]` (Ruby)
  static let percentQuotes = Literals(rawValue: 8)
  /// `q(…)`, `qq{…}`, `m/…/`, `s/…/…/` (Perl)
  static let quoteOperators = Literals(rawValue: 16)
  /// `$tag$ … $tag$` (PostgreSQL)
  static let dollarQuotes = Literals(rawValue: 32)
  /// `[[…]]`, `[==[…]==]` (Lua)
  static let longBrackets = Literals(rawValue: 64)
  /// `/…/` where a value is expected.
  static let regex = Literals(rawValue: 128)
  /// `'a` is a name unless it is closed after one character (Rust, Scala).
  static let lifetimes = Literals(rawValue: 256)
  /// `@"` at a line's end to `"@` at a line's start (PowerShell).
  static let hereStrings = Literals(rawValue: 512)
  /// `$/…/$` (Groovy)
  static let dollarSlashes = Literals(rawValue: 1024)
  /// `#"…"#`, `#"""…"""#` (Swift)
  static let hashQuotes = Literals(rawValue: 2048)
  /// `@"…"`, `$"…"`, `$@"…"`, `"""…"""` with any number of quotes (C#).
  static let verbatim = Literals(rawValue: 4096)
  /// `@"…"` is a string (Objective-C).
  static let atStrings = Literals(rawValue: 8192)
  /// Only what stands between `<?php` and `?>` is code.
  static let openTags = Literals(rawValue: 16384)
  /// A string that is a whole statement is a comment (Python).
  static let docstrings = Literals(rawValue: 32768)
  /// `1'000` (C++)
  static let digitQuotes = Literals(rawValue: 65536)
  /// `$?`, `$1`, `$#` are names (shell, Perl).
  static let dollarMarks = Literals(rawValue: 131072)
}
