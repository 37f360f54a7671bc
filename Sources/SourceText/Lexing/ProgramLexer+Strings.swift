// String literals between quotes, and the code within them.
//
// Interpolated code is not taken apart; but its brackets and strings are followed, so that
// `"a ${f("}")} b"` ends where it should. The nesting is kept on a stack of at most 64 levels;
// deeper down, marks count as text.

extension ProgramLexer {
  /// Where a literal ends: `content` is where its text does.
  struct LiteralEnd {
    var content: Int
    var end: Int
    var isInterpolated = false
  }

  /// One level of nesting: a string, or code within one.
  private struct Level {
    var form: StringForm
    /// The brackets around code; 0 for a string.
    var open: UInt8 = 0
    var close: UInt8 = 0
    var depth = 0
  }

  private static let deepest = 64

  mutating func readQuoted(_ byte: UInt8) -> Bool {
    guard let form = form(at: at) else { return false }
    if literals.contains(.lifetimes), byte == 0x27, readLifetime() { return true }
    readString(form, from: at, quotes: at)
    return true
  }

  /// The form of the string whose quotes are at `index`, the one with most quotes first.
  private func form(at index: Int) -> StringForm? {
    for form in compiled.strings where form.quote == source[index] {
      guard form.count > 1 else { return form }
      guard peek(index + 1) == form.quote, peek(index + 2) == form.quote else { continue }
      var form = form
      if literals.contains(.verbatim) {
        var end = index
        while peek(end) == form.quote { end += 1 }
        form.count = end - index
      }
      return form
    }
    return nil
  }

  /// `'a` without a closing quote is the name of a lifetime or a symbol.
  private mutating func readLifetime() -> Bool {
    let next = peek(at + 1)
    guard next != 0x5C, isWordByte(next) else { return false }
    var end = at + 2
    while peek(end) & 0xC0 == 0x80 { end += 1 }
    if peek(end) == 0x27 { return false }
    let start = at
    at = end
    while at < count, isWordByte(source[at]) { at += 1 }
    add(.identifier, start, at)
    return true
  }

  /// Reads the string that starts at `start`, its quotes at `quotes`.
  mutating func readString(_ form: StringForm, from start: Int, quotes: Int) {
    let body = quotes + form.count
    let end = endOfString(form, from: body)
    addLiteral(start, body, end)
  }

  /// Adds a literal and goes on after it.
  mutating func addLiteral(_ start: Int, _ body: Int, _ end: LiteralEnd) {
    let isStatement = literals.contains(.docstrings) && startsStatement
    if pendingLineEnd >= 0 { settleLineEnd(before: source[start]) }
    let content = min(body, end.end)..<max(min(body, end.end), end.content)
    found.addString(start, end.end, content: content, isInterpolated: end.isInterpolated)
    at = end.end
    var zone = Zone.string
    if isStatement, !end.isInterpolated, endsStatement {
      zone = .comment
    } else if !compiled.keyMarks.isEmpty, isKey {
      zone = .code
    }
    found.mark(zone, start, at, then: .code)
  }

  private var startsStatement: Bool {
    guard brackets.isEmpty, let last = found.tokens.last else { return brackets.isEmpty }
    return pendingLineEnd >= 0 || last.kind == .newline
  }

  private var endsStatement: Bool {
    var next = at
    while peek(next) == 0x20 || peek(next) == 0x09 { next += 1 }
    switch peek(next) {
    case 0, 0x0A, 0x0D, 0x23, 0x3B: return true
    default: return false
    }
  }

  private var isKey: Bool {
    var next = at
    while next < count, classes[Int(source[next])] & ByteClass.classBits <= ByteClass.lineEnd {
      next += 1
    }
    return next < count && compiled.keyMarks.contains(source[next])
  }

  /// A string whose prefix is the word that was just read.
  mutating func readPrefixedString(from start: Int) -> Bool {
    for prefix in compiled.syntax.prefixes {
      guard prefix.names.contains(where: { isWord($0, start, at) }) else { continue }
      switch prefix.effect {
      case .form(let escape, let marks):
        guard var form = form(at: at) else { return false }
        form.escape = escape ?? form.escape
        form.marks = marks ?? form.marks
        readString(form, from: start, quotes: at)
        return true
      case .rawHashes:
        return readHashString(from: start, escape: .none)
      case .rawDelimited:
        return readRawDelimited(from: start)
      case .rawBrackets:
        return readRawBrackets(from: start)
      }
    }
    return false
  }

