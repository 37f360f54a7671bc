// Literals with marks of their own: raw strings, percent literals, regular expressions.

extension ProgramLexer {
  mutating func readLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3C where !literals.isDisjoint(with: [.shellHeredocs, .rubyHeredocs, .phpHeredocs]):
      return readHeredocMark()
    case 0x25 where literals.contains(.percentQuotes):
      return readPercentLiteral()
    case 0x24 where literals.contains(.verbatim), 0x40 where literals.contains(.verbatim):
      return readVerbatim()
    case 0x24 where literals.contains(.dollarQuotes):
      return readDollarQuoted()
    case 0x24 where literals.contains(.dollarSlashes) && peek(at + 1) == 0x2F:
      readUntil([0x2F, 0x24], opening: 2)
      return true
    case 0x5B where literals.contains(.longBrackets):
      return readLongBrackets(from: at, opener: at, isComment: false)
    case 0x2F where literals.contains(.regex):
      return readRegex()
    case 0x40 where literals.contains(.hereStrings):
      return readHereString()
    case 0x40 where literals.contains(.atStrings) && peek(at + 1) == 0x22:
      readString(StringForm("\""), from: at, quotes: at + 1)
      return true
    case 0x23 where literals.contains(.hashQuotes):
      return readHashString(from: at, escape: .backslash)
    case 0x3F where literals.contains(.openTags) && peek(at + 1) == 0x3E:
      add(.punctuation, at, at + 2)
      at += 2
      skipToOpenTag()
      return true
    default:
      return false
    }
  }

  /// The start of `mark` from `index` on; nil if it does not come.
  func find(_ mark: [UInt8], from index: Int) -> Int? {
    guard let first = mark.first else { return nil }
    var index = index
    while index + mark.count <= count {
      if source[index] == first, starts(with: mark, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// Adds the literal at `start` whose text goes from `body` to the next `mark`, or to the end.
  private mutating func readRaw(_ start: Int, _ body: Int, to mark: [UInt8]) {
    let close = find(mark, from: body)
    addLiteral(
      start, body, LiteralEnd(content: close ?? count, end: close.map { $0 + mark.count } ?? count))
  }

  private mutating func readUntil(_ mark: [UInt8], opening: Int) {
    readRaw(at, at + opening, to: mark)
  }

  /// `#"…"#`, with as many `#` at the end as at `at`, where a prefix from `start` may end.
  mutating func readHashString(from start: Int, escape: StringForm.Escape) -> Bool {
    var quotes = at
    while peek(quotes) == 0x23, quotes - at < 255 { quotes += 1 }
    guard peek(quotes) == 0x22 else { return false }
    let isSwift = literals.contains(.hashQuotes)
    let isTriple = isSwift && peek(quotes + 1) == 0x22 && peek(quotes + 2) == 0x22
    var form = StringForm(isTriple ? "\"\"\"" : "\"", escape, multiline: isTriple || !isSwift)
    form.hashes = quotes - at
    if isSwift { form.marks = .backslashParenthesis }
    readString(form, from: start, quotes: quotes)
    return true
  }

  /// C++: `R"mark(…)mark"`; the mark has at most 16 characters.
  mutating func readRawDelimited(from start: Int) -> Bool {
    guard peek(at) == 0x22 else { return false }
    var open = at + 1
    while open < count, source[open] != 0x28 {
      guard open - at <= 16, source[open] > 0x20, source[open] != 0x29, source[open] != 0x5C else {
        return false
      }
      open += 1
    }
    guard open < count else { return false }
    readRaw(start, open + 1, to: [0x29] + source[(at + 1)..<open] + [0x22])
    return true
  }

  /// R: `r"--(…)--"`.
  mutating func readRawBrackets(from start: Int) -> Bool {
    let quote = peek(at)
    var open = at + 1
    while peek(open) == 0x2D, open - at < 64 { open += 1 }
    let dashes = [UInt8](repeating: 0x2D, count: open - at - 1)
    let close: UInt8
    switch peek(open) {
    case 0x28: close = 0x29
    case 0x5B: close = 0x5D
    case 0x7B: close = 0x7D
    default: return false
    }
    readRaw(start, open + 1, to: [close] + dashes + [quote])
    return true
  }

  /// Lua: `[[…]]`, `[==[…]==]`, as a string or after `--` as a comment.
  mutating func readLongBrackets(from start: Int, opener: Int, isComment: Bool) -> Bool {
    guard peek(opener) == 0x5B else { return false }
    var index = opener + 1
    while peek(index) == 0x3D, index - opener < 256 { index += 1 }
    guard peek(index) == 0x5B else { return false }
    let mark = [0x5D] + [UInt8](repeating: 0x3D, count: index - opener - 1) + [0x5D]
    if isComment {
      at = find(mark, from: index + 1).map { $0 + mark.count } ?? count
      found.mark(.comment, start, at, then: .code)
    } else {
      readRaw(start, index + 1, to: mark)
    }
    return true
  }

  /// PostgreSQL: `$tag$ … $tag$`. After `DELIMITER $$` (MySQL) it is a mark.
  private mutating func readDollarQuoted() -> Bool {
    var end = at + 1
    while end - at < 64, isWordByte(peek(end)) { end += 1 }
    guard peek(end) == 0x24, !isDigit(peek(at + 1)) else { return false }
    if let last = found.tokens.last, last.kind == .identifier, last.end - last.start == 9,
      source[Int(last.start)] | 0x20 == 0x64, source[Int(last.end) - 1] | 0x20 == 0x72
    {
      hasDollarDelimiter = true
    }
    if hasDollarDelimiter {
      add(.punctuation, at, end + 1)
      at = end + 1
      return true
    }
    readRaw(at, end + 1, to: Array(source[at...end]))
    return true
  }

  /// PowerShell: `@"` or `@'` at the end of a line, up to the quote and `@` at the start of one.
  private mutating func readHereString() -> Bool {
    let quote = peek(at + 1)
    guard quote == 0x22 || quote == 0x27 else { return false }
    var body = at + 2
    while peek(body) == 0x20 || peek(body) == 0x0D { body += 1 }
    guard peek(body) == 0x0A else { return false }
    let close = find([0x0A, quote, 0x40], from: body)
    var end = LiteralEnd(content: close ?? count, end: close.map { $0 + 3 } ?? count)
    end.isInterpolated = quote == 0x22 && source[body..<end.content].contains(0x24)
    addLiteral(at, min(body + 1, end.content), end)
    return true
  }

  /// C#: `@"…"`, `$"…"`, `$@"…"`, `@$"…"`, `$"""…"""`, `$$"""…"""`.
  private mutating func readVerbatim() -> Bool {
    var quotes = at
    var isVerbatim = false
    var dollars = 0
    while quotes - at < 8 {
      if peek(quotes) == 0x40 {
        isVerbatim = true
      } else if peek(quotes) == 0x24 {
        dollars += 1
      } else {
        break
      }
      quotes += 1
    }
    guard peek(quotes) == 0x22 else { return false }
    var form = StringForm("\"", isVerbatim ? .doubled : .backslash, multiline: isVerbatim)
    if !isVerbatim, peek(quotes + 1) == 0x22, peek(quotes + 2) == 0x22 {
      var end = quotes
      while peek(end) == 0x22 { end += 1 }
      form = StringForm("\"", .none, multiline: true)
      form.count = end - quotes
    }
    if dollars > 0 { form.marks = dollars > 1 ? .doubleBraces : .braces }
    readString(form, from: at, quotes: quotes)
    return true
  }

  // MARK: Where a value is expected

  /// Whether what was read last leaves a value to be expected: an operator, an opening bracket, a
  /// word such as `return`.
  private var expectsValue: Bool {
    guard pendingLineEnd < 0, let last = found.tokens.last else { return true }
    switch last.kind {
    case .newline: return true
    case .number, .string: return false
    case .identifier:
      return compiled.wordsBeforeRegex.contains { isWord($0, Int(last.start), Int(last.end)) }
    case .punctuation:
      switch source[Int(last.end) - 1] {
      case 0x29, 0x5D, 0x7D: return false
      case 0x3C: return Int(last.end) != at  // `</div>`
      default: return true
      }
    }
  }

  /// `x /a/` but not `x / a`: an argument without parentheses.
  private var looksLikeArgument: Bool {
    guard !literals.isDisjoint(with: [.percentQuotes]), let last = found.tokens.last,
      last.kind == .identifier
    else { return false }
    return at > 0 && source[at - 1] == 0x20 && peek(at + 1) > 0x20 && peek(at + 1) != 0x3D
  }

  /// `/…/` with its flags, on one line.
  private mutating func readRegex() -> Bool {
    guard at >= noRegexBefore, expectsValue || looksLikeArgument else { return false }
    var index = at + 1
    var isInClass = false
    var isInterpolated = false
    while index < count {
      let byte = source[index]
      if byte == 0x0A || byte == 0x0D { break }
      if byte == 0x5C, peek(index + 1) > 0x0D {
        index += 2
        continue
      }
      if byte == 0x5B { isInClass = true }
      if byte == 0x5D { isInClass = false }
      if byte == 0x23, peek(index + 1) == 0x7B { isInterpolated = true }
      if byte == 0x2F, !isInClass {
        var end = index + 1
        while end < count, isWordByte(source[end]), source[end] < 0x80 { end += 1 }
        addLiteral(
          at, at + 1,
          LiteralEnd(
            content: index, end: end,
            isInterpolated: isInterpolated && literals.contains(.percentQuotes)))
        return true
      }
      index += 1
    }
    noRegexBefore = index
    return false
  }

  /// The literal with free choice of brackets that opens at `open`; nil if no text can follow.
  func delimited(_ open: Int) -> LiteralEnd? {
    guard open < count, source[open] > 0x20, !isWordByte(source[open]) else { return nil }
    let opening = source[open]
    let closing: UInt8
    switch opening {
    case 0x28: closing = 0x29
    case 0x5B: closing = 0x5D
    case 0x7B: closing = 0x7D
    case 0x3C: closing = 0x3E
    default: closing = opening
    }
    var depth = 1
    var index = open + 1
    var end = LiteralEnd(content: count, end: count)
    while index < count {
      let byte = source[index]
      if byte == 0x5C {
        index += 2
        continue
      }
      if byte == 0x23, peek(index + 1) == 0x7B { end.isInterpolated = true }
      if byte == closing {
        depth -= 1
        if depth == 0 {
          end.content = index
          end.end = index + 1
          return end
        }
      } else if byte == opening {
        depth += 1
      }
      index += 1
    }
    return end
  }

  /// Ruby: `%w[…]`, `%q(…)`, `%(…)`.
  private mutating func readPercentLiteral() -> Bool {
    guard expectsValue || looksLikeArgument else { return false }
    let letter = peek(at + 1)
    var open = at + 1
    if (0x61...0x7A).contains(letter | 0x20) {
      guard "qQwWiIrxs".utf8.contains(letter) else { return false }
      open += 1
    }
    // Bare `%` only with brackets; other marks are more likely the operator.
    if open == at + 1 {
      guard letter == 0x28 || letter == 0x5B || letter == 0x7B || letter == 0x7C else {
        return false
      }
    }
    guard var end = delimited(open) else { return false }
    if letter == 0x71 || letter == 0x77 || letter == 0x69 || letter == 0x73 {
      end.isInterpolated = false
    }
    addLiteral(at, open + 1, end)
    return true
  }

  /// Perl: `q(…)`, `qq{…}`, `m/…/`, `s/…/…/`; the word from `start` was just read.
  mutating func readQuoteOperator(from start: Int) -> Bool {
    let first = source[start]
    let second: UInt8 = at - start == 2 ? source[start + 1] : 0
    let hasTwoParts: Bool
    switch (first, second) {
    case (0x71, 0), (0x71, 0x71), (0x71, 0x77), (0x71, 0x78), (0x71, 0x72), (0x6D, 0):
      hasTwoParts = false
    case (0x73, 0), (0x79, 0), (0x74, 0x72):
      hasTwoParts = true
    default:
      return false
    }
    if let last = found.tokens.last, last.kind == .punctuation, pendingLineEnd < 0,
      source[Int(last.end) - 1] == 0x3E || source[Int(last.end) - 1] == 0x7B
        || source[Int(last.end) - 1] == 0x26
    {
      return false
    }
    var open = at
    while peek(open) == 0x20 { open += 1 }
    switch peek(open) {
    case 0x3D, 0x2C, 0x3B, 0x29, 0x7D: return false
    case 0x23 where open > at: return false
    default: break
    }
    guard var end = delimited(open) else { return false }
    let body = open + 1
    end.isInterpolated =
      second == 0x71 && (source[body..<max(body, end.content)].contains(0x24) || end.isInterpolated)
    if hasTwoParts, end.end < count {
      var next = end.end
      let isBracketed = source[open] != source[end.end - 1]
      if isBracketed { while next < count, source[next] <= 0x20 { next += 1 } }
      if let rest = delimited(isBracketed ? next : end.end - 1) { end.end = rest.end }
    }
    // The flags of a pattern.
    if hasTwoParts || first == 0x6D || second == 0x72 {
      while (0x61...0x7A).contains(peek(end.end)) { end.end += 1 }
    }
    at = start
    addLiteral(start, body, end)
    return true
  }
}
