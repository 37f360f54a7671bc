import SourceText

/// A fast hash of a password: MD5, SHA-1 or SHA-2, whatever salt goes with it.
enum FastPasswordHash {
  static func judge(_ place: Int, in view: CodeView) -> (range: Range<Int>, evidence: String)? {
    let index = view.scan.lexed.tokenIndex(at: place)
    guard index < view.tokens.count, view.tokens[index].range.contains(place) else { return nil }
    guard !view.scan.holds(protocols) else { return nil }
    let start = view.statementStart(index)
    let end = view.statementEnd(index)
    guard start < end, isCall(index, view) else { return nil }
    let statement = start..<min(end, view.tokens.count)
    if view.scan.protectedTokens.holds(statement, view) { return nil }
    let range = Int(view.tokens[index].start)..<Int(view.tokens[index].end)
    // The call itself holds the password, or what is done next with the hasher does.
    if names(statement, view) {
      return (range, "a password is hashed with it")
    }
    if let function = function(around: index, view) {
      let body = function.body
      if view.scan.protectedTokens.holds(body, view) { return nil }
      if names(body, view, calls: true), function.isAboutPasswords || feeds(body, index, view) {
        return (range, "used in \(function.name)")
      }
      if function.isAboutPasswords { return (range, "used in \(function.name)") }
      if isCalledWithPassword(function.name, except: body, view) {
        return (range, "used by \(function.name), which passwords are handed to")
      }
    }
    return nil
  }

  /// What any name that says of protection holds.
  private static let protections = KnownPattern(
    #"(?i)password_?hash|pbkdf2|bcrypt|scrypt|argon2|hmac|rfc2898|hkdf|oaep|gravatar|checksum|etag|fingerprint|pwned|breach|cache_key|deriveb|iterations|hashalgorithmname|secretkeyfactory|derive_?key|aes|cipher|crypt|digestauth|www-authenticate|nonce|hash_verify|key_from"#
  )

