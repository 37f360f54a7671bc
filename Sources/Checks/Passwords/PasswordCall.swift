import SourceText

/// A call that a password is handed to.
struct PasswordCall {
  let trace: PasswordTrace
  let name: String
  let path: Range<Int>
  /// The opening bracket of its arguments.
  let open: Int
  /// Which argument, from 0.
  let position: Int
  let key: String?

  private var view: CodeView { trace.view }

  /// What the call does with it.
  var step: PasswordTrace.Step {
    let whole = view.joined(path)
    let receiver = String(whole.dropLast(name.count))
    let receiverWords = PasswordWords.words(receiver)
    if let shown = shown(receiver: receiver, words: receiverWords) { return shown }
    if let encrypted = encrypted(whole) { return encrypted }
    if let encoded { return encoded }
    if Self.isToken(name, path: whole),
      NameWords(key ?? view.content(open + 1)).isAboutPasswords, position > 0 || key != nil
    {
      return trace.made(.sent, .likely, "put into a token by \(name)")
    }
    if name == "put", position == 1, words(receiver).contains("claims"),
      NameWords(view.content(open + 1)).isAboutPasswords
    {
      return trace.made(.sent, .likely, "put into a token")
    }
    switch PasswordQuery.step(trace, call: self) {
    case .found(let use): return .found(use)
    case .end: return .end
    case .goOn: break
    }
    if let kept = kept(whole: whole, receiver: receiver, words: receiverWords) { return kept }
    if PasswordWords.carriers.contains(name) { return .goOn }
    if PasswordWords.isSlowHash(name) { return .end }
    return .end
  }

  private func words(_ name: String) -> [String] { PasswordWords.words(name) }

  /// Whether a call makes a token that whoever holds it can read.
  static func isToken(_ name: String, path: String) -> Bool {
    let words = PasswordWords.words(path)
    let isJWT = words.contains { ["jwt", "jsonwebtoken", "jose", "claims"].contains($0) }
    return isJWT
      && ["encode", "sign", "signAsync", "claim", "withClaim", "setClaims", "addClaims", "Sign"]
        .contains(name)
      || ["withClaim", "create_access_token"].contains(name)
  }

  // MARK: - Encoded

  private static let encoders: Set<String> = [
    "b64encode", "base64_encode", "btoa", "ToBase64String", "encodeToString", "encode64",
    "strict_encode64", "urlsafe_b64encode", "EncodeToString", "encode_base64",
  ]
  private static let transfers = KnownPattern(
    #"(?i)\bbasic\b|authorization|smtp|imap|\bkubectl|kind:|proxy|soap|auth\s{0,2}login|x-[a-z]{2,10}-auth"#
  )

  /// Also `Buffer.from(x).toString('base64')`, `Data(x.utf8).base64EncodedString()`.
  private var isEncoder: Bool {
    if Self.encoders.contains(name) { return true }
    let whole = view.joined(path)
    if name == "encode" { return whole.holds("base64") || whole.holds("STANDARD.") }
    guard name == "from" || name == "Data", let close = view.brackets.partner(of: open),
      view.isJoint(close + 1)
    else { return false }
    return view.text(close + 2) == "base64EncodedString"
      || view.text(close + 2) == "toString" && view.content(close + 4) == "base64"
  }

  /// Encoded as if that protected it: the whole argument, in a document that keeps accounts.
  private var encoded: PasswordTrace.Step? {
    guard isEncoder, position == 0, key == nil,
      !trace.value.isInterpolated, trace.scanHolds(PasswordTrace.accounts),
      trace.scanHolds(PasswordTrace.keeping), !trace.scanHolds(Self.transfers),
      !trace.hashesSlowly, let close = view.brackets.partner(of: open),
      !(open..<close).contains(where: {
        view.isMark($0, ["+", ".", "%", "<>"]) && view.kind($0 + 1) == .string
      }),
      !(open..<close).contains(where: { view.isMark($0, "+") })
    else { return nil }
    return trace.made(.encrypted, .likely, "only encoded by \(name)")
  }

