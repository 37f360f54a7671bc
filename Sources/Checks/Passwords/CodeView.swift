import SourceText

/// The tokens of a document, with the questions that following a value asks of them. Indices may lie
/// outside: what is there is then nothing, and every walk is bounded.
struct CodeView {
  /// Unowned, since the scan keeps its view.
  unowned let scan: DocumentScan
  let walk: TokenWalk
  let tokens: [Token]
  let bytes: [UInt8]
  let brackets: BracketMap
  let language: String

  /// How many tokens a walk looks at.
  static let reach = 400

  init(_ scan: DocumentScan) {
    self.scan = scan
    walk = scan.walk
    tokens = scan.lexed.tokens
    bytes = scan.bytes
    brackets = scan.brackets
    language = scan.document.language.id
  }

  typealias Marks = TokenWalk.Marks

  func kind(_ index: Int) -> Token.Kind? { walk.kind(index) }

  func text(_ index: Int) -> String { walk.text(index) }

  func content(_ index: Int) -> String { walk.content(index) }

  func isMark(_ index: Int, _ marks: Marks) -> Bool { walk.isMark(index, marks) }

  func isMark(_ index: Int, _ mark: StaticString) -> Bool { walk.isMark(index, mark) }

  func isWord(_ index: Int, _ word: String) -> Bool { walk.isIdentifier(index, word) }

  /// The bracket that a token stands in, and the commas between them.
  func enclosing(_ index: Int) -> (open: Int, commas: Int)? {
    var position = index - 1
    var commas = 0
    var steps = 0
    while position >= 0, steps < Self.reach {
      steps += 1
      if kind(position) == .punctuation {
        switch walk.mark(position) {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
          if let open = brackets.partner(of: position) { position = open }
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return (position, commas)
        case UInt8(ascii: ","): commas += 1
        default: break
        }
      }
      position -= 1
    }
    return nil
  }

  /// What joins the parts of a path; where the dot joins texts, it is none.
  private static let allJoints: Marks = [".", "->", "?.", "::", "?->", "&.", "!."]
  private static let arrows: Marks = ["->", "::", "?->"]

  private var joints: Marks {
    language == "php" || language == "perl" ? Self.arrows : Self.allJoints
  }

  /// Where the access path that ends before `end` begins: `user.name`, `row["a"]`, `find(x).password`.
  func pathStart(endingAt end: Int) -> Int {
    var start = end
    var steps = 0
    while start > 0, steps < 40 {
      steps += 1
      let last = start - 1
      if isMark(last, "}"), language == "perl", let open = brackets.partner(of: last),
        isMark(open - 1, "->") || kind(open - 1) == .identifier
      {
        // `$row->{password}`
        start = isMark(open - 1, "->") ? open - 1 : open
        continue
      }
      if isMark(last, [")", "]"]), let open = brackets.partner(of: last) {
        start = open
        if kind(start - 1) == .identifier && !Self.keywords.contains(text(start - 1)) {
          start -= 1
        } else if isMark(start - 1, [")", "]"]) {
          continue
        } else if language == "perl", isMark(start - 1, "->") {
          start -= 1
          continue
        } else if isMark(start - 1, ["!", "?"]) && kind(start - 2) == .identifier {
          start -= 2
        }
      } else if kind(last) == .identifier || kind(last) == .string || kind(last) == .number {
        start = last
      } else if isMark(last, ["!", "!!", "?"]), start == end || isMark(start, joints) {
        start = last
        continue
      } else {
        return start
      }
      guard isMark(start - 1, joints) else { return start }
      start -= 1
    }
    return start
  }

  /// The end of the access path that begins at `start`.
  func pathEnd(startingAt start: Int) -> Int {
    var end = start
    var steps = 0
    while isMark(end, ["&", "*", "(", "await"]) || text(end) == "await", steps < 4 {
      end += 1
      steps += 1
    }
    guard kind(end) == .identifier || kind(end) == .string else { return end }
    end += 1
    while steps < 60 {
      steps += 1
      if isMark(end, ["(", "["]), let close = brackets.partner(of: end) {
        end = close + 1
      } else if isMark(end, ["!", "!!", "?"]) && isMark(end + 1, joints) {
        end += 1
      } else if isMark(end, joints), kind(end + 1) == .identifier {
        end += 2
      } else {
        return end
      }
    }
    return end
  }

  func isJoint(_ index: Int) -> Bool { isMark(index, joints) }

  /// The name of what is called by the bracket at `open`, and where its path starts; nil for a
  /// bracket that calls nothing.
  func callee(of open: Int) -> (name: String, path: Range<Int>)? {
    var last = open - 1
    if isMark(last, ["!", "?"]) { last -= 1 }
    if isMark(last, ">"), let name = genericName(before: last) { last = name }
    guard kind(last) == .identifier else { return nil }
    let name = text(last)
    guard !Self.keywords.contains(name) else { return nil }
    return (name, pathStart(endingAt: last + 1)..<(last + 1))
  }

