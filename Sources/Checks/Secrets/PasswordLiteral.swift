// A password may be a weak word, so randomness says little of it. What counts is whether the literal
// is used as the password, or is a label, a message, a field's name, a type or a template.

/// What a literal beside a password's name is.
package enum PasswordLiteral: Sendable, Hashable {
  /// Not a password: a label, a message, a name, a template, nothing.
  case other
  /// A password that everyone writes in examples, such as `password` itself.
  case example
  /// A password, made of one plain word.
  case plain
  /// A password with digits, marks or both cases.
  case mixed

  /// `name` is the name beside it; empty where there is none.
  /// `isAssigned` says that the name is given the value by `=`, so that words are no label of it.
  package init(_ value: [UInt8], name: [UInt8] = [], isAssigned: Bool = false) {
    let value = Self.trimmed(value)
    let shape = ValueShape(value)
    guard value.count > 1, !Placeholder.isTemplate(value), !Placeholder.isMask(value),
      !shape.isAddress, !shape.isConstantName, !Self.isRuleList(value), !Self.isForeignText(shape),
      shape.letters + shape.digits > 0 || shape.beyondASCII > 4
    else {
      self = .other
      return
    }
    if value.count >= 16,
      KnownExamples.name(of: value) != nil
        || value.count >= 24 && Placeholder.isSequence(value)
    {
      self = .example
      return
    }
    let lower = Placeholder.lowercased(value)
    if Self.isNotice(lower) || Self.isSelector(value) || Self.isExpression(value) || shape.isPath {
      self = .other
      return
    }
    if shape.spaces > 0 {
      if Self.isPhrase(value, shape, name: name, isAssigned: isAssigned) {
        self = .plain
      } else {
        self = Self.isText(value, shape) ? .other : .mixed
      }
      return
    }
    if value.last == UInt8(ascii: "@"), shape.letters == shape.count - 1 {
      // What servers for everyone are greeted with.
      self = .example
      return
    }
    if shape.digits == 0, value.count(where: { $0 == UInt8(ascii: "*") }) >= 2 {
      // `*new*password*`: what an expect script waits for.
      self = .other
      return
    }
    if value.count >= 8, value.first == UInt8(ascii: "$"),
      value.dropFirst().prefix(4).contains(UInt8(ascii: "$")), "123456789y".utf8.contains(value[1])
    {
      // A hash of crypt.
      self = .other
      return
    }
    let unmarked = value.drop { "^~<>=v".utf8.contains($0) }
    if unmarked.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      value.count(where: { $0 == UInt8(ascii: ".") }) >= 2
    {
      // A version or a range of them, an address, an object identifier.
      self = .other
      return
    }
    if value.last == UInt8(ascii: ":"), shape.digits <= 1 {
      self = .other
      return
    }
    // `"ChangePassword": "service:ChangePassword"`, `case .password: "passwords"`
    let bareName = Placeholder.lowercased(name).drop { $0 == UInt8(ascii: ".") }
    if bareName.count >= 6, value.count > bareName.count, shape.digits == 0,
      Self.holds(lower, Array(bareName))
    {
      self = .other
      return
    }
    let text = String(decoding: lower, as: UTF8.self)
    if lower == Placeholder.lowercased(name), shape.digits == 0 {
      self = shape.upper == 0 ? .example : .other
      return
    }
    // `String!`, `str?`: types.
    let bare = lower.prefix { $0 != UInt8(ascii: "!") && $0 != UInt8(ascii: "?") }
    if Self.fields.contains(text)
      || lower.count - bare.count == 1
        && Self.fields.contains(String(decoding: bare, as: UTF8.self))
    {
      self = .other
      return
    }
    if Self.examples.contains(text) || Placeholder.isHint(value) && Self.hintOnly(text) {
      self = .example
      return
    }
    // `user_password`, `new-password`, `PasswordField`: names of other things.
    let words = CredentialName(value).words
    if shape.digits == 0, shape.symbols == 0, !Self.examples.contains(text), Self.isBoast(lower) {
      self = .plain
      return
    }
    if shape.digits == 0, CredentialName(name).words.last == "clave" {
      // The Spanish word for a key of any kind.
      self = .other
      return
    }
    if shape.digits == 0, shape.symbols == 0, words.count > 1,
      words.contains(where: CredentialName.isPasswordWord)
    {
      self = .other
      return
    }
    if words.count == 1, shape.letters == shape.count || shape.beyondASCII > 0,
      CredentialName.isPasswordWord(words[0])
    {
      self = shape.upper == 0 && shape.beyondASCII == 0 ? .example : .other
      return
    }
    if shape.beyondASCII > 0, shape.digits + shape.symbols == 0 {
      self = .other
      return
    }
    if shape.isAccessChain && shape.digits == 0 && !value.contains(UInt8(ascii: "-"))
      && shape.upper == 0
    {
      self = .other
      return
    }
    let isWritten =
      shape.letters + shape.separators == shape.count && shape.upper * 3 <= shape.count
    self = shape.classes >= 2 && !(isWritten && WordLikeness(value).isWords) ? .mixed : .plain
  }

  /// Without white space around it and the marks that end a statement.
  static func trimmed(_ value: [UInt8]) -> [UInt8] {
    var slice = value[...]
    while let first = slice.first, first == 0x20 || first == 0x09 { slice = slice.dropFirst() }
    while let last = slice.last,
      last == 0x20 || last == 0x09 || last == 0x0D || last == UInt8(ascii: "\\")
        || last == UInt8(ascii: ",") || last == UInt8(ascii: ";")
    {
      slice = slice.dropLast()
    }
    return Array(slice)
  }

  private static func holds(_ value: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count <= value.count else { return false }
    return (0...(value.count - part.count)).contains {
      value[$0..<($0 + part.count)].elementsEqual(part)
    }
  }

  /// `required|string|min:8`: what a form asks of its field.
  static func isRuleList(_ value: [UInt8]) -> Bool {
    let parts = value.split(separator: UInt8(ascii: "|"))
    return parts.count > 1
      && parts.contains { part in
        let word = part.prefix { $0 != UInt8(ascii: ":") }
        return demands.contains(String(decoding: word, as: UTF8.self))
      }
  }

  private static let demands: Set<String> = [
    "required", "nullable", "sometimes", "string", "confirmed", "filled", "present", "bail", "trim",
    "min", "max", "min_length", "max_length", "matches", "alpha_num", "xss_clean",
  ]

  /// A sentence in a script without spaces: hardly anything in it is ASCII.
  private static func isForeignText(_ shape: ValueShape) -> Bool {
    shape.beyondASCII >= 9 && (shape.letters + shape.digits) * 2 < shape.beyondASCII
  }

  /// `supersecretpassword`, `insecure_pwd`: a password that says what it is, yet is one.
  private static func isBoast(_ lower: [UInt8]) -> Bool {
    boasts.areFound(in: lower)
      && CredentialName.isPasswordWord(CredentialName(lower).words.last ?? "")
      && !Placeholder.isHint(lower)
  }

  private static let boasts = Needles([
    "supersecret", "super-secret", "super_secret", "verysecret", "topsecret", "insecure",
    "hardcoded",
    "strong", "fancy", "secretpass", "secretpwd", "adminpass", "rootpass", "masterpass",
  ])

  /// Words that a person took for a password: in small letters, a few of them, and none that speaks
  /// to the reader. Four times four letters are how a mail service makes passwords for programs.
  private static func isPhrase(
    _ value: [UInt8], _ shape: ValueShape, name: [UInt8], isAssigned: Bool
  ) -> Bool {
    guard shape.upper == 0, shape.beyondASCII == 0, shape.symbols == 0, shape.separators <= 2 else {
      return false
    }
    let words = value.split(separator: 0x20)
    if words.count == 4, shape.letters == 16, words.allSatisfy({ $0.count == 4 }),
      !WordLikeness(value).isWords
    {
      return true
    }
    let last = CredentialName(name).words.last ?? ""
    guard isAssigned || last.hasSuffix("phrase"), (2...7).contains(words.count),
      words.count == shape.spaces + 1
    else { return false }
    return !words.contains { speaking.contains(String(decoding: $0, as: UTF8.self)) }
  }

  /// Words of prompts, labels, rules and reports.
  private static let speaking: Set<String> = [
    "password", "passwords", "passphrase", "pass", "passwd", "pwd", "enter", "your", "please", "is",
    "are", "was", "must", "be", "not", "no", "the", "a", "an", "new", "old", "current", "invalid",
    "wrong", "incorrect", "missing", "required", "forgot", "forgotten", "reset", "change", "set",
    "login", "log", "in", "sign", "user", "username", "account", "email", "field", "to", "of",
    "for",
    "with", "from", "and", "or", "at", "least", "characters", "too", "short", "long", "weak",
    "error",
    "failed", "empty", "optional", "string", "text", "value", "default", "example", "confirm",
    "repeat", "again", "show", "hide", "read", "write", "create", "use", "using", "change", "de",
    "du", "la", "le", "el", "das", "der", "die", "mot", "passe", "select", "where", "update", "if",
    "this", "that", "my", "here", "can", "you", "it", "null", "true", "false", "key", "secret",
  ]

  private static func hintOnly(_ text: String) -> Bool {
    !text.utf8.contains { (0x30...0x39).contains($0) }
  }

  /// Words of a sentence, a question, a label with a colon.
  private static func isText(_ value: [UInt8], _ shape: ValueShape) -> Bool {
    let last = value.last ?? 0
    if last == UInt8(ascii: ":") || last == UInt8(ascii: "?") || last == UInt8(ascii: ".") {
      return true
    }
    let isWordy = shape.digits == 0 || WordLikeness(value).isWords
    return isWordy && shape.spaces >= 1 || shape.spaces > 5
  }

  /// `#password`, `.pass-input`, `input[name=pwd]`, `//input`: where a test looks for a field.
  private static func isSelector(_ value: [UInt8]) -> Bool {
    guard let first = value.first else { return true }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: "."), WordLikeness(value).isWords,
      !value.contains(where: { (0x30...0x39).contains($0) })
    {
      return true
    }
    return Placeholder.contains(value, "[name=") || Placeholder.contains(value, "[type=")
      || Placeholder.contains(value, "[id=") || Placeholder.contains(value, "[data-")
      || Placeholder.contains(value, "[aria-") || Placeholder.contains(value, "[placeholder")
      || value.starts(with: "//".utf8)
  }

  /// `getpass()`, `os.environ[…]`, `req.body.password`, `^[a-z]{8,}$`: code or a pattern.
  private static func isExpression(_ value: [UInt8]) -> Bool {
    if value.first == UInt8(ascii: "^") && value.last == UInt8(ascii: "$") { return true }
    // Cut off by the pattern: `System.get_env(`.
    if value.last == UInt8(ascii: "("), value.count > 3,
      value.dropLast().allSatisfy({ $0.isASCIILetter || $0 == 0x5F || $0 == 0x2E || $0 == 0x3A })
    {
      return true
    }
    // `Read-Host`: a command of PowerShell.
    let verb = value.prefix { $0 != UInt8(ascii: "-") }
    if verb.count < value.count, commands.contains(String(decoding: verb, as: UTF8.self)),
      value.dropFirst(verb.count + 1).allSatisfy(\.isASCIILetter)
    {
      return true
    }
    if Placeholder.contains(value, "[A-Z") || Placeholder.contains(value, "[a-z")
      || Placeholder.contains(value, "\\d") || Placeholder.contains(value, "\\w")
      || Placeholder.contains(value, "(?=") || Placeholder.contains(value, ".*")
    {
      return true
    }
    if let open = value.firstIndex(of: UInt8(ascii: "(")), open > 1,
      let close = value.lastIndex(of: UInt8(ascii: ")")),
      close + 1 == value.count || !ValueShape.Kind(value[close + 1]).isLetter,
      value[..<open].allSatisfy({
        ValueShape.Kind($0).isLetter || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
      })
    {
      return true
    }
    return Placeholder.contains(value, "=>") || Placeholder.contains(value, "->")
  }

  private static let commands: Set<String> = [
    "Read", "Get", "New", "ConvertTo", "ConvertFrom", "Import", "Invoke", "Set", "Select", "Test",
  ]

  private static func isNotice(_ lower: [UInt8]) -> Bool { notices.areFound(in: lower) }

  private static let notices = Needles([
    "changeme", "change-me", "change_me", "changeit", "change-it", "changethis", "change_this",
    "replaceme", "replace_me", "replace-me", "replace_with", "replace-with", "placeholder",
    "redacted", "your_", "your-", "yourpass", "insert_", "goes-here", "goes_here", "_here", "-here",
    "passwordhere", "secrets.", "process.env", "os.environ", "getenv", "env.", "env[", "vault:",
    "ssm:", "arn:aws", "keyvault", "op://", "enc[", "!vault", "secretkeyref", "lookup(", "file://",
    "req.body", "request.", "params[", "<password", "****", "config.", "self.", "this.", "input(",
    "bcrypt_hash", "hash_of", "hash-of", "hashed_", "hashed-", "pbkdf2", "bcrypt$", "$2a$", "$2b$",
    "$2y$", "$argon2", "sha256:", "scram-sha",
  ])

  /// What examples use; anyone guesses them first.
  private static let examples: Set<String> = [
    "password", "passwd", "pass", "pwd", "secret", "pw", "mypassword", "userpass", "guest", "test",
    "user", "foo", "bar", "baz", "foobar", "example", "demo", "dummy", "fake", "sample", "passw0rd",
    "asdf", "username", "xxx", "xxxx", "xxxxx", "abc", "qwerty", "testpass", "testpassword",
    "pass123",
    "randomsecretstring", "randomstring", "mysecretpassword", "my-secret-pw", "mysecretpw",
    "somepassword", "some-password", "not-a-password",
    "wrong", "wrongpassword", "wrong-password",
    "invalid", "bad", "incorrect", "default",
  ]

  /// Types, kinds of input, settings, and what says that there is none.
  private static let fields: Set<String> = [
    "string", "str", "text", "varchar", "char", "nvarchar", "int", "integer", "number", "bool",
    "boolean", "object", "any", "hidden", "input", "email", "name", "login", "id", "type", "label",
    "required", "optional", "none", "null", "nil", "undefined", "true", "false", "yes", "no", "on",
    "off", "empty", "auto", "prompt", "ask", "stdin", "env", "file", "value", "field",
    "key", "masked", "hashed", "encrypted", "plain", "plaintext", "argon2id", "argon2", "bcrypt",
    "scrypt", "md5", "sha1", "sha256", "sha512", "trust", "peer", "scram", "basic", "digest",
    "oauth",
    "oauth2", "token", "bearer", "public", "private", "binary", "ignore", "never", "always", "weak",
    "strong", "expired", "forgot", "reset", "change", "show", "hide", "submit",
    "passed", "failed", "len", "min", "max", "length", "minlength", "maxlength", "validator",
    "regex",
    "format", "min_length", "max_length", "write_only", "nullable", "unique", "confirmed",
    "current",
    "new", "old", "verify", "cleartext", "securestring", "textfield", "charfield", "utf-8", "utf8",
    "x", "*", "-", "--", "!", "?", ":", "=", "_", "|", ">", "..", "n/a", "tbd", "todo", "unset",
    "disabled", "enabled", "locked", "pass-through", "passthrough", "noreply", "is", "must", "the",
    "for", "und", "oder", "and", "or", "in", "of", "to", "with", "a", "an", "from", "generated",
    "obligatoria", "obligatorio", "obligatoire", "erforderlich", "requerida", "requerido",
    "vereist",
    "requis", "on_create", "define", "undef", "defined", "base64", "base64url", "hex", "ascii",
    "latin1", "utf16le",
    "ucs2",
    "random", "unchanged", "same", "json", "xml", "html", "form",
    "function", "lambda", "async", "await", "const", "let", "var", "new-password",
    "current-password", "one-time-code", "nopasswd", "keychain", "keyring", "vault", "sensitive",
  ]
}