  // MARK: - Shown

  private static let levels: Set<String> = [
    "info", "debug", "warn", "warning", "error", "trace", "fatal", "critical", "verbose", "notice",
    "exception", "log", "Info", "Debug", "Warn", "Error", "Fatal", "Infof", "Debugf", "Warnf",
    "Errorf",
    "Fatalf", "Printf", "Println", "Print", "LogInformation", "LogDebug", "LogWarning", "LogError",
    "LogTrace", "Information", "Warning", "Infow", "Debugw", "infof", "d", "i", "e", "w", "v",
    "println",
    "printf", "write", "add", "finer", "fine", "wtf", "Trace", "event", "msg", "Msg", "Msgf",
    "Infoln",
    "Str", "LogCritical", "severe", "notify",
  ]
  static func isLevel(_ name: String) -> Bool { levels.contains(name) }

  private static let shows: Set<String> = [
    "print", "println", "printf", "puts", "pprint", "NSLog", "os_log", "error_log", "syslog",
    "WriteLine",
    "Println", "Printf", "eprintln", "var_dump", "print_r", "dbg", "debugPrint", "echo", "dump",
    "dd",
    "logger", "log", "pp", "vprintf", "log_message", "writeLog", "logMessage", "write_log", "Log",
    "consoleLog", "trigger_error", "wp_die", "cout", "writeln", "log_info", "log_debug", "LOG_INFO",
    "print_debug", "logEvent", "addLog", "write_line",
  ]

  private func shown(receiver: String, words: [String]) -> PasswordTrace.Step? {
    let isLogger =
      words.contains {
        [
          "log", "logger", "logging", "console", "slog", "winston", "tracing", "timber", "logs",
          "klog",
          "zap", "logrus", "serilog", "trace", "pino", "l", "nslog", "lager", "monolog",
        ].contains($0)
      }
    if isLogger, Self.levels.contains(name), !words.contains("login"), !words.contains("math") {
      return trace.made(.logged, .sure, "handed to \(receiver)\(name)")
    }
    if view.language == "rust", view.isMark(open - 1, "!"),
      ["info", "debug", "warn", "error", "trace", "println", "print", "eprintln", "dbg"].contains(
        name)
    {
      return trace.made(.logged, .sure, "handed to \(name)!")
    }
    let isConsole =
      receiver.isEmpty
      || [
        "System.out.", "System.err.", "fmt.", "Console.", "sys.stdout.",
        "process.stdout.", "Debug.", "Log.", "std::", "\\", "$stdout.", "STDOUT.", "io::",
      ].contains(receiver)

    if isConsole, Self.shows.contains(name) {
      let isLog =
        receiver == "Log." || ["error_log", "syslog", "NSLog", "os_log", "logger"].contains(name)
      if !isLog {
        // Programs that make passwords up, or ask for one in a prompt, print as their purpose.
        if trace.scanHolds(PasswordTrace.generating) { return .end }
        if name == "log", !receiver.isEmpty { return .end }
      }
      return trace.made(.logged, .likely, "handed to \(receiver)\(name)")
    }
    if ["Fprintf", "Fprintln", "Fprint"].contains(name), view.text(open + 1) == "os",
      ["Stderr", "Stdout"].contains(view.text(open + 3)), !trace.scanHolds(PasswordTrace.generating)
    {
      return trace.made(.logged, .likely, "written to os.\(view.text(open + 3))")
    }
    if name == "fprintf", view.isMark(open, "(") {
      let target = view.text(open + 1)
      if ["stderr", "stdout"].contains(target) {
        return trace.made(.logged, .likely, "written to \(target)")
      }
      return trace.made(.stored, .likely, "written into a file")
    }
    return sent(receiver: receiver, words: words)
  }

  // MARK: - Sent

