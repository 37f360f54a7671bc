/// What an identifier says, word by word: `userPassword`, `USER_PASSWORD` and `user-password` are the same.
package struct NameWords {
  /// Lower-case words in order.
  package let words: [String]

  package init(_ name: some Sequence<UInt8>) {
    var words: [String] = []
    var word: [UInt8] = []
    var previous: UInt8 = 0
    let bytes = Array(name)
    for (index, byte) in bytes.enumerated() {
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      guard isUpper || isLower || isDigit || byte >= 0x80 else {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
        previous = 0
        continue
      }
      let wasLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(previous)
      let wasUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(previous)
      let nextIsLower =
        index + 1 < bytes.count
        && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index + 1])
      if isUpper, wasLower || wasUpper && nextIsLower, !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word = []
      }
      word.append(isUpper ? byte + 32 : byte)
      previous = byte
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    self.words = words
  }

  package init(_ name: String) { self.init(name.utf8) }

  /// Words that name a password in the clear.
  private static let passwordWords: Set<String> = [
    "password", "passwd", "pwd", "pass", "passphrase", "passcode", "passwort", "kennwort", "pw",
    "contrasena", "contraseña", "senha", "mdp", "motdepasse", "parola", "haslo", "userpassword",
    "plainpassword", "rawpassword", "newpassword", "plaintext", "pswd", "psw", "wachtwoord",
    "lozinka", "heslo", "salasana", "losenord", "passwords",
  ]

  /// Whether a name holds the beginning of such a word at all: a quick look without words.
  static func mayNamePassword(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for place in range {
        for stem in stems[Int(bytes[place])]
        where stem.count <= range.upperBound - place
          && stem.indices.allSatisfy({ bytes[place + $0].asciiLowercased == stem[$0] })
        {
          return true
        }
      }
      return false
    }
  }

  /// By their first letter in either case; each password word holds one of them.
  private static let stems: [[[UInt8]]] = {
    let stems = [
      "pass", "paro", "pw", "psw", "plaint", "kennw", "contrase", "senha", "mdp", "haslo",
      "wachtw", "lozinka", "heslo", "salasana", "losenord",
    ].map { Array($0.utf8) }
    return (0...255).map { byte in
      stems.filter { $0[0] == UInt8(byte).asciiLowercased }
    }
  }()

  /// Words beside them that say it is something else: a hash, a rule, a label, a time.
  private static let otherWords: Set<String> = [
    "hash", "hashed", "hashes", "digest", "encrypted", "encrypt", "enc", "cipher", "ciphertext",
    "salt", "salted", "bcrypt", "argon", "argon2", "scrypt", "pbkdf", "pbkdf2", "hasher", "hashing",
    "encoder", "encoded", "key", "reset", "policy", "length", "len", "min", "max", "strength",
    "field", "input", "label", "error", "errors", "id", "file", "path", "manager", "validator",
    "validation", "form", "hint", "placeholder", "url", "uri", "link", "changed", "change",
    "updated", "at", "expiry", "expires", "expired", "expiration", "count", "attempts", "attempt",
    "required", "type", "visible", "visibility", "show", "hide", "valid", "invalid", "check",
    "checker", "rule", "rules", "regex", "pattern", "prompt", "message", "title", "text", "view",
    "token", "column", "col", "header", "column", "store", "service", "provider", "generator",
    "verify", "verified", "verifier", "match", "matches", "is", "has", "callback", "matcher",
    "size", "age", "date", "time", "history", "score", "meter", "toggle", "button", "ref",
    "element",
    "selector", "env", "var", "name", "protected", "through", "by", "by", "port", "word", "phrase",
    "list", "book", "ing", "ed", "fail", "failed", "mode", "enabled", "disabled", "forgot",
    "forgotten",
    "recovery", "uuid", "guid", "index", "md5", "sha", "sha1", "sha256", "without", "masked",
    "redacted", "empty", "state", "status", "version", "request", "response", "dto", "controller",
    "handler", "module", "api", "endpoint",
  ]

  /// Words among them that, standing before, say whose password it is.
  private static let kindWords: Set<String> = [
    "service", "store", "provider", "key", "request", "form", "field", "api", "header", "text",
    "module",
    "port", "name", "input", "file", "manager", "env", "response", "id", "title", "message", "dto",
  ]

  /// Whether the name is that of a password in the clear, and not of its hash, its rules or its label.
  package var namesPassword: Bool {
    guard words.count <= 6 else { return false }
    var isPassword = words.contains(where: Self.passwordWords.contains)
    if !isPassword {
      for index in words.indices.dropLast()
      where words[index] == "pass" && ["word", "phrase", "code"].contains(words[index + 1]) {
        isPassword = true
      }
    }
    guard isPassword else { return false }
    let first = words.firstIndex(where: Self.passwordWords.contains) ?? 0
    return !words.indices.contains { index in
      let word = words[index]
      guard Self.otherWords.contains(word), !Self.passwordWords.contains(word) else { return false }
      // `service_password` is one, `password_service` is not.
      return index > first || !Self.kindWords.contains(word)
    }
  }

  /// Words of functions that make a password safe to keep, or that hide it.
  private static let hashingWords: Set<String> = [
    "hash", "hashed", "hashpw", "bcrypt", "argon", "argon2", "argon2id", "scrypt", "pbkdf",
    "pbkdf2",
    "crypt", "encode", "encoder", "encrypt", "digest", "derive", "hmac", "sha256", "sha512", "sha1",
    "md5",
    "make", "verify", "compare", "check", "matches", "mask", "redact", "redacted", "masked", "len",
    "length", "hasher", "checkpw", "validate", "is", "strlen", "count", "empty", "isset",
  ]

  /// Whether the name is that of a function which hashes, verifies or hides a password.
  package var namesHashing: Bool { words.contains(where: Self.hashingWords.contains) }
}
