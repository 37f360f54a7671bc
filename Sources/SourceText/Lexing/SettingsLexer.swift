/// Reads files of one key and value a line: INI, `.env`, Java properties.
///
/// Keys are one name each, dots and dashes included; values are strings, quoted or not.
struct SettingsLexer {
  private let source: UnsafeBufferPointer<UInt8>
  private let count: Int
  private let syntax: Syntax
  /// Reads quoted values.
  private let strings: ProgramLexer
  private let forms: [StringForm]
  /// The line goes on after a backslash, and blanks part key and value (Java properties).
  private let isProperties: Bool
  /// Values may refer to variables.
  private let isShell: Bool
  private var found: Lexemes
  private var at = 0

  init(
    _ source: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>,
    _ compiled: CompiledSyntax
  ) {
    self.source = source
    count = source.count
    syntax = compiled.syntax
    forms = compiled.strings
    strings = ProgramLexer(source, classes, compiled)
    isProperties = forms.isEmpty
    isShell = forms.contains { !$0.marks.isEmpty }
    found = Lexemes(.code, size: source.count / 2)
  }

  mutating func lexed() -> LexedSource {
    while at < count {
      skipBlanks()
      readLine()
      skipToLineEnd()
      let end = at
      if at < count { at += 1 }
      if at > end, let last = found.tokens.last, last.kind != .newline {
        found.add(.newline, end, at)
      }
    }
    return found.finished(at: count)
  }

  private func peek(_ index: Int) -> UInt8 { index < count ? source[index] : 0 }

  private func isLineEnd(_ index: Int) -> Bool {
    index >= count || source[index] == 0x0A || source[index] == 0x0D
  }

  private func isBlank(_ index: Int) -> Bool {
    index < count && (source[index] == 0x20 || source[index] == 0x09 || source[index] == 0x0C)
  }

  private mutating func skipBlanks() {
    while isBlank(at) { at += 1 }
  }

  private mutating func skipToLineEnd() {
    skipBlanks()
    if startsComment(at, isLineStart: false) { readComment() }
    while !isLineEnd(at) { at += 1 }
  }

  private func startsComment(_ index: Int, isLineStart: Bool) -> Bool {
    guard index < count else { return false }
    for comment in syntax.lineComments where comment.mark[0] == source[index] {
      if isLineStart || comment.place != .lineStart && index > 0 && isBlank(index - 1) {
        return true
      }
    }
    return false
  }

  private mutating func readComment() {
    let start = at
    while !isLineEnd(at) { at += 1 }
    found.mark(.comment, start, at, then: .code)
  }

  private mutating func readLine() {
    guard !isLineEnd(at) else { return }
    if startsComment(at, isLineStart: true) {
      readComment()
      return
    }
    if source[at] == 0x5B, !isShell, !isProperties {
      readSection()
      return
    }
    if isShell, strings.starts(with: Array("export ".utf8), at: at) {
      found.add(.identifier, at, at + 6)
      at += 7
      skipBlanks()
    }
    readKey()
    skipBlanks()
    if peek(at) == 0x3D || peek(at) == 0x3A {
      let end = peek(at + 1) == 0x3D ? at + 2 : at + 1
      found.add(.punctuation, at, end)
      at = end
      skipBlanks()
    }
    readValue()
  }

  private mutating func readSection() {
    found.add(.punctuation, at, at + 1)
    at += 1
    let start = at
    while !isLineEnd(at), source[at] != 0x5D { at += 1 }
    if at > start { found.add(.identifier, start, at) }
    if peek(at) == 0x5D {
      found.add(.punctuation, at, at + 1)
      at += 1
    }
  }

  /// A key ends at `=`, at `:` (not in `.env`), or at a blank.
  private mutating func readKey() {
    let start = at
    while !isLineEnd(at), !isBlank(at), source[at] != 0x3D {
      if source[at] == 0x3A, !isShell { break }
      if source[at] == 0x5C, isProperties, !isLineEnd(at + 1) { at += 1 }
      at += 1
    }
    at = min(at, count)
    // A key of several words, as INI files have.
    if isBlank(at), !isProperties {
      var end = at
      while !isLineEnd(end), source[end] != 0x3D { end += 1 }
      if peek(end) == 0x3D {
        while isBlank(end - 1) { end -= 1 }
        at = end
      }
    }
    if at > start { found.add(.identifier, start, at) }
  }

  private mutating func readValue() {
    guard !isLineEnd(at), !startsComment(at, isLineStart: false) else { return }
    let start = at
    if let form = forms.first(where: { $0.quote == source[at] }) {
      let end = strings.endOfString(form, from: at + 1)
      at = end.end
      found.addString(
        start, at, content: start + 1..<max(start + 1, end.content),
        isInterpolated: end.isInterpolated)
      found.mark(.string, start, at, then: .code)
      return
    }
    var isInterpolated = false
    while at < count, !startsComment(at, isLineStart: false) {
      if isLineEnd(at) {
        guard isProperties, at > start, source[at - 1] == 0x5C else { break }
      } else if isShell, source[at] == 0x24 {
        let next = peek(at + 1)
        isInterpolated =
          isInterpolated || next == 0x7B || next == 0x28 || strings.isWordByte(next)
      }
      at += 1
    }
    var end = at
    while end > start, isBlank(end - 1) || isLineEnd(end - 1) { end -= 1 }
    guard end > start else { return }
    found.addString(start, end, content: start..<end, isInterpolated: isInterpolated)
    found.mark(.string, start, end, then: .code)
  }
}
