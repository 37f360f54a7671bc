// Reads programs, and data written like them, by the values of a `Syntax`.
//
// The loop below looks up the class of each byte and goes on by it: names, numbers and marks are
// read here; whatever may be a comment or a literal goes to `special`. Every step moves forward
// past what it read, and looks ahead at most to the end of a literal that it then takes, so that
// the whole is linear. The tests lex every prefix of a case in every language.

struct ProgramLexer {
  let source: UnsafeBufferPointer<UInt8>
  let count: Int
  let classes: UnsafeBufferPointer<UInt8>
  let compiled: CompiledSyntax
  let literals: Literals
  let lineEndRule: Syntax.LineEnd
  let hasDashedWords: Bool
  let hasQuoteOperators: Bool
  let hasDigitQuotes: Bool

  var found: Lexemes
  var at = 0
  /// The brackets open around `at`.
  var brackets: [UInt8] = []
  /// How many of `brackets` are braces.
  var openBraces = 0
  /// A line end that may end a statement, which the next token tells; -1 for none.
  var pendingLineEnd = -1
  /// Opened on this line; their texts start on the next.
  var heredocs: [PendingHeredoc] = []
  /// Up to here no `/` closes a regular expression.
  var noRegexBefore = 0
  /// `DELIMITER $$` stood in the text: `$$` is no quote in it.
  var hasDollarDelimiter = false

  init(
    _ source: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>,
    _ compiled: CompiledSyntax
  ) {
    self.source = source
    self.classes = classes
    self.compiled = compiled
    count = source.count
    literals = compiled.syntax.literals
    lineEndRule = compiled.syntax.lineEnd
    hasDashedWords = compiled.syntax.hasDashedWords
    hasQuoteOperators = literals.contains(.quoteOperators)
    hasDigitQuotes = literals.contains(.digitQuotes)
    found = Lexemes(.code, size: source.count)
  }

  mutating func lexed() -> LexedSource {
    if literals.contains(.openTags) { skipToOpenTag(isStart: true) }
    while at < count {
      let byte = source[at]
      switch classes[Int(byte)] & ByteClass.classBits {
      case ByteClass.blank: at += 1
      case ByteClass.lineEnd: readLineEnd()
      case ByteClass.word: readWord(from: at)
      case ByteClass.digit: readNumber()
      case ByteClass.separator:
        add(.punctuation, at, at + 1)
        at += 1
      case ByteClass.bracket: readBracket(byte)
      case ByteClass.mark: readMark(byte)
      default: readSpecial(byte)
      }
    }
    if pendingLineEnd >= 0 { settleLineEnd(before: 0x0A) }
    return found.finished(at: count)
  }

  /// The byte at `index`, 0 past the end.
  func peek(_ index: Int) -> UInt8 { index < count ? source[index] : 0 }

  func isWordByte(_ byte: UInt8) -> Bool { classes[Int(byte)] & ByteClass.inWord != 0 }

  func starts(with mark: [UInt8], at index: Int) -> Bool {
    guard index + mark.count <= count else { return false }
    for offset in 0..<mark.count where source[index + offset] != mark[offset] { return false }
    return true
  }

  /// The text of `start..<end` is `word`.
  func isWord(_ word: [UInt8], _ start: Int, _ end: Int) -> Bool {
    end - start == word.count && starts(with: word, at: start)
  }

  mutating func add(_ kind: Token.Kind, _ start: Int, _ end: Int) {
    if pendingLineEnd >= 0 { settleLineEnd(before: source[start]) }
    found.add(kind, start, end)
  }

  // MARK: Words and numbers

  mutating func readWord(from start: Int) {
    repeat {
      at += 1
      while at < count, classes[Int(source[at])] & ByteClass.inWord != 0 { at += 1 }
    } while hasDashedWords && at < count && source[at] == 0x2D && isWordByte(peek(at + 1))
    if at < count, classes[Int(source[at])] & ByteClass.endsPrefix != 0, at - start <= 4,
      readPrefixedString(from: start)
    {
      return
    }
    if hasQuoteOperators, at - start <= 2, readQuoteOperator(from: start) { return }
    add(.identifier, start, at)
  }

  private mutating func readNumber() {
    let start = at
    let isHexadecimal = source[at] == 0x30 && peek(at + 1) | 0x20 == 0x78
    at += 1
    while at < count {
      let byte = source[at]
      if classes[Int(byte)] & ByteClass.inWord != 0, byte != 0x2E {
        at += 1
        let isExponent = byte | 0x20 == 0x65 && !isHexadecimal
        if isExponent, peek(at) == 0x2B || peek(at) == 0x2D, isDigit(peek(at + 1)) { at += 1 }
      } else if byte == 0x2E, isDigit(peek(at + 1)) {
        at += 1
      } else if byte == 0x27, hasDigitQuotes, isWordByte(peek(at + 1)) {
        at += 1
      } else {
        break
      }
    }
    add(.number, start, at)
  }

  func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  // MARK: Marks

  mutating func readMark(_ byte: UInt8) {
    let length = Operators.length(byte, peek(at + 1), peek(at + 2))
    add(.punctuation, at, at + length)
    at += length
  }

  private mutating func readBracket(_ byte: UInt8) {
    add(.punctuation, at, at + 1)
    at += 1
    switch byte {
    case 0x28, 0x5B, 0x7B:
      brackets.append(byte)
      if byte == 0x7B { openBraces += 1 }
    case 0x7D:
      // What is still open within the braces was never closed; drop it, but only if they are open.
      guard openBraces > 0 else { break }
      openBraces -= 1
      while let innermost = brackets.popLast(), innermost != 0x7B {}
    case 0x29:
      if brackets.last == 0x28 { brackets.removeLast() }
    default:
      if brackets.last == 0x5B { brackets.removeLast() }
    }
  }

  // MARK: Line ends

  private mutating func readLineEnd() {
    let start = at
    at += 1
    if source[start] == 0x0D, peek(at) == 0x0A { at += 1 }
    if lineEndRule != .layout, pendingLineEnd < 0, isStatementLevel { pendingLineEnd = start }
    if !heredocs.isEmpty { readHeredocTexts() }
  }

  var isStatementLevel: Bool {
    guard let innermost = brackets.last else { return true }
    return innermost == 0x7B && lineEndRule != .endsStatement
  }

  /// Decides whether the pending line end ends a statement, now that the next token starts with `next`.
  mutating func settleLineEnd(before next: UInt8) {
    let start = pendingLineEnd
    pendingLineEnd = -1
    guard let last = found.tokens.last, last.kind != .newline else { return }
    if lineEndRule == .endsUnlessContinued {
      if last.kind == .punctuation, !Operators.mayEndStatement(source[Int(last.end) - 1]) {
        let isStep =
          last.end - last.start == 2 && source[Int(last.start)] == source[Int(last.end) - 1]
        guard isStep, source[Int(last.start)] == 0x2B || source[Int(last.start)] == 0x2D else {
          return
        }
      }
      switch next {
      case 0x2E, 0x3F: return  // `.` `?.` and the branches of `? :`
      case 0x26 where peek(at + 1) == next || peek(at + 1) == 0x2E: return
      case 0x7C where peek(at + 1) == next: return
      default: break
      }
    }
    found.add(.newline, start, start + 1)
  }
}
