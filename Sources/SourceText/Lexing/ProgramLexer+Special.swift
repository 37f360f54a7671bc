// Bytes that may start a comment, a literal or a name with a sigil.

extension ProgramLexer {
  mutating func readSpecial(_ byte: UInt8) {
    if readComment() { return }
    if byte == 0x5C {
      readBackslash()
      return
    }
    if readLiteral(byte) || readQuoted(byte) { return }
    if compiled.sigils.contains(byte), readSigil(byte) { return }
    if byte == 0x2D, hasDashedWords, readDashes() { return }
    if classes[Int(byte)] & ByteClass.classBits == ByteClass.special, byte == 0x5B {
      add(.punctuation, at, at + 1)
      brackets.append(byte)
      at += 1
      return
    }
    readMark(byte)
  }

  /// A backslash before a line end joins the lines.
  private mutating func readBackslash() {
    if peek(at + 1) == 0x0A {
      at += 2
    } else if peek(at + 1) == 0x0D {
      at += peek(at + 2) == 0x0A ? 3 : 2
    } else {
      add(.punctuation, at, at + 1)
      at += 1
    }
  }

  /// `$name`, `@name`, `@@name`; in shells also `$1`, `$?`.
  private mutating func readSigil(_ byte: UInt8) -> Bool {
    let start = at
    var next = at + 1
    if peek(next) == byte, byte == 0x40 { next += 1 }
    if byte == 0x3A, !isLetter(peek(next)) || (at > 0 && source[at - 1] == byte) { return false }
    if isWordByte(peek(next)) {
      at = next
      while at < count, isWordByte(source[at]) { at += 1 }
      add(.identifier, start, at)
      return true
    }
    if byte == 0x24, literals.contains(.dollarMarks) {
      switch peek(next) {
      case 0x3F, 0x21, 0x23, 0x24, 0x40, 0x2A, 0x2D:
        at = next + 1
        add(.identifier, start, at)
        return true
      default:
        break
      }
    }
    return false
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
  }

  /// `-x` and `--long-option` at the start of a word.
  private mutating func readDashes() -> Bool {
    guard at == 0 || source[at - 1] <= 0x20 || source[at - 1] == 0x28 else { return false }
    let start = at
    let first = peek(at + 1) == 0x2D ? at + 2 : at + 1
    guard isLetter(peek(first)) else { return false }
    at = first
    repeat {
      at += 1
      while at < count, isWordByte(source[at]) { at += 1 }
    } while at < count && source[at] == 0x2D && isWordByte(peek(at + 1))
    add(.identifier, start, at)
    return true
  }

  // MARK: Comments

  private mutating func readComment() -> Bool {
    for comment in compiled.syntax.lineComments where starts(with: comment.mark, at: at) {
      guard isPlace(comment.place) else { continue }
      // `#[` is an attribute of PHP.
      if literals.contains(.openTags), comment.mark == [0x23], peek(at + 1) == 0x5B { continue }
      if literals.contains(.longBrackets),
        readLongBrackets(from: at, opener: at + 2, isComment: true)
      {
        return true
      }
      readLineComment()
      return true
    }
    for comment in compiled.syntax.blockComments where starts(with: comment.open, at: at) {
      if comment.wholeLines, !isLineStart(at) { continue }
      readBlockComment(comment)
      return true
    }
    return false
  }

  private func isLineStart(_ index: Int) -> Bool {
    index == 0 || source[index - 1] == 0x0A || source[index - 1] == 0x0D
  }

  private func isPlace(_ place: LineComment.Place) -> Bool {
    switch place {
    case .anywhere: return true
    case .wordStart: return at == 0 || source[at - 1] <= 0x20 || source[at - 1] == 0x3B
    case .lineStart:
      var index = at
      while index > 0, source[index - 1] == 0x20 || source[index - 1] == 0x09 { index -= 1 }
      return isLineStart(index)
    }
  }

  private mutating func readLineComment() {
    let start = at
    let hasTags = literals.contains(.openTags)
    while at < count, source[at] != 0x0A, source[at] != 0x0D {
      if hasTags, source[at] == 0x3F, peek(at + 1) == 0x3E { break }
      at += 1
    }
    found.mark(.comment, start, at, then: .code)
  }

  private mutating func readBlockComment(_ comment: BlockComment) {
    let start = at
    let open = comment.open[0]
    let close = comment.close[0]
    var depth = 1
    at += comment.open.count
    while at < count {
      let byte = source[at]
      if byte == close, starts(with: comment.close, at: at),
        !comment.wholeLines || isLineStart(at)
      {
        at += comment.close.count
        depth -= 1
        if depth == 0 { break }
      } else if comment.nests, byte == open, starts(with: comment.open, at: at) {
        at += comment.open.count
        depth += 1
      } else {
        at += 1
      }
    }
    if comment.wholeLines { while at < count, source[at] != 0x0A { at += 1 } }
    found.mark(.comment, start, at, then: .code)
  }

  // MARK: PHP's tags

  /// Reads the page around PHP's code. A text without a tag is taken for code.
  mutating func skipToOpenTag(isStart: Bool = false) {
    let start = at
    while at < count {
      if source[at] == 0x3C, peek(at + 1) == 0x3F, peek(at + 2) != 0x78 { break }
      at += 1
    }
    if isStart, at == count {
      at = 0
      return
    }
    if at > start { found.begin(.prose, at: start) }
    guard at < count else { return }
    found.begin(.code, at: at)
    let tag = at
    at += 2
    if peek(at) == 0x3D {
      at += 1
    } else {
      while at < count, isLetter(source[at]) { at += 1 }
    }
    // The tag is a mark of its own, so that a statement starts after it.
    add(.punctuation, tag, at)
  }
}