  private func sent(receiver: String, words: [String]) -> PasswordTrace.Step? {
    let nameWords = PasswordWords.words(name)
    let isMailer = receiver.hasSuffix("Mailer.")
    let isLetter =
      nameWords.contains { ["mail", "email", "mailer", "sms", "letter"].contains($0) }
      || words.contains { ["mail", "mailer", "email", "sms", "twilio", "sendgrid"].contains($0) }
    if isLetter, !PasswordWords.namesPassage(name),
      nameWords.contains(
        where: [
          "mail", "send", "sms", "message", "create", "text", "body", "html",
          "deliver", "email", "content", "plain", "queue", "notify",
        ].contains) || isMailer && ["with", "welcome", "registered", "new_account"].contains(name)
    {
      if name.lowercased().holds("server") || name.lowercased().holds("login") { return nil }
      return trace.made(.sent, .likely, "handed to \(receiver)\(name)")
    }
    let isText = [
      "MIMEText", "text", "html", "setText", "setBody", "set_content", "setContent", "line",
      "Body", "setHtml", "greeting",
    ].contains(name)
    if isText, trace.scanHolds(PasswordTrace.mailing),
      trace.value.isInterpolated || PasswordStores.isAnnounced(trace)
    {
      return trace.made(.sent, .likely, "written into a message")
    }
    let isAnswer =
      name == "jsonify"
      || ["json", "send", "jsonp"].contains(name)
        && words.contains { ["res", "response", "reply", "ctx", "c", "context"].contains($0) }
      || ["JSON", "IndentedJSON", "String"].contains(name) && ["c.", "ctx."].contains(receiver)
      || ["JsonResponse", "JSONResponse", "HttpResponse", "json_encode", "render_json"].contains(
        name)
      || ["Ok", "Json"].contains(name) && receiver.isEmpty && view.language == "csharp"
      || receiver.hasSuffix("getWriter().") && ["println", "write", "print"].contains(name)
      || name == "body" && receiver.hasSuffix("ResponseEntity.ok().")
    if isAnswer, trace.value.path.count > 0 {
      if name == "json_encode", !isStatement { return nil }
      return trace.made(.sent, .likely, "put into the answer by \(name)")
    }
    return nil
  }

  private var isStatement: Bool {
    ["echo", "print", "return", "exit", "die"].contains(view.text(path.lowerBound - 1))
  }

  // MARK: - Encrypted

  private func encrypted(_ whole: String) -> PasswordTrace.Step? {
    let words = PasswordWords.words(name)
    let isDecryption = words.contains {
      ["decrypt", "decipher", "unseal", "decrypted"].contains($0)
    }
    let isEncryption =
      words.contains { ["encrypt", "encipher", "encrypted"].contains($0) }
      || ["openssl_encrypt", "sodium_crypto_secretbox"].contains(name)
      || ["doFinal", "update"].contains(name)
        && PasswordWords.words(whole).contains {
          ["cipher", "aes", "fernet", "encryptor"].contains($0)
        }
    guard isEncryption || isDecryption else { return nil }
    // With further arguments a password is the key: `encrypt(text, password)`.
    guard position == 0,
      key == nil || PasswordWords.words(key ?? "").contains("plain") || key == "password"
        || key == "text" || key == "data" || key == "string" || key == "value" || key == "plaintext"
    else { return .end }
    let subject = PasswordWords.words(whole) + PasswordWords.words(trace.value.pathText)
    if subject.contains(
      where: [
        "vault", "smtp", "imap", "mail", "connection", "ssh", "ftp", "database", "db", "wallet",
        "keystore",
        "entry", "wifi", "proxy", "credential", "archive", "zip", "pdf", "backup", "source",
        "remote",
      ].contains), view.language != "kotlin" || !subject.contains("vault")
    {
      return .end
    }
    if name == "update", position == 0, view.isMark(open + 1, ")") { return .end }
    if whole.holds("safeStorage") || whole.holds("ProtectedData") { return .end }
    if ["generateKey", "deriveKey"].contains(name) { return .end }
    if trace.scanHolds(Self.vaults) { return .end }
    if isDecryption {
      let after = view.brackets.partner(of: open).map { $0 + 1 } ?? open
      let isCompared =
        view.isMark(after, ["==", "===", "!=", "!=="])
        || view.isMark(path.lowerBound - 1, ["==", "===", "!=", "!=="])
        || view.isJoint(after) && ["equals", "Equals"].contains(view.text(after + 1))
      if isCompared { return trace.made(.encrypted, .sure, "decrypted to be compared") }
      let owner = trace.value.pathText.split { ".>-[(".contains($0) }.first.map(String.init) ?? ""
      guard PasswordWords.namesAccount(owner), trace.scanHolds(Self.logins) else { return nil }
      return trace.made(.encrypted, .likely, "decrypted by \(name)")
    }
    guard trace.scanHolds(PasswordTrace.accounts) else { return .end }
    return trace.made(.encrypted, .likely, "encrypted by \(name)")
  }