  /// The end of a string whose text starts at `body`.
  func endOfString(_ form: StringForm, from body: Int) -> LiteralEnd {
    var index = body
    var level = Level(form: form)
    var outer: [Level] = []
    var isInterpolated = false
    while index < count {
      let byte = source[index]
      if byte == 0x0A || byte == 0x0D {
        if !form.isMultiline {
          return LiteralEnd(content: index, end: index, isInterpolated: isInterpolated)
        }
        if level.close == 0, !level.form.isMultiline, let last = outer.popLast() { level = last }
        index += 1
      } else if level.close != 0 {
        if byte == level.close {
          level.depth -= 1
          index += 1
          if level.depth == 0, let last = outer.popLast() { level = last }
        } else if byte == level.open {
          level.depth += 1
          index += 1
        } else if outer.count < Self.deepest, isQuote(byte, within: level),
          let inner = self.form(at: index)
        {
          outer.append(level)
          level = Level(form: inner)
          index += inner.count
        } else {
          index += 1
        }
      } else if byte == level.form.quote, let close = closing(level.form, at: index) {
        if close == 0 {
          index += 2
        } else if let last = outer.popLast() {
          level = last
          index += close
        } else {
          return LiteralEnd(content: index, end: index + close, isInterpolated: isInterpolated)
        }
      } else if byte == 0x5C || byte == 0x60, let skipped = escaped(level.form, at: index) {
        index += skipped
      } else if !level.form.marks.isEmpty, let mark = mark(level.form, at: index) {
        if mark.isInterpolation { isInterpolated = true }
        if mark.close != 0, outer.count < Self.deepest {
          outer.append(level)
          level.open = mark.open
          level.close = mark.close
          level.depth = 1
        }
        index += mark.length
      } else {
        index += 1
      }
    }
    return LiteralEnd(content: count, end: count, isInterpolated: isInterpolated)
  }

  /// Single quotes are text in a shell's `"${x:-it's}"`.
  private func isQuote(_ byte: UInt8, within level: Level) -> Bool {
    guard byte == 0x22 || byte == 0x27 || byte == 0x60 else { return false }
    return byte == 0x22 || level.close == 0x29 || !level.form.marks.contains(.backquotes)
  }

  /// The length of the closing quotes at `index`; 0 for a doubled quote, nil for a mere quote.
  private func closing(_ form: StringForm, at index: Int) -> Int? {
    if form.count > 1 || form.hashes > 0 {
      let length = form.count + form.hashes
      guard index + length <= count else { return nil }
      for offset in 1..<length {
        guard source[index + offset] == (offset < form.count ? form.quote : 0x23) else {
          return nil
        }
      }
      return length
    }
    let isDoubled = peek(index + 1) == form.quote
    switch form.escape {
    case .doubled, .doubledOrBackslash, .backquote: return isDoubled ? 0 : 1
    case .none, .backslash: return 1
    }
  }

  /// How far an escape at `index` reaches; nil if there is none. It may hold an interpolation.
  private func escaped(_ form: StringForm, at index: Int) -> Int? {
    switch form.escape {
    case .none, .doubled:
      return nil
    case .backquote:
      guard source[index] == 0x60 else { return nil }
    case .doubledOrBackslash:
      guard source[index] == 0x5C, peek(index + 1) == form.quote, isWordByte(peek(index + 2)) else {
        return nil
      }
    case .backslash:
      guard source[index] == 0x5C else { return nil }
      for offset in 0..<form.hashes where peek(index + 1 + offset) != 0x23 { return nil }
      let next = index + 1 + form.hashes
      if form.marks.contains(.backslashParenthesis), peek(next) == 0x28 { return nil }
    }
    let next = index + 1 + form.hashes
    if peek(next) == 0x0D, peek(next + 1) == 0x0A { return min(form.hashes + 3, count - index) }
    return min(form.hashes + 2, count - index)
  }

  private struct Mark {
    var length: Int
    var open: UInt8 = 0
    var close: UInt8 = 0
    var isInterpolation = true
  }

  /// The mark of an interpolation at `index`.
  private func mark(_ form: StringForm, at index: Int) -> Mark? {
    let marks = form.marks
    let next = peek(index + 1)
    switch source[index] {
    case 0x7B:
      if marks.contains(.braces) {
        if next == 0x7B { return Mark(length: 2, isInterpolation: false) }
        return Mark(length: 1, open: 0x7B, close: 0x7D)
      }
      if marks.contains(.doubleBraces), next == 0x7B { return Mark(length: 2) }
      if marks.contains(.braceDollar), next == 0x24 {
        return Mark(length: 1, open: 0x7B, close: 0x7D)
      }
    case 0x24:
      if next == 0x7B, marks.contains(.dollarBrace) {
        return Mark(length: 2, open: 0x7B, close: 0x7D)
      }
      if next == 0x28, marks.contains(.dollarParenthesis) {
        return Mark(length: 2, open: 0x28, close: 0x29)
      }
      if marks.contains(.dollarName), isWordByte(next) { return Mark(length: 2) }
      if literals.contains(.dollarMarks), next == 0x40 || next == 0x2A { return Mark(length: 2) }
    case 0x23:
      if next == 0x7B, marks.contains(.hashBrace) {
        return Mark(length: 2, open: 0x7B, close: 0x7D)
      }
    case 0x25:
      if next == 0x7B, marks.contains(.percentBrace) {
        return Mark(length: 2, open: 0x7B, close: 0x7D)
      }
    case 0x5C:
      guard marks.contains(.backslashParenthesis) else { return nil }
      // The escape test has seen that the hashes are right.
      for offset in 0..<form.hashes where peek(index + 1 + offset) != 0x23 { return nil }
      guard peek(index + 1 + form.hashes) == 0x28 else { return nil }
      return Mark(length: 2 + form.hashes, open: 0x28, close: 0x29)
    case 0x60:
      if marks.contains(.backquotes) { return Mark(length: 1) }
    default:
      break
    }
    return nil
  }
}
