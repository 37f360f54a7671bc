/// Reads YAML line by line: keys are code, scalars strings.
///
/// No schema is applied (`true` and `12` are strings like others), and the indentation matters only
/// to find the end of a block scalar. Flow collections are followed over lines.
struct YAMLLexer {
  private let source: UnsafeBufferPointer<UInt8>
  private let count: Int
  private var found: Lexemes
  private var at = 0
  private var lineStart = 0
  /// The flow collections open around `at`.
  private var flowDepth = 0

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    count = source.count
    found = Lexemes(.code, size: source.count / 2)
  }

  mutating func lexed() -> LexedSource {
    while at < count {
      if isLineEnd(at) {
        endLine()
      } else if isBlank(at) {
        at += 1
      } else if isComment(at) {
        readComment()
      } else if flowDepth > 0 {
        readFlowPart()
      } else {
        readNode()
      }
    }
    return found.finished(at: count)
  }

  private func peek(_ index: Int) -> UInt8 { index < count ? source[index] : 0 }
  private func isBlank(_ index: Int) -> Bool { peek(index) == 0x20 || peek(index) == 0x09 }
  private func isLineEnd(_ index: Int) -> Bool {
    index >= count || source[index] == 0x0A || source[index] == 0x0D
  }
  private func isSpace(_ index: Int) -> Bool { isBlank(index) || isLineEnd(index) }
  private func isFlowMark(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x5B || byte == 0x5D || byte == 0x7B || byte == 0x7D
  }

  /// `#` starts a comment after white space only.
  private func isComment(_ index: Int) -> Bool {
    peek(index) == 0x23 && (index == 0 || isSpace(index - 1))
  }

  private mutating func endLine() {
    let start = at
    at += 1
    lineStart = at
    if flowDepth == 0, let last = found.tokens.last, last.kind != .newline {
      found.add(.newline, start, at)
    }
  }

  private mutating func readComment() {
    let start = at
    while !isLineEnd(at) { at += 1 }
    found.mark(.comment, start, at, then: .code)
  }

  private mutating func mark(_ length: Int) {
    found.add(.punctuation, at, at + length)
    at += length
  }

  /// A mark, a key or a scalar outside flow collections.
  private mutating func readNode() {
    let byte = source[at]
    if at == lineStart, isDocumentMark {
      mark(3)
      return
    }
    if at == lineStart, byte == 0x25 {
      while !isLineEnd(at) { at += 1 }
      return
    }
    switch byte {
    case 0x2D where isSpace(at + 1), 0x3F where isSpace(at + 1), 0x3A where isSpace(at + 1):
      mark(1)
    case 0x5B, 0x7B:
      if byte == 0x7B, peek(at + 1) == 0x7B { readTemplate() } else { readFlowPart() }
    case 0x22, 0x27: readQuoted(byte)
    case 0x26, 0x21, 0x2A: readProperty()
    case 0x7C, 0x3E:
      if !readBlockScalar() { readPlain() }
    default: readPlain()
    }
  }

  private var isDocumentMark: Bool {
    let byte = source[at]
    return (byte == 0x2D || byte == 0x2E) && peek(at + 1) == byte && peek(at + 2) == byte
      && isSpace(at + 3)
  }

  /// `&anchor`, `!tag`, `*alias`.
  private mutating func readProperty() {
    let start = at
    at += 1
    while !isSpace(at), flowDepth == 0 || !isFlowMark(source[at]) { at += 1 }
    found.add(.identifier, start, at)
  }

  /// `{{ … }}` of a template stands for a value.
  private mutating func readTemplate() {
    let start = at
    while !isLineEnd(at), !(source[at] == 0x7D && peek(at + 1) == 0x7D) { at += 1 }
    at = min(at + (isLineEnd(at) ? 0 : 2), count)
    found.addString(start, at, content: start..<at, isInterpolated: true)
    found.mark(.string, start, at, then: .code)
  }

  private mutating func readQuoted(_ quote: UInt8) {
    let start = at
    at += 1
    while at < count {
      if source[at] == 0x5C, quote == 0x22 {
        at += 2
      } else if source[at] != quote {
        at += 1
      } else if quote == 0x27, peek(at + 1) == quote {
        at += 2
      } else {
        break
      }
    }
    at = min(at, count)
    let content = start + 1..<at
    if at < count { at += 1 }
    found.addString(start, at, content: content)
    var next = at
    while isBlank(next) { next += 1 }
    let isKey = peek(next) == 0x3A && (flowDepth > 0 || isSpace(next + 1))
    found.mark(isKey ? .code : .string, start, at, then: .code)
  }

  /// A key up to `: `, else a scalar up to the end of the line.
  private mutating func readPlain() {
    let start = at
    var end = at
    while !isLineEnd(at), !(isBlank(at) && peek(at + 1) == 0x23) {
      if source[at] == 0x3A, isSpace(at + 1) || flowDepth > 0 && isFlowMark(peek(at + 1)) {
        if end > start { found.add(.identifier, start, end) }
        mark(1)
        return
      }
      if flowDepth > 0, isFlowMark(source[at]) { break }
      at += 1
      if !isBlank(at - 1) { end = at }
    }
    guard end > start else { return }
    found.addString(start, end, content: start..<end)
    found.mark(.string, start, end, then: .code)
  }

  private mutating func readFlowPart() {
    let byte = source[at]
    switch byte {
    case 0x7B where peek(at + 1) == 0x7B: readTemplate()
    case 0x5B, 0x7B:
      flowDepth += 1
      mark(1)
    case 0x5D, 0x7D:
      flowDepth = max(0, flowDepth - 1)
      mark(1)
    case 0x2C: mark(1)
    case 0x3A: mark(1)
    case 0x22, 0x27: readQuoted(byte)
    case 0x26, 0x21, 0x2A: readProperty()
    default: readPlain()
    }
  }

  /// `|` or `>` and the more indented lines after it, as one string.
  private mutating func readBlockScalar() -> Bool {
    var header = at + 1
    while peek(header) == 0x2B || peek(header) == 0x2D || (0x30...0x39).contains(peek(header)) {
      header += 1
    }
    var next = header
    while isBlank(next) { next += 1 }
    guard isLineEnd(next) || isComment(next) else { return false }
    let parent = parentIndentation
    found.add(.punctuation, at, header)
    at = next
    if isComment(at) { readComment() }
    while at < count, source[at] != 0x0A { at += 1 }
    if at < count { at += 1 }
    let start = at
    var end = at
    while at < count {
      var index = at
      while peek(index) == 0x20 { index += 1 }
      let indentation = index - at
      while isBlank(index) { index += 1 }
      let isEmpty = isLineEnd(index)
      guard isEmpty || indentation > parent else { break }
      while index < count, source[index] != 0x0A { index += 1 }
      if !isEmpty { end = index }
      at = min(index + 1, count)
    }
    lineStart = at
    guard end > start else { return true }
    found.addString(start, end, content: start..<end)
    found.mark(.string, start, end, then: .code)
    if at > end { found.add(.newline, end, at) }
    return true
  }

  /// The column of the line's key, after its dashes; that of the last dash where no key stands
  /// before the scalar; -1 for a scalar that is a whole document.
  private var parentIndentation: Int {
    var index = lineStart
    var dash = -1
    while index < at {
      if source[index] == 0x20 {
        index += 1
      } else if source[index] == 0x2D, isSpace(index + 1) {
        dash = index - lineStart
        index += 1
      } else {
        return source[index] == 0x2D ? dash : index - lineStart
      }
    }
    return dash
  }
}