  private static let vaults = KnownPattern(
    #"(?i)password[\s_-]?manager|keepass|\bkeychain\b|\bkeyring\b|credentialRepository|vaultItem"#
  )
  private static let logins = KnownPattern(#"(?i)log_?in|sign_?in|authenticat"#)
  private static let safePreferences = KnownPattern(
    "EncryptedSharedPreferences|SecureStore|EncryptedStorage|SecureStorage|secure_storage")
  private static let sharedPreferences = KnownPattern("SharedPreferences")
  private static let userDetails = KnownPattern(#"security\.core\.userdetails"#)
  private static let contentValues = KnownPattern(#"\bContentValues\b"#)

  // MARK: - Kept

  private static let preferences: Set<String> = [
    "setItem", "putString", "setString", "set", "setValue", "setex", "write", "put", "setSecret",
    "setObject", "multiSet", "putStringSet", "setStringAsync", "setItemAsync", "Add", "string",
    "getItem",
    "getString", "get", "Set", "stringValue",
  ]

  private func kept(whole: String, receiver: String, words: [String]) -> PasswordTrace.Step? {
    let lower = receiver.lowercased()
    let isSafe = [
      "securestore", "secure", "keychain", "keystore", "keyring", "keytar", "vault",
      "encrypted", "safestorage", "secret",
    ].contains(where: lower.holds)
    if isSafe { return .end }
    let isPreference =
      words.contains {
        [
          "defaults", "prefs", "preferences", "preference", "editor", "localstorage", "storage",
          "sessionstorage", "asyncstorage", "mmkv", "cookies", "cookie", "js_cookie", "datastore",
          "settings",
          "playerprefs",
        ].contains($0)
      } || lower.holds("storage") || lower.holds("preferences") || lower.holds("defaults")
    let isSession = words.contains("session") || whole == "session" || name == "put_session"
    if isSession, Self.sessions.contains(name),
      NameWords(key ?? view.content(open + 1)).isAboutPasswords
        || name == "put_session" && NameWords(trace.value.name).namesPassword
    {
      return trace.made(.stored, .likely, "kept in the session")
    }
    if let copied { return copied }
    if isPreference, Self.preferences.contains(name) {
      if trace.scanHolds(Self.safePreferences) { return .end }
      return trace.made(.stored, .sure, "kept by \(receiver)\(name)")
    }
    if name == "putString", trace.scanHolds(Self.sharedPreferences),
      !trace.scanHolds(PasswordTrace.encryptedPreferences)
    {
      return trace.made(.stored, .sure, "kept in the preferences")
    }
    if name == "Append", words.contains("cookies") {
      return trace.made(.stored, .likely, "kept in a cookie")
    }
    if ["setcookie", "set_cookie", "setCookie", "cookie", "SetCookie", "Cookie"].contains(name) {
      return trace.made(.stored, .likely, "kept in a cookie")
    }
    if whole.holds("PropertyListEncoder"), key.map({ NameWords($0).isAboutPasswords }) == true {
      return trace.made(.stored, .likely, "written into a property list")
    }
    if let file = intoFile(lower, words) { return file }
    if [
      "eq", "where", "filter_by", "findOne", "find_by", "findFirst", "findUnique", "get_or_none",
      "orWhere", "find_one", "findBy", "find_by!", "andWhere", "filter", "exists", "isEqualTo",
      "whereEqualTo", "get_where", "get_by", "getBy", "findOneBy", "firstWhere",
      "get_object_or_404",
      "neq", "ne", "FindOne", "find", "Find", "CountDocuments", "countDocuments", "exists",
    ].contains(name) || name == "get" && receiver.hasSuffix("objects.") {
      return asked(whole)
    }
    let finder = PasswordWords.words(name)
    if finder.count > 3,
      finder.first == "find" || finder.first == "get" || finder.first == "exists",
      finder.contains("and"), NameWords(name).isAboutPasswords
    {
      return trace.made(.compared, .likely, "looked up by \(name)")
    }
    if let setter = setter(receiver) { return setter }
    if NameWords(name).namesPassword, receiver.holds("uilder()"),
      PasswordWords.namesAccount(view.text(path.lowerBound)),
      !trace.scanHolds(Self.userDetails)
    {
      return trace.made(
        .stored, trace.hashesSlowly ? .unsure : .likely,
        "built into an account")
    }
    if name == "put", position == 1, trace.scanHolds(Self.contentValues),
      NameWords(view.content(open + 1)).isAboutPasswords
    {
      return trace.made(.stored, .likely, "put into a row")
    }
    let stores = PasswordStores(trace)
    if let first = name.utf8.first, (0x41...0x5A).contains(first), receiver != "func." {
      if PasswordWords.namesAccount(name) {
        return stores.construction(of: path, open: open, key: key)
      }
    } else if view.text(path.lowerBound - 1) == "new", PasswordWords.namesAccount(name) {
      return stores.construction(of: path, open: open, key: key)
    }
    if view.language == "rust" || view.language == "ruby", name == "new" {
      let type = receiver.split(separator: ".").last.map(String.init) ?? receiver
      if PasswordWords.namesAccount(type), key != nil || view.language == "rust" {
        return stores.construction(
          of: (path.upperBound - 3)..<(path.upperBound - 2), open: open, key: key)
      }
    }
    guard
      PasswordStores.keeps(
        name, path: whole, quoted: stores.strings(around: open) + stores.strings(after: open))
    else {
      return nil
    }
    if trace.modelHashes { return .end }
    let isSaved = key != nil || PasswordWords.namesStore(receiver)
    guard isSaved, !["create_user", "createUser"].contains(name) else { return nil }
    if key.map({ PasswordWords.words($0).contains("hash") && !NameWords($0).isAboutPasswords })
      == true
    {
      return .end
    }
    return trace.made(
      .stored, trace.hashesSlowly ? .unsure : .likely, "kept by \(name)")
  }

  private static let sessions: Set<String> = [
    "setAttribute", "set", "put", "SetString", "put_session", "set_userdata", "putValue", "Set",
    "session", "Add", "write", "push",
  ]

  /// `strcpy(user->password, password)`
  private var copied: PasswordTrace.Step? {
    guard
      ["strcpy", "strncpy", "strlcpy", "memcpy", "strcpy_s", "strncpy_s", "snprintf"].contains(
        name),
      position > 0, ["c", "cpp"].contains(view.language)
    else { return nil }
    let end = view.pathEnd(startingAt: open + 1)
    let target = view.joined((open + 1)..<end)
    guard end > open + 2, view.kind(open + 1) == .identifier,
      NameWords(view.text(end - 1)).namesPassword,
      PasswordWords.namesAccount(view.text(open + 1))
        || PasswordWords.namesStore(view.text(open + 1))
        || ["u", "p", "new", "acc"].contains(view.text(open + 1)),
      !trace.hashesSlowly
    else { return nil }
    return trace.made(.stored, .likely, "copied into \(target)")
  }

  private static let writes: Set<String> = [
    "file_put_contents", "fputcsv", "writeFile", "writeFileSync", "appendFile", "appendFileSync",
    "WriteAllText", "AppendAllText", "AppendAllLines", "WriteAllLines", "writeText", "appendText",
    "WriteFile", "fputs", "fwrite", "Fprintf", "Fprintln", "WriteString", "writeString",
    "AppendLine",
  ]

  /// Written into a file, as a line or as part of a record.
  private func intoFile(_ receiver: String, _ words: [String]) -> PasswordTrace.Step? {
    let isFile = words.contains {
      [
        "f", "file", "fp", "fh", "csv", "out", "writer", "fw", "bw", "outfile", "log", "handle",
        "pw", "fs",
      ].contains($0)
    }
    if ["writeString", "WriteString", "AppendLine", "Fprintf", "Fprintln"].contains(name), !isFile,
      !["f", "file", "fp", "out"].contains(view.text(open + 1))
    {
      return nil
    }
    let isWriting =
      Self.writes.contains(name)
      || isFile
        && ["write", "writerow", "writelines", "puts", "append", "println", "print", "newLine"]
          .contains(name)
      || name == "dump" && receiver.hasPrefix("json")
    guard isWriting else { return nil }
    if ["fputs", "fwrite"].contains(name),
      view.text(open + 1) == "stdout" || view.text(open + 3) == "stdout"
    {
      return .end
    }
    guard
      ["stdin", "stdout", "socket", "sock", "process", "proc", "conn"].allSatisfy({
        !receiver.contains($0)
      }), trace.scanHolds(PasswordTrace.accounts)
    else { return .end }
    if receiver.holds("http") || receiver == "w." || view.text(open + 1) == "w" { return .end }
    return trace.made(.stored, .likely, "written into a file")
  }

  /// A record looked up by its password.
  private func asked(_ whole: String) -> PasswordTrace.Step {
    let source = PasswordWords.words(trace.value.pathText)
    if source.contains(where: ["config", "settings", "env", "environ", "options", "opts"].contains)
    {
      return .end
    }
    guard trace.scanHolds(PasswordTrace.accounts) else { return .end }
    if let key, !["isEqualTo", "equalTo", "equals"].contains(key) {
      guard NameWords(key).isAboutPasswords else { return .end }
      return trace.made(.compared, .likely, "looked up by \(name)")
    }
    let first = view.content(open + 1)
    if !first.isEmpty, NameWords(first).isAboutPasswords {
      return trace.made(.compared, .likely, "looked up by \(name)")
    }
    guard name == "eq" || name == "ne" else { return .end }
    // `eq(users.password, password)`, `password.eq(pass)`
    let column =
      position > 0
      ? view.joined((open + 1)..<view.pathEnd(startingAt: open + 1))
      : String(whole.dropLast(name.count + 1))
    let last = column.split { ".:".contains($0) }.last.map(String.init) ?? ""
    guard position > 0 && column.holds(".") || position == 0 && !last.isEmpty,
      NameWords(last).namesPassword, column != trace.value.pathText
    else { return .end }
    return trace.made(.compared, .likely, "looked up by \(name)")
  }

  /// `user.setPassword(password)`.
  private func setter(_ receiver: String) -> PasswordTrace.Step? {
    guard
      ["setPassword", "withPassword", "setPasswd", "setPwd", "setUserPassword", "setPass"].contains(
        name),
      ["java", "kotlin", "php", "groovy", "scala", "csharp"].contains(view.language)
    else { return nil }
    let owner = receiver.filter { $0 != "." && $0 != "$" && $0 != ">" && $0 != "-" }
    guard PasswordWords.namesAccount(owner) || ["u", "entity"].contains(owner) else { return .end }
    if trace.modelHashes { return .end }
    return trace.made(
      .stored, trace.hashesSlowly ? .unsure : .likely,
      "put into \(owner) by \(name)")
  }
}
