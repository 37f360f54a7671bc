import SourceText

/// Whether a value has been made safe before it is used: `password = hash(password)` above it.
enum HashedBefore {
  /// How many tokens back it looks.
  private static let reach = 500
  private static let functionWords = ["def", "func", "function", "fun", "fn"]

  static func isHashed(_ value: PasswordValue) -> Bool {
    let view = value.view
    let wanted = value.pathText
    var index = value.path.lowerBound - 1
    let limit = max(0, index - reach)
    while index > limit {
      index -= 1
      if view.kind(index) == .identifier {
        if functionWords.contains(where: { view.isWord(index, $0) }),
          view.kind(index + 1) == .identifier || view.isMark(index + 1, "(")
        {
          return false
        }
        continue
      }
      guard view.isMark(index, "=") || view.isMark(index, ":=") else { continue }
      let start = view.pathStart(endingAt: index)
      guard start < index else { continue }
      var target = view.joined(start..<index)
      if view.language == "swift" || view.language == "kotlin" || view.language == "rust"
        || view.language == "typescript", view.isMark(start - 1, ":")
      {
        // `let password: String = …`
        let name = view.pathStart(endingAt: start - 1)
        target = view.joined(name..<(start - 1))
      }
      guard target == wanted || target == "$" + wanted else { continue }
      let end = view.statementEnd(index + 1)
      // The statement that the value itself stands in says nothing of what came before.
      if end > value.path.lowerBound { continue }
      return holdsHashing((index + 1)..<max(index + 1, end), view)
    }
    return false
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
