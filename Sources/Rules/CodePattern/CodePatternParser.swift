import PatternEngine

extension CodePattern {
  /// Reads a structural pattern's text; `rules/README.md` describes the language.
  package init(_ text: String) throws(CodePatternError) {
    var parser = CodePatternParser(text)
    self = try parser.parse()
  }
}

private struct CodePatternParser {
  private let bytes: [UInt8]
  private var index = 0
  private var openers: [(mark: UInt8, offset: Int)] = []
  private var elements: [CodePattern.Element] = []
  private var reportedStart: Int?
  private var reported: Range<Int>?

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func parse() throws(CodePatternError) -> CodePattern {
    while index < bytes.count { try element() }
    if let open = openers.last { throw CodePatternError("unclosed bracket", at: open.offset) }
    if reportedStart != nil, reported == nil {
      throw CodePatternError("the marker « is never closed by »", at: bytes.count)
    }
    guard let anchor = Self.anchor(of: elements) else {
      throw CodePatternError(
        "nothing to search for: a structural pattern needs a word or string of 2 letters or more",
        at: 0)
    }
    var pattern = CodePattern(
      elements: elements, anchor: anchor.index, anchorTexts: anchor.texts, reported: reported)
    // A module's name is written with other marks where it is imported: `node-serialize`.
    if anchor.index == pattern.head.first {
      pattern.anchorTexts += anchor.texts.filter { $0.contains("_") && $0.first != "_" }.map {
        text in
        String(text.map { $0 == "_" ? "-" : $0 })
      }
    }
    return pattern
  }

  private mutating func add(_ kind: CodePattern.Kind) {
    elements.append(
      CodePattern.Element(
        kind: kind, depth: openers.count, isInBraces: openers.last?.mark == UInt8(ascii: "{")))
  }

  private mutating func element() throws(CodePatternError) {
    let byte = bytes[index]
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D: index += 1
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try string(quote: byte)
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      add(.mark(text(index..<(index + 1))))
      openers.append((byte, index))
      index += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      let partner: UInt8 =
        byte == UInt8(ascii: ")")
        ? UInt8(ascii: "(") : byte == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{")
      guard openers.popLast()?.mark == partner else {
        throw CodePatternError("unmatched closing bracket", at: index)
      }
      add(.mark(text(index..<(index + 1))))
      index += 1
    case UInt8(ascii: "$"): try dollar()
    case 0xC2 where isMarker(index): try marker()
    case UInt8(ascii: ".") where bytes[index...].starts(with: [0x2E, 0x2E, 0x2E]):
      index += 3
      if case .ellipsis? = elements.last?.kind {
        throw CodePatternError("two ellipses in a row", at: index - 3)
      }
      add(.ellipsis)
    case UInt8(ascii: ","), UInt8(ascii: ";"):
      add(.mark(text(index..<(index + 1))))
      index += 1
    default:
      if Self.isWord(byte)
        || byte == UInt8(ascii: "@") && index + 1 < bytes.count
          && Self.isWord(bytes[index + 1])
      {
        let start = index
        index += 1
        skipWord()
        add(.word(text(start..<index)))
      } else {
        marks()
      }
    }
  }

  /// `«` and `»`: what stands between them is reported.
  private mutating func marker() throws(CodePatternError) {
    defer { index += 2 }
    if bytes[index + 1] == 0xAB, reportedStart == nil {
      reportedStart = elements.count
    } else if bytes[index + 1] == 0xBB, let start = reportedStart, reported == nil,
      start < elements.count
    {
      reported = start..<elements.count
    } else {
      throw CodePatternError("a pattern marks one stretch with « and »", at: index)
    }
  }

