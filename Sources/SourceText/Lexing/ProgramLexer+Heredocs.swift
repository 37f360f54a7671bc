// Heredocs: texts that start on the line after their mark.
//
// The mark (`<<~SQL`) is a string token where it stands, its content being the text; the text is a
// string token again where it lies, so that a place in it leads to a token.

/// A heredoc whose mark was read and whose text is to come.
struct PendingHeredoc {
  let word: [UInt8]
  let isInterpolating: Bool
  /// The token of the mark.
  let token: Int
}

extension ProgramLexer {
  mutating func readHeredocMark() -> Bool {
    guard peek(at + 1) == 0x3C else { return false }
    if literals.contains(.phpHeredocs) { return readPHPHeredoc() }
    guard peek(at + 2) != 0x3C else { return false }
    let isShell = literals.contains(.shellHeredocs)
    var index = at + 2
    let isIndented = peek(index) == 0x2D || peek(index) == 0x7E
    if isIndented { index += 1 }
    if isShell {
      // `$((1 << n))`
      if brackets.count > 1, brackets[brackets.count - 1] == 0x28,
        brackets[brackets.count - 2] == 0x28
      {
        return false
      }
      while peek(index) == 0x20 { index += 1 }
    }
    guard let (word, end, isRaw) = heredocWord(at: index) else { return false }
    if !isShell, !isIndented {
      let isQuoted = source[index] == 0x22 || source[index] == 0x27
      let isUpper = (0x41...0x5A).contains(source[index])
      let isSpaced = at == 0 || !isWordByte(source[at - 1]) && source[at - 1] != 0x29
      guard isQuoted || isUpper, isSpaced else { return false }
    }
    add(.string, at, end)
    found.setContent(end..<end, ofToken: found.tokens.count - 1)
    found.mark(.string, at, end, then: .code)
    heredocs.append(
      PendingHeredoc(word: word, isInterpolating: !isRaw, token: found.tokens.count - 1))
    at = end
    return true
  }

  /// The word that ends a heredoc, quoted or not, and where it ends.
  private func heredocWord(at index: Int) -> (word: [UInt8], end: Int, isRaw: Bool)? {
    var index = index
    var isEscaped = false
    if peek(index) == 0x5C {
      isEscaped = true
      index += 1
    }
    let quote = peek(index)
    let isQuoted = quote == 0x22 || quote == 0x27 || quote == 0x60
    let start = isQuoted ? index + 1 : index
    var end = start
    while end < count, end - start < 128 {
      let byte = source[end]
      if isQuoted ? byte == quote || byte < 0x20 : !isWordByte(byte) { break }
      end += 1
    }
    guard end > start, isQuoted || !isDigit(source[start]) else { return nil }
    if isQuoted, peek(end) != quote { return nil }
    return (Array(source[start..<end]), isQuoted ? end + 1 : end, isEscaped || quote == 0x27)
  }

  /// Reads the texts of this line's heredocs, from the start of the next.
  mutating func readHeredocTexts() {
    let waiting = heredocs
    heredocs = []
    for (number, heredoc) in waiting.enumerated() {
      if number > 0 { skipLine() }
      let start = at
      let (content, end) = endOfHeredoc(heredoc.word, isClosedByLine: true)
      let isInterpolated = heredoc.isInterpolating && holdsInterpolation(start..<content)
      found.setContent(start..<content, ofToken: heredoc.token, isInterpolated: isInterpolated)
      at = end
      guard content > start else { continue }
      if pendingLineEnd >= 0 { settleLineEnd(before: 0x22) }
      found.addString(
        start, content, content: start..<content, isInterpolated: isInterpolated)
      found.mark(.string, start, end, then: .code)
    }
  }

  private mutating func skipLine() {
    while at < count, source[at] != 0x0A { at += 1 }
    if at < count { at += 1 }
  }

  /// From `at` the line that starts with `word`: where the text ends, and where the word does.
  private func endOfHeredoc(_ word: [UInt8], isClosedByLine: Bool) -> (content: Int, end: Int) {
    var line = at
    while line < count {
      var index = line
      while peek(index) == 0x20 || peek(index) == 0x09 { index += 1 }
      if starts(with: word, at: index) {
        let end = index + word.count
        if end >= count || !isWordByte(source[end]) {
          if !isClosedByLine || end >= count || source[end] <= 0x20 || source[end] == 0x29 {
            return (line, end)
          }
        }
      }
      while index < count, source[index] != 0x0A { index += 1 }
      line = index + 1
    }
    return (count, count)
  }

  private func holdsInterpolation(_ range: Range<Int>) -> Bool {
    for index in range {
      let next = peek(index + 1)
      if literals.contains(.percentQuotes) {
        if source[index] == 0x23, next == 0x7B { return true }
      } else if source[index] == 0x24, next == 0x7B || next == 0x28 || isWordByte(next),
        index == range.lowerBound || source[index - 1] != 0x5C
      {
        return true
      }
    }
    return false
  }

  /// PHP: from `<<<WORD` to the line that starts with the word, as one token.
  private mutating func readPHPHeredoc() -> Bool {
    guard peek(at + 2) == 0x3C else { return false }
    var index = at + 3
    while peek(index) == 0x20 { index += 1 }
    guard let (word, end, isRaw) = heredocWord(at: index) else { return false }
    let start = at
    var body = end
    while body < count, source[body] <= 0x20, source[body] != 0x0A { body += 1 }
    guard body >= count || source[body] == 0x0A else { return false }
    at = min(body + 1, count)
    body = at
    let (content, close) = endOfHeredoc(word, isClosedByLine: false)
    at = start
    addLiteral(
      start, body,
      LiteralEnd(
        content: content, end: close,
        isInterpolated: !isRaw && holdsInterpolation(body..<max(body, content))))
    return true
  }
}