  /// `List<User>(`: the name before the type arguments.
  private func genericName(before close: Int) -> Int? {
    var index = close - 1
    while index >= 0, close - index < 8 {
      if isMark(index, "<") { return kind(index - 1) == .identifier ? index - 1 : nil }
      index -= 1
    }
    return nil
  }

  /// The text of some tokens without layout.
  func joined(_ range: Range<Int>) -> String {
    var result = ""
    for index in range.prefix(80) where kind(index) != .newline { result += text(index) }
    return result
  }

  /// Whether the bracket at `open` holds the parameters of a function that is declared there.
  func isDeclaration(_ open: Int, path: Range<Int>) -> Bool {
    let before = path.lowerBound - 1
    if kind(before) == .identifier,
      ![
        "return", "await", "new", "echo", "throw", "in", "and", "or", "not", "yield", "else", "try",
        "if", "elif", "unless", "when", "case", "print", "then", "do", "go", "defer", "guard",
        "let",
        "const", "var", "mut", "is", "as", "puts", "raise", "while", "until",
      ].contains(text(before)), !isStatementEnd(before, path.lowerBound)
    {
      return true
    }
    if isMark(before, "~") { return true }
    guard let close = brackets.partner(of: open) else { return false }
    // `create(email, password) {` in a class; a trailing closure reads the same.
    if ["javascript", "typescript", "java", "php", "csharp", "dart", "c", "cpp"].contains(language)
      || language == "jsx" || language == "tsx"
    {
      return isMark(close + 1, "{")
    }
    return false
  }

  /// Whether a line ends between two neighboring tokens.
  func isStatementEnd(_ first: Int, _ second: Int) -> Bool {
    guard kind(first) != nil, kind(second) != nil, kind(second) != .newline else { return true }
    let gap = Int(tokens[first].end)..<max(Int(tokens[first].end), Int(tokens[second].start))
    return bytes[gap].contains(0x0A)
  }

  /// The first token of the statement that a token belongs to, outside all brackets it stands in.
  func statementStart(_ index: Int) -> Int {
    var position = index
    var steps = 0
    while position > 0, steps < Self.reach {
      steps += 1
      let before = position - 1
      if kind(before) == .newline || isMark(before, [";", "{", "}"]) {
        if isMark(before, "}"), let open = brackets.partner(of: before), position != index,
          !isStatementEnd(before, position)
        {
          position = open
          continue
        }
        return position
      }
      if isMark(before, [")", "]"]), let open = brackets.partner(of: before) {
        position = open
      } else {
        position = before
      }
    }
    return position
  }

  /// The token after the statement that starts or goes on at a token.
  func statementEnd(_ index: Int) -> Int {
    var position = index
    var steps = 0
    while position < tokens.count, steps < Self.reach {
      steps += 1
      if kind(position) == .newline || isMark(position, ";") || isMark(position, [")", "]", "}"]) {
        return position
      }
      if isMark(position, ["(", "[", "{"]), let close = brackets.partner(of: position) {
        position = close
      } else if position > index, isStatementEnd(position - 1, position),
        kind(position) == .identifier, kind(position - 1) != .punctuation
      {
        return position
      }
      position += 1
    }
    return position
  }

  /// The names in the header of the class around a token.
  func classHeader(around place: Int) -> [String]? {
    var index = place
    var steps = 0
    while index > 0, steps < 4_000 {
      index -= 1
      steps += 1
      guard kind(index) == .identifier, text(index) == "class",
        kind(index + 1) == .identifier
      else { continue }
      var names: [String] = []
      var position = index + 1
      while position < tokens.count, position < index + 30,
        !isMark(position, ["{", ":"]),
        kind(position) != .newline
      {
        if kind(position) == .identifier { names.append(text(position)) }
        position += 1
      }
      return names
    }
    return nil
  }

  /// Whether a name was last given what belongs to an account: `sub = Subscriber.objects.get(…)`.
  func isAccountVariable(_ name: String, before index: Int) -> Bool {
    var position = index
    let limit = max(0, index - 300)
    while position > limit {
      position -= 1
      guard isWord(position, name), isMark(position + 1, ["=", ":="]) else { continue }
      return (position + 2..<position + 7).contains { place in
        kind(place) == .identifier && PasswordWords.namesAccount(text(place))
          && text(place).utf8.first.map { (0x41...0x5A).contains($0) } == true
      }
    }
    return false
  }

  static let keywords: Set<String> = [
    "if", "while", "for", "switch", "catch", "return", "and", "or", "not", "in", "elif", "unless",
    "until", "when", "guard", "case", "throw", "raise", "yield", "await", "else", "function", "fn",
    "func", "lambda", "assert", "typeof", "echo", "synchronized", "using", "match", "is", "as",
  ]
}
