/// The vocabulary by which code that handles passwords is told from code that merely names them.
enum PasswordWords {
  static func words(_ name: String) -> [String] { NameWords(name).words }

  /// People who have an account.
  private static let people: Set<String> = [
    "user", "usr", "member", "account", "acct", "customer", "client", "admin", "administrator",
    "employee", "person", "student", "patient", "player", "owner", "profile", "subscriber",
    "teacher",
    "seller", "vendor", "buyer", "author", "tenant", "guest", "operator", "staff", "participant",
    "doctor", "driver", "donor", "volunteer", "candidate", "recruiter", "worker", "citizen",
    "usuario", "benutzer", "kunde", "utilisateur", "kunden", "cliente", "tutor", "parent", "kid",
    "librarian", "borrower", "trainer", "coach", "manager", "agent", "resident", "shopper",
    "artist",
    "passenger", "merchant", "supplier", "reader", "visitor", "applicant", "contributor",
    "principal", "identity", "registration", "pilot", "nurse", "instructor", "auditor", "cashier",
  ]

  /// What beside such a word says that nothing is kept: forms, requests, services, settings.
  private static let passing: Set<String> = [
    "request", "req", "dto", "form", "input", "in", "credentials", "credential", "login", "auth",
    "authentication", "token", "config", "configuration", "options", "connection", "params",
    "payload",
    "command", "state", "event", "props", "settings", "validator", "basic", "body", "create",
    "update",
    "response", "schema", "view", "page", "screen", "service", "controller", "builder", "details",
    "session", "factory", "test", "password", "fixture", "mock", "stub", "api", "http", "axios",
    "faker", "sdk", "rpc", "mutation", "signin", "firebase", "cognito", "keycloak", "clerk",
    "fetch",
    "signup", "register", "query", "imap", "smtp", "ftp", "ssh", "ldap", "redis", "mqtt", "socket",
    "props", "values", "proxy", "url", "uri", "resource", "proto",
  ]

  static func isPerson(_ word: String) -> Bool {
    people.contains(word) || word.last == "s" && people.contains(String(word.dropLast()))
  }

  /// Whether a name is that of a kept account: `User`, `newUser`, `models.Account`, not `UserRequest`.
  static func namesAccount(_ name: String) -> Bool {
    let words = words(name)
    return words.contains(where: isPerson) && !words.contains(where: passing.contains)
  }

  /// Whether it names a form, a request, a service, or anything else that a password passes through.
  static func namesPassage(_ name: String) -> Bool {
    words(name).contains(where: passing.contains)
  }

  /// Whether it names what accounts are kept in.
  static func namesStore(_ name: String) -> Bool {
    let words = words(name)
    return words.contains {
      isPerson($0)
        || [
          "db", "database", "store", "accounts", "registry", "storage", "passwords", "logins",
          "userdb", "records", "table", "repository", "repo", "dao", "row", "collection",
        ].contains($0)
    } && !words.contains(where: passing.contains)
  }

  /// Words of a name that says it holds the second entry of a password.
  static func isRepeat(_ text: String) -> Bool {
    let words = words(text)
    return words.contains {
      [
        "confirm", "confirmation", "confirmed", "repeat", "repeated", "again", "retype", "retyped",
        "verify", "check", "password2", "pass2", "pwd2", "password1", "repetition",
        "conf", "re", "cpassword", "confirmpassword", "passwordconfirm", "reentered", "reenter",
        "twice",
        "pw2", "old", "previous", "prev", "other", "that", "lhs", "rhs", "props", "state",
        "control",
        "controls", "bestatigen", "wiederholung", "passwordconfirmation", "self",
      ].contains($0)
    }
  }

  /// Functions that make a password safe to keep, or check it against what was made so.
  static func isSlowHash(_ name: String) -> Bool {
    let words = words(name)
    let joined = words.joined()
    if [
      "bcrypt", "argon", "argon2", "scrypt", "pbkdf", "rfc2898", "hashpw", "checkpw",
      "makepassword",
      "generatepasswordhash", "checkpasswordhash", "passwordhash", "passwordverify",
      "passwordencoder",
      "passwordhasher", "pwhash", "passlib", "cryptcontext", "generatefrompassword", "hashpassword",
      "comparehash", "verifypassword", "gensalt", "hashandsalt", "deriveb", "keyderivation",
    ].contains(where: joined.holds) {
      return true
    }
    return words.contains {
      [
        "hash", "hashed", "hasher", "hashing", "encoder", "verify", "compare", "checker", "derive",
        "matches", "pwd_context", "kdf", "salt", "salted", "crypt", "hashpw", "encode", "digest",
      ].contains($0)
    }
  }

  /// Functions that hand a value on as it is, as far as its secrecy goes.
  static let carriers: Set<String> = [
    "str", "String", "string", "byte", "bytes", "Buffer", "from", "trim", "strip", "toString",
    "htmlspecialchars", "mysqli_real_escape_string", "real_escape_string", "escape", "quote",
    "sprintf", "format", "Sprintf", "stringify", "dumps", "of", "just", "base64_encode", "btoa",
    "b64encode", "encodeToString", "text", "repr", "addslashes", "pg_escape_string", "asList",
    "listOf",
    "mapOf", "to_s", "Some", "Ok", "json_encode", "arrayOf", "Array", "array", "tuple", "list",
    "dict", "Map", "HashMap", "Text", "Value", "SqlParameter", "toJson", "to_json", "json",
    "params",
    "Object", "assign", "MapSqlParameterSource", "addValue", "ucfirst", "strtolower", "join",
    "contentValuesOf", "hashMapOf", "mutableMapOf", "linkedMapOf", "bundleOf", "format_args",
    "formatted", "String.format", "concat", "to_string",
    "to_owned",
    "into", "sql", "named", "GetBytes", "text_type", "Set", "arrayListOf",
  ]
}

extension String {
  /// Whether the bytes of a text stand in it.
  func holds(_ text: StaticString) -> Bool {
    var copy = self
    return copy.withUTF8 { bytes in
      text.withUTF8Buffer { text in
        guard let first = text.first, bytes.count >= text.count else { return false }
        for start in 0...(bytes.count - text.count) where bytes[start] == first {
          if (1..<text.count).allSatisfy({ bytes[start + $0] == text[$0] }) { return true }
        }
        return false
      }
    }
  }
}
