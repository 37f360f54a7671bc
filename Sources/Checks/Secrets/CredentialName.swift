// The name beside a literal says what the literal is. `apiToken` holds a token, `tokenType` does not:
// what a name is about stands in its last word, what comes before only narrows it.

/// The name of a variable, key or option, taken apart into words.
package struct CredentialName: Sendable {
  /// In lower case; parted at marks, at changes of case and before digits.
  package let words: [String]

  package init(_ name: [UInt8]) {
    var words: [String] = []
    var word: [UInt8] = []
    func flush() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for (index, byte) in name.enumerated() {
      let isLetter = (0x61...0x7A).contains(byte.asciiLowercased) || byte >= 0x80
      guard isLetter else {
        flush()
        continue
      }
      let isUpper = (0x41...0x5A).contains(byte)
      if isUpper, index > 0 {
        let before = name[index - 1]
        let after = index + 1 < name.count ? name[index + 1] : 0
        let wasUpper = (0x41...0x5A).contains(before)
        if !wasUpper || (0x61...0x7A).contains(after) { flush() }
      }
      word.append(byte.asciiLowercased)
    }
    flush()
    self.words = words
  }

  /// What the name says of its value.
  package enum Meaning: Sendable {
    /// A secret beyond doubt: `api_key`, `client_secret`, `auth_token`.
    case strong
    /// Perhaps: `key`, `auth`, `salt`, `cookie`.
    case weak
    /// Something else: `token_type`, `secret_name`, `author`.
    case none
  }

  /// Whether it names a secret other than a password.
  package var secret: Meaning {
    if words.contains(where: Self.captionWords.contains) { return .none }
    var rest = words[...]
    // `token_prod`, `secret1`: what only tells apart comes after.
    while let last = rest.last, Self.distinctions.contains(last), rest.count > 1 {
      rest = rest.dropLast()
    }
    guard let last = rest.last else { return .none }
    let before = rest.dropLast().last ?? ""
    if Self.publicWords.contains(before) || rest.contains(where: Self.publicWords.contains) {
      return .none
    }
    if isOfRequest { return .none }
    if Self.secretWords.contains(last) { return .strong }
    if last == "key" {
      return Self.keyKinds.contains(before)
        || Self.keyKinds.contains(where: { before.hasSuffix($0) })
        ? .strong : .weak
    }
    // `nkey`, `xkey`, not `monkey`.
    if Self.weakWords.contains(last) || last.hasSuffix("key") && last.utf8.count <= 5 {
      return .weak
    }
    for suffix in Self.gluedSuffixes where last.hasSuffix(suffix) { return .strong }
    if last == "id", before == "session" || before == "secret" { return .weak }
    // `token_for_staging`, `secretHardcoded`: the first word speaks.
    return .none
  }

  /// Whether it tells requests, pages or versions apart: `next_token`, `clientToken`.
  var isOfRequest: Bool {
    words.count > 1 && words.last == "token" && Self.requestWords.contains(words[words.count - 2])
  }

  /// Whether it says that everybody may have it: `DOTENV_PUBLIC_KEY`, `publishable_key`.
  package var isOfPublished: Bool {
    words.contains { ["public", "pub", "publishable"].contains($0) }
  }

  /// Whether it is a text for people about something, such as `password_label`.
  private static let labelWords: Set<String> = [
    "label", "labels", "title", "placeholder", "hint", "help", "message", "msg", "error", "errors",
    "err", "prompt", "caption", "tooltip", "translation", "i18n", "lang", "description", "desc",
    "heading", "legend", "warning", "invalid", "forgot", "forgotten", "missing",
  ]

  private static let changedWords: Set<String> = ["hashed", "encrypted", "crypted", "salted"]

  private static let captionWords: Set<String> = [
    "label", "labels", "title", "placeholder", "hint", "i18n", "lang", "translation", "tooltip",
  ]

  /// Whether it is something that is done, such as `get_password` or `checkToken`.
  package var isAction: Bool {
    words.contains(where: Self.actionWords.contains)
  }

  private static let actionWords: Set<String> = [
    "get", "check", "compare", "validate", "is", "has", "fetch", "find", "read", "load", "prompt",
    "ask", "hash", "encrypt", "decrypt", "encode", "decode", "parse", "generate", "gen", "make",
    "expect", "assert", "should", "verify", "matches", "match", "equals", "forgot", "reset",
    "remove",
    "delete", "lookup", "input", "query", "test", "t", "delete", "send", "log", "print", "format",
  ]

  /// Whether it names a password.
  package var password: Meaning {
    if words.contains(where: Self.labelWords.contains) { return .none }
    // `hashedPassword`, `encrypted_password`: no longer one.
    if words.contains(where: Self.changedWords.contains) { return .none }
    var rest = words[...]
    while let last = rest.last, Self.distinctions.contains(last), rest.count > 1 {
      rest = rest.dropLast()
    }
    guard let last = rest.last else { return .none }
    if Self.isPasswordWord(last) { return .strong }
    if last == "pass" || last == "pw" || last == "pwd" || last == "psw" { return .strong }
    if last == "word", rest.dropLast().last == "pass" { return .strong }
    if last == "phrase", rest.dropLast().last == "pass" { return .strong }
    return .none
  }

  static func isPasswordWord(_ word: String) -> Bool {
    passwordWords.contains { word.hasSuffix($0) }
      || word.hasSuffix("pass") && word.count <= 12
        && !["bypass", "compass", "trespass"].contains(word)
  }

  private static let passwordWords = [
    "password", "passwd", "passphrase", "passwort", "kennwort", "passcode", "contraseña",
    "contrasena", "contrasenya", "motdepasse", "passe", "mdp", "senha", "wachtwoord", "lösenord",
    "losenord", "hasło", "haslo", "пароль", "パスワード", "密码", "密碼", "비밀번호", "şifre", "sifre",
    "parola", "salasana", "adgangskode", "heslo", "jelszó", "jelszo", "psswd", "pwd", "psw",
    "passwrd", "userpass", "passord", "geslo", "parool", "clave", "lozinka", "лозинка", "kodeord",
    "口令", "암호", "סיסמה", "סיסמא", "पासवर्ड", "khẩu", "matkhau", "sandi", "slaptažodis", "รหัสผ่าน",
    "κωδικός", "المرور", "السر",
  ]

  private static let secretWords: Set<String> = [
    "secret", "token", "apikey", "apitoken", "authtoken", "accesstoken", "secretkey", "accesskey",
    "clientsecret", "privatekey", "credential", "credentials", "bearer", "passkey", "appkey",
    "authkey", "psk", "secrete", "appsecret", "encryptionkey", "masterkey", "signingkey",
  ]
  private static let weakWords: Set<String> = [
    "auth", "authorization", "jwt", "pat", "sas", "salt", "pepper", "cookie", "sessionid", "keys",
    "tokens", "secrets", "nonce", "session", "cred", "creds",
  ]
  private static let gluedSuffixes = [
    "token", "secret", "apikey", "secretkey", "accesskey", "authkey", "privatekey", "signkey",
    "accountkey", "masterkey", "encryptionkey", "licensekey",
  ]
  /// Before `token`: what tells requests, pages and versions apart, and opens nothing.
  private static let requestWords: Set<String> = [
    "client", "change", "next", "action", "page", "starting", "start", "end", "sequence", "resume",
    "resumption", "paging",
    "continue", "request", "update", "import", "unit", "confirmation", "sync", "watch", "lock",
    "output", "input", "marker", "position", "version", "state", "stop", "begin", "eos", "bos",
    "pad", "mask", "task",
  ]
  private static let keyKinds: Set<String> = [
    "api", "secret", "access", "auth", "account", "app", "application", "consumer", "private",
    "encryption", "decryption", "encrypt", "crypt", "crypto", "cipher", "signing", "sign",
    "session",
    "master", "shared", "service", "storage", "subscription", "license", "server", "ssh", "hmac",
    "aes", "jwt", "webhook", "hash", "push", "user", "write", "read", "admin", "live", "prod",
    "record", "rsa", "des", "client", "deploy", "integration", "security", "management", "role",
    "token",
  ]
  private static let publicWords: Set<String> = [
    "authenticity", "verification", "csrfmiddleware", "existing", "public", "publishable", "pub",
    "primary", "foreign", "partition", "sort", "cache",
    "hash",
    "sha", "checksum", "digest", "integrity", "etag", "fingerprint", "commit", "revision", "csrf",
    "xsrf", "continuation", "page", "pagination", "cursor", "next", "cancellation", "design",
    "idempotency", "translation", "i", "site", "map", "sort", "lexer", "parser",
  ]
  private static let distinctions: Set<String> = [
    "prod", "production", "dev", "development", "test", "testing", "stage", "staging", "local",
    "live", "sandbox", "default", "old", "new", "current", "value", "string", "str", "plain",
    "text",
    "plaintext", "clear", "cleartext", "secure", "raw", "main", "backup", "root", "admin", "user",
    "db", "confirm", "confirmation", "again", "repeat", "verify", "literal", "const", "bytes",
    "data",
    "hardcoded", "hard", "coded", "env", "base", "a", "b", "c", "one", "two", "s", "hex", "bad",
    "good", "bin", "part", "half", "piece", "left", "right", "first", "second", "temp", "tmp",
  ]
}