  /// What asks for a fast hash: leak look-ups, digest authentication.
  private static let protocols = KnownPattern(
    #"(?i)pwnedpasswords|haveibeenpwned|api\.pwned|\bcnonce\b|\bqop\b|auth_param|digest_?auth|HTTPDigest"#
  )
  private static let interpolated = KnownPattern(
    #"(?i)[{$(]\s{0,2}\$?(?:[\w.]{0,30}[._>]{1,2})?(?:password|passwd|pwd|pass|passphrase)\b"#)

  private static func isCall(_ index: Int, _ view: CodeView) -> Bool {
    if view.kind(index) == .string {
      // `createHash("md5")`, `hash('sha256', $x)`, `MessageDigest.getInstance("SHA-1")`.
      guard view.tokens[index].content.count <= 12, let open = view.enclosing(index)?.open,
        let callee = view.callee(of: open)
      else { return false }
      return [
        "createHash", "hash", "getInstance", "new", "Create", "digest", "hashHex", "init", "fetch",
        "hash_init", "create",
      ].contains(callee.name)
    }
    guard view.kind(index) == .identifier, isHashName(view.text(index)) else { return false }
    let before = view.text(index - 1)
    if view.isMark(index + 1, "("), before == "string" || before == "String" {
      // A function of one's own: what it calls is looked at.
      return false
    }
    return ![
      "import", "use", "using", "include", "from", "require", "class", "def", "struct", "func",
      "enum",
      "case",
    ].contains(before)
  }

  /// `sha256Hex`, `MD5CryptoServiceProvider`; `Sha256Register` is the name of something else.
  private static func isHashName(_ name: String) -> Bool {
    NameWords(name).words.allSatisfy { word in
      hashWords.contains(word) || isAlgorithm(word)
        || word.utf8.allSatisfy { (0x30...0x39).contains($0) } || word.utf8.count == 1
        || PasswordWords.words(word).contains { $0.holds("pass") || $0 == "pwd" }
    }
  }

  /// `md5`, `sha256`, `sha256sum`; what stands beside the algorithm must be one of the words too.
  private static func isAlgorithm(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    for name in ["md5", "sha"] {
      let length = name.utf8.count
      for start in bytes.indices.dropLast(length - 1)
      where bytes[start..<(start + length)].elementsEqual(name.utf8) {
        let rest = [
          bytes[..<start], bytes[(start + length)...].drop { (0x30...0x39).contains($0) },
        ]
        if rest.allSatisfy({ $0.isEmpty || hashWords.contains(String(decoding: $0, as: UTF8.self)) }
        ) {
          return true
        }
      }
    }
    return false
  }

  private static let hashWords: Set<String> = [
    "hash", "hashed", "hex", "digest", "hexdigest", "sum", "managed", "crypto", "service",
    "provider", "new", "base64", "base", "encode", "encoded", "string", "raw", "b64", "message",
    "bytes", "byte", "get", "to", "of", "make", "compute", "create", "calc", "calculate", "encrypt",
    "encryption", "utf8", "sync", "util", "utils", "helper", "cng", "hasher", "context", "salted",
    "salt", "with", "from", "algorithm", "init", "final", "update", "lib", "hashing", "simple",
    "insecure", "data", "crypt", "text", "str", "js", "length", "evp", "cc", "generate", "do",
    "as", "with", "and", "for", "in", "lower", "upper", "my", "legacy", "old", "fast",
  ]

  static func isProtected(_ index: Int, _ view: CodeView) -> Bool {
    guard view.kind(index) == .identifier || view.kind(index) == .string else { return false }
    let range = view.tokens[index].range
    guard range.count < 60, view.scan.matches(protections, in: range) else { return false }
    let name = view.text(index).lowercased()
    if name == "password_hash" { return view.isMark(index + 1, "(") }
    if name.holds("password_hash") || name.holds("passwordhash") { return false }
    return [
      "pbkdf2", "bcrypt", "scrypt", "argon2", "hmac", "rfc2898", "hkdf", "password_hash", "oaep",
      "gravatar", "checksum", "etag", "fingerprint", "pwned", "breach", "cache_key", "deriveb",
      "iterations", "hashalgorithmname", "secretkeyfactory", "derivekey", "derive_key", "aes",
      "cipher",
      "encrypt", "decrypt", "digestauth", "www-authenticate", "nonce", "hash_verify", "key_from",
    ].contains(where: name.holds)
  }

  /// Whether a password in the clear is named among some tokens.
  private static func names(_ range: Range<Int>, _ view: CodeView, calls: Bool = false) -> Bool {
    for index in range.prefix(300) {
      let token = view.tokens[index]
      switch token.kind {
      case .identifier:
        guard NameWords.mayNamePassword(view.bytes, token.range) else { continue }
        let text = view.text(index)
        if text == "pass", view.language == "python", !view.isMark(index + 1, [")", ".", ",", "+"])
        {
          continue
        }
        guard NameWords(text).namesPassword else { continue }
        // What the hash is put into does not count.
        if view.isMark(index + 1, ["=", ":", ":=", "=>"]), !calls { continue }
        if view.isMark(index + 1, "("), !text.lowercased().hasPrefix("get") { continue }
        return true
      case .string:
        if token.isInterpolated {
          let text = view.content(index)
          if view.scan.matches(interpolated, in: token.content), !text.isEmpty {
            return true
          }
        } else if token.content.count <= 24,
          NameWords.mayNamePassword(view.bytes, token.content),
          NameWords(view.content(index)).namesPassword,
          view.isMark(index - 1, ["[", "("])
        {
          return true
        }
      case .number, .punctuation, .newline: continue
      }
    }
    return false
  }

  private struct Function {
    var name: String
    /// Its parameters and what follows them.
    var body: Range<Int>
    var isAboutPasswords: Bool
  }

  /// The function that a token stands in.
  private static func function(around index: Int, _ view: CodeView) -> Function? {
    for position in view.scan.protectedTokens.calls(before: index, view) {
      guard let close = view.brackets.partner(of: position + 1), close < index
      else { continue }
      let before = view.text(position - 1)
      let isKeyword = ["def", "func", "function", "fun", "fn", "sub"].contains(before)
      let opensBody =
        !CodeView.keywords.contains(view.text(position))
        && (close + 1..<close + 6).prefix { !view.isMark($0, [";", ".", ")", "=", ",", "}"]) }
          .contains {
            view.isMark($0, "{") && (view.brackets.partner(of: $0) ?? 0) > index
          }
      let opensTyped =
        isKeyword && view.language != "python"
        || isKeyword && (view.language == "python" || view.language == "ruby")
      guard opensBody || opensTyped else { continue }
      var end = min(view.tokens.count, index + 80)
      if let brace = (close..<min(close + 8, view.tokens.count)).first(where: {
        view.isMark($0, "{")
      }),
        let last = view.brackets.partner(of: brace)
      {
        if last < index { continue }
        end = last
      } else {
        for next in index..<end
        where ["def", "class", "func", "function", "sub"].contains(view.text(next)) {
          end = next
          break
        }
      }
      let name = view.text(position)
      let words = NameWords(name)
      return Function(
        name: name, body: (position + 1)..<max(position + 1, min(end, index + 200)),
        isAboutPasswords: words.isAboutPasswords
          && !words.words.contains { ["key", "token", "reset", "file", "cache"].contains($0) })
    }
    return nil
  }

  /// What was found out of the tokens of a document, each once; belongs to one worker.
  final class ProtectedTokens {
    /// For each token whether ``isProtected(_:_:)``: 0 for not yet asked, 1 for no, 2 for yes.
    private var answers: [UInt8] = []
    /// The identifiers before an opening parenthesis, in order.
    private var callees: [Int]?

    /// Whether one of some tokens says that the hash protects no password, or that it is a slow one.
    func holds(_ range: Range<Int>, _ view: CodeView) -> Bool {
      if answers.isEmpty { answers = Array(repeating: 0, count: view.tokens.count) }
      for index in range where answers.indices.contains(index) {
        if answers[index] == 0 { answers[index] = isProtected(index, view) ? 2 : 1 }
        if answers[index] == 2 { return true }
      }
      return false
    }

    /// The names before an opening parenthesis within 600 tokens before a place, the last first.
    func calls(before index: Int, _ view: CodeView) -> [Int] {
      let all =
        callees
        ?? view.tokens.indices.filter { view.kind($0) == .identifier && view.isMark($0 + 1, "(") }
      callees = all
      let end = all.indices.partitioningIndex { all[$0] >= index }
      return all[..<end].suffix(600).reversed().filter { $0 >= index - 600 }
    }
  }

  /// Whether the password may reach the hash through a variable: it is named shortly before.
  private static func feeds(_ body: Range<Int>, _ index: Int, _ view: CodeView) -> Bool {
    // The hash's argument is a variable that a statement with the password gave its value.
    let end = view.statementEnd(index)
    for position in index..<min(end, index + 30) where view.kind(position) == .identifier {
      let name = view.text(position)
      guard name.utf8.count > 1, position != index else { continue }
      for place in body
      where place < index && view.kind(place) == .identifier && view.text(place) == name
        && view.isMark(place + 1, ["=", ":=", ".=", "+="])
      {
        let stop = view.statementEnd(place + 2)
        if names((place + 2)..<max(place + 2, min(stop, view.tokens.count)), view, calls: true) {
          return true
        }
      }
    }
    // The hasher is made here and fed later: `md.update(password.getBytes())`.
    for position in end..<min(body.upperBound, end + 60)
    where ["update", "digest", "ComputeHash", "Write", "doFinal", "finalize", "Sum", "hash"]
      .contains(view.text(position)) && view.isMark(position + 1, "(")
    {
      if let close = view.brackets.partner(of: position + 1), names((position + 2)..<close, view) {
        return true
      }
    }
    return false
  }

  /// Whether the document calls a function with a password; asked once for each name.
  private static func isCalledWithPassword(
    _ name: String, except body: Range<Int>, _ view: CodeView
  ) -> Bool {
    if let known = view.scan.passwordCallees[name] { return known }
    var result = false
    for index in view.tokens.indices.prefix(60_000) where view.isWord(index, name) {
      guard !body.contains(index), view.isMark(index + 1, "("),
        let close = view.brackets.partner(of: index + 1)
      else { continue }
      if ["def", "func", "function", "fun", "fn"].contains(view.text(index - 1)) { continue }
      if names((index + 2)..<close, view) {
        result = true
        break
      }
    }
    view.scan.passwordCallees[name] = result
    return result
  }
}
