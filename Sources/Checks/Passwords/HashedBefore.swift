import SourceText

/// Whether a value has been made safe before it is used: `password = hash(password)` above it.
enum HashedBefore {
  /// How many tokens back it looks.
  private static let reach = 500
  private static let functionWords: ByteWords = ["def", "func", "function", "fun", "fn"]

  /// The tokens that the walk stops at, in order: assignments, and where functions are declared.
  static func stops(_ view: CodeView) -> [Int] {
    view.tokens.indices.filter { index in
      let token = view.tokens[index]
      switch token.kind {
      case .identifier:
        return functionWords.contains(view.bytes, token.range)
          && (view.kind(index + 1) == .identifier || view.isMark(index + 1, "("))
      case .punctuation: return view.isMark(index, "=") || view.isMark(index, ":=")
      case .number, .string, .newline: return false
      }
    }
  }

  static func isHashed(_ value: PasswordValue) -> Bool {
    isHashed(value.pathText, before: value.path.lowerBound, value.view)
  }

  /// Whether what a path names was given what a hash makes, above a token.
  static func isHashed(_ wanted: String, before place: Int, _ view: CodeView) -> Bool {
    let limit = max(0, place - 1 - reach)
    let isTyped = ["swift", "kotlin", "rust", "typescript"].contains(view.language)
    let stops = view.scan.assignmentStops
    let end = stops.indices.partitioningIndex { stops[$0] >= place - 1 }
    for index in stops[..<end].reversed() {
      guard index >= limit else { break }
      if view.kind(index) == .identifier { return false }
      // `hashed, err := hash(password)`
      let isPair = view.language == "go" && view.isMark(index - 2, ",")
      let index = isPair && ends(wanted, withToken: index - 3, view) ? index - 2 : index
      guard isTyped || ends(wanted, withToken: index - 1, view) else { continue }
      let start = view.pathStart(endingAt: index)
      guard start < index else { continue }
      var target = view.joined(start..<index)
      if isTyped, view.isMark(start - 1, ":") {
        // `let password: String = …`
        let name = view.pathStart(endingAt: start - 1)
        target = view.joined(name..<(start - 1))
      }
      guard target == wanted || target == "$" + wanted else { continue }
      let end = view.statementEnd(index + 1)
      // The statement that the value itself stands in says nothing of what came before.
      if end > place { continue }
      return holdsHashing((index + 1)..<max(index + 1, end), view)
    }
    return false
  }

  /// Whether a path's text ends with a token, but for the sign before a name.
  private static func ends(_ path: String, withToken index: Int, _ view: CodeView) -> Bool {
    guard view.tokens.indices.contains(index) else { return false }
    let token = view.bytes[view.tokens[index].range].drop { $0 == UInt8(ascii: "$") }
    return path.utf8.suffix(token.count).elementsEqual(token)
  }

  /// Whether some tokens call what hashes or encrypts.
  static func holdsHashing(_ range: Range<Int>, _ view: CodeView) -> Bool {
    for index in range.prefix(120) where view.kind(index) == .identifier {
      let name = view.text(index)
      let isCall =
        view.isMark(index + 1, ["(", "!"]) || view.isMark(index + 1, ".")
        || view.isMark(index + 1, "::")
      guard isCall else { continue }
      let words = NameWords(name).words
      let lower = name.lowercased()
      if words.contains(
        where: [
          "md5", "sha", "sha1", "sha256", "sha512", "sha224", "sha384", "hexdigest", "digest",
          "encrypt", "hmac", "mask", "redact", "hashlib", "hash", "hashed", "bcrypt", "argon2",
          "scrypt", "pbkdf2",
          "crypt", "hashpw", "kdf", "derive", "hasher", "encoder", "seal", "protect", "getcwd",
          "cwd",
        ].contains)
        || lower.holds("hash") || lower.holds("bcrypt") || lower.holds("digest")
        || lower.holds("encrypt") || lower.holds("encode") && words.contains("password")
      {
        return true
      }
      if words.contains("encoder") || words.contains("hasher") { return true }
    }
    return false
  }
}