  /// A run of marks without space between; brackets, commas and `...` stand alone.
  private mutating func marks() {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      let isMark = byte > 0x20 && byte < 0x7F && !Self.isWord(byte)
      if !isMark || "()[]{},;\"'$".utf8.contains(byte) { break }
      if index > start, bytes[index...].starts(with: [0x2E, 0x2E, 0x2E]) { break }
      index += 1
    }
    if index == start { index += 1 }
    add(.mark(text(start..<index)))
  }

  private mutating func string(quote: UInt8) throws(CodePatternError) {
    let start = index
    index += 1
    let contentStart = index
    while index < bytes.count, bytes[index] != quote {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < bytes.count else { throw CodePatternError("unclosed string", at: start) }
    let content = text(contentStart..<index)
    index += 1
    if content == "..." {
      add(.string(.any))
    } else if content.count > 2, content.hasPrefix("/"), content.hasSuffix("/") {
      let pattern = String(content.dropFirst().dropLast())
      try check(pattern, at: contentStart + 1)
      add(.string(.pattern(pattern)))
    } else {
      add(.string(.content(content)))
    }
  }

  /// `$NAME`, `$name`, `$(a|b)` and `$/pattern/`.
  private mutating func dollar() throws(CodePatternError) {
    let start = index
    index += 1
    guard index < bytes.count else {
      throw CodePatternError("nothing after the dollar sign", at: start)
    }
    switch bytes[index] {
    case UInt8(ascii: "$"):
      index += 1
      add(.word("$"))
    case UInt8(ascii: "("):
      let listStart = index + 1
      guard let end = bytes[listStart...].firstIndex(of: UInt8(ascii: ")")) else {
        throw CodePatternError("unclosed list of alternatives", at: start)
      }
      let words = text(listStart..<end).split(separator: "|", omittingEmptySubsequences: false)
      guard words.allSatisfy({ !$0.isEmpty }) else {
        throw CodePatternError("empty alternative", at: start)
      }
      index = end + 1
      add(
        .oneOf(
          words.map { word in
            var word = word
            while word.first == " " { word.removeFirst() }
            while word.last == " " { word.removeLast() }
            return String(word)
          }))
    case UInt8(ascii: "/"):
      let patternStart = index + 1
      guard let end = bytes[patternStart...].firstIndex(of: UInt8(ascii: "/")) else {
        throw CodePatternError("unclosed pattern", at: start)
      }
      let pattern = text(patternStart..<end)
      try check(pattern, at: patternStart)
      index = end + 1
      add(.wordPattern(pattern))
    default:
      skipWord()
      let name = text((start + 1)..<index)
      guard !name.isEmpty else { throw CodePatternError("a lone dollar sign", at: start) }
      let isMetavariable = name.utf8.allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
      if isMetavariable {
        let kind = CodePattern.ExpressionKind(name: name)
        add(.metavariable(name: name, kind: kind, types: try types()))
      } else {
        add(.word("$" + name))
      }
    }
  }

  /// `:Type` or `:(Type|module.function)` right behind a metavariable.
  private mutating func types() throws(CodePatternError) -> [String] {
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: ":") else { return [] }
    let start = index + 1
    if bytes[start] == UInt8(ascii: "(") {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")) else {
        throw CodePatternError("unclosed list of types", at: start)
      }
      index = end + 1
      let types = text((start + 1)..<end).split(separator: "|", omittingEmptySubsequences: false)
      guard types.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isPath) }) else {
        throw CodePatternError("a type is a name, perhaps with dots", at: start)
      }
      return types.map(String.init)
    }
    // `$A: $B` and `$A:value` are no types: a type begins with a capital.
    guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[start]) else { return [] }
    index = start
    while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
    return [text(start..<index)]
  }

  /// Up to the end of a word, which is no part of the markers « and ».
  private mutating func skipWord() {
    while index < bytes.count, Self.isWord(bytes[index]), !isMarker(index) { index += 1 }
  }

  private func isMarker(_ index: Int) -> Bool {
    bytes[index] == 0xC2 && index + 1 < bytes.count
      && (bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBB)
  }

  private static func isPath(_ byte: UInt8) -> Bool { isWord(byte) || byte == UInt8(ascii: ".") }

  private func check(_ pattern: String, at offset: Int) throws(CodePatternError) {
    do throws(PatternError) {
      _ = try PatternParser.parse(pattern)
    } catch {
      throw CodePatternError(error.message, at: offset + error.offset)
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || ByteSet.word.contains(byte)
  }

  /// The most telling element: the longest word or string, common words counting for less.
  private static func anchor(
    of elements: [CodePattern.Element]
  ) -> (index: Int, texts: [String])? {
    var best: (index: Int, texts: [String], score: Int)?
    for (index, element) in elements.enumerated() {
      let texts: [String]
      switch element.kind {
      case .word(let word): texts = [word]
      case .oneOf(let words): texts = words
      case .string(.content(let content)): texts = [content]
      case .mark, .wordPattern, .string, .metavariable, .ellipsis: continue
      }
      let shortest = texts.map(\.utf8.count).min() ?? 0
      guard shortest >= 2 else { continue }
      let common = texts.filter { commonWords.contains($0) }.count
      let score = min(shortest, 12) * 4 - common * 12 - texts.count
      if best.map({ score > $0.score }) ?? true { best = (index, texts, score) }
    }
    return best.map { ($0.index, $0.texts) }
  }

  private static let commonWords: Set<String> = [
    "import", "from", "return", "self", "this", "true", "false", "True", "False", "new", "function",
    "const", "static", "public", "private", "void", "string", "String", "name", "value", "data",
    "null", "None", "nil", "else", "class", "require", "request", "response", "open", "get", "set",
    "post", "send", "write", "read", "run", "exec", "load", "query", "execute", "params", "user",
    "password", "html", "text", "path", "file", "args", "error", "print", "byte", "bytes", "make",
    "func", "range", "len", "append", "char", "int", "unsigned", "sizeof", "struct", "unwrap",
    "Some",
    "Vec", "body", "query", "form", "options", "config", "http", "https", "json", "utf-8", "utf8",
    "key", "type", "default", "result", "list", "list", "item", "index", "res", "req", "ctx", "err",
  ]
}
