import SourceText

/// Places that keep a value: fields of accounts, containers, records that are saved.
struct PasswordStores {
  let trace: PasswordTrace
  let view: CodeView

  init(_ trace: PasswordTrace) {
    self.trace = trace
    view = trace.view
  }

  /// How sure a store through a model is: the model may hash by itself.
  private func modelCertainty(_ usual: PasswordUse.Certainty) -> PasswordUse.Certainty? {
    if trace.modelHashes { return nil }
    return trace.hashesSlowly ? .unsure : usual
  }

  private func store(_ evidence: String, _ usual: PasswordUse.Certainty = .likely)
    -> PasswordTrace.Step
  {
    guard let certainty = modelCertainty(usual) else { return .end }
    return trace.made(.stored, certainty, evidence)
  }

  /// A value that is put into what stands before the `=` at `mark`.
  func assignment(to mark: Int, key: String?, from start: Int) -> PasswordTrace.Step {
    let target = view.pathStart(endingAt: mark)..<mark
    guard !target.isEmpty else { return .end }
    let last = target.upperBound - 1
    let first = view.text(target.lowerBound)
    if view.isMark(last, "]"), let open = view.brackets.partner(of: last) {
      return subscripted(target, open: open, last: last, key: key)
    }
    let name = view.text(last)
    if target.count == 1 || key != nil {
      return local(name, key: key, from: start)
    }
    let receiver = view.joined(target.lowerBound..<(last - 1))
    let isPassword = NameWords(name).isAboutPasswords
    if name == "cookie" { return trace.made(.stored, .likely, "kept in a cookie") }
    if ["localStorage", "sessionStorage"].contains(first) {
      return trace.made(.stored, .sure, "kept in the browser's storage")
    }
    guard isPassword else { return .end }
    if receiver.hasSuffix("Settings.Default") {
      return trace.made(.stored, .likely, "kept in the settings")
    }
    if ["self", "this", "$this", "@"].contains(receiver) {
      return ownField()
    }
    if PasswordWords.namesAccount(receiver) || receiver == "u" || receiver == "entity"
      || receiver == "row" || view.isAccountVariable(receiver, before: target.lowerBound)
    {
      return store("put into \(receiver)'s field \(name)")
    }
    if view.language == "ruby", first.hasPrefix("@"), PasswordWords.namesAccount(first) {
      return store("put into \(first)'s field \(name)")
    }
    return .end
  }

  /// `users[name] = password`, `user["password"] = password`, `it[Users.password] = password`.
  private func subscripted(_ target: Range<Int>, open: Int, last: Int, key: String?)
    -> PasswordTrace.Step
  {
    let container = view.joined(target.lowerBound..<open)
    let inner = view.joined((open + 1)..<last)
    if container.hasPrefix("config"), trace.scanHolds(Self.settingsFile),
      trace.scanHolds(PasswordTrace.accounts), NameWords(inner).isAboutPasswords
    {
      return trace.made(.stored, .likely, "kept in a file of settings")
    }
    if ["localStorage", "sessionStorage"].contains(container) {
      return trace.made(.stored, .sure, "kept in the browser's storage")
    }
    if container.hasSuffix("session") || container == "$_SESSION" || container.hasSuffix("Session")
    {
      return trace.made(.stored, .likely, "kept in the session")
    }
    let containerWords = PasswordWords.words(container)
    if NameWords(inner).isAboutPasswords {
      if containerWords.contains("session") || containerWords.contains("sess") {
        return trace.made(.stored, .likely, "kept in the session")
      }
      if containerWords.contains(where: ["prefs", "preferences", "defaults"].contains),
        !trace.scanHolds(PasswordTrace.encryptedPreferences)
      {
        return trace.made(.stored, .likely, "kept in the preferences")
      }
    }
    if container.hasSuffix("cookies") { return trace.made(.stored, .likely, "kept in a cookie") }
    let stripped = inner.split(separator: ".").last.map(String.init) ?? inner
    let isPasswordKey = NameWords(stripped).isAboutPasswords
    if isPasswordKey, container == "it" || container == "row" {
      return trace.made(.stored, .sure, "put into the column \(inner)")
    }
    if isPasswordKey, PasswordWords.namesAccount(container) {
      return store("put into \(container)")
    }
    let isHost = PasswordWords.words(stripped).contains {
      [
        "netloc", "host", "hostname", "url", "domain", "server", "entryname", "origin", "uri",
        "machine",
        "realm", "prop", "field", "i", "option", "param",
      ].contains($0)
    }
    if !isPasswordKey, !isHost, PasswordWords.namesStore(container) {
      // `users[name] = password` and `users[name] = { password: password }`.
      return store("put into \(container)")
    }
    return .end
  }

  /// A record in a variable: kept if the variable is handed to what keeps it.
  private func local(_ name: String, key: String?, from start: Int) -> PasswordTrace.Step {
    if key == nil, trace.value.isInterpolated || !view.isMark(start, ["{", "["]) {
      return message(name, from: start)
    }
    guard let key, NameWords(key).isAboutPasswords else { return .end }
    let end = min(view.tokens.count, trace.value.path.upperBound + 500)
    for index in trace.value.path.upperBound..<max(end, trace.value.path.upperBound)
    where view.kind(index) == .identifier && view.text(index) == name {
      var inner = index
      for _ in 0..<3 {
        guard let enclosing = view.enclosing(inner), view.isMark(enclosing.open, ["(", "["])
        else { break }
        let open =
          view.isMark(enclosing.open, "[") ? view.enclosing(enclosing.open)?.open : enclosing.open
        guard let open, let callee = view.callee(of: open) else { break }
        let path = view.joined(callee.path)
        if PasswordCall.isToken(callee.name, path: path) {
          return trace.made(.sent, .likely, "put into a token by \(callee.name)")
        }
        if path.hasPrefix("localStorage.") || path.hasPrefix("sessionStorage.") {
          return trace.made(.stored, .sure, "kept in the browser's storage")
        }
        if Self.keeps(callee.name, path: path, quoted: strings(around: index)) {
          return store("kept by \(callee.name)")
        }
        // `setItem('user', JSON.stringify(user))`
        guard PasswordWords.carriers.contains(callee.name) else { break }
        inner = callee.path.lowerBound
      }
      if view.isMark(index - 1, "="), view.isMark(index - 2, "]"),
        let open = view.brackets.partner(of: index - 2),
        PasswordWords.namesStore(view.joined(view.pathStart(endingAt: index - 1)..<open))
      {
        return store("kept in a table")
      }
    }
    return .end
  }

  /// A text with the password in it: a query, or a letter.
  private func message(_ name: String, from start: Int) -> PasswordTrace.Step {
    switch PasswordQuery.step(trace, from: start) {
    case .found(let use): return .found(use)
    case .end: return .end
    case .goOn: break
    }
    if trace.value.isInterpolated || start != trace.value.path.lowerBound,
      trace.scanHolds(PasswordTrace.mailing), Self.isAnnounced(trace)
    {
      return trace.made(.sent, .likely, "written into a message")
    }
    let words = NameWords(name).words
    if start != trace.value.path.lowerBound || trace.value.isInterpolated,
      words.contains(where: ["line", "record", "entry", "row", "csv"].contains),
      trace.scanHolds(Self.writing), trace.scanHolds(PasswordTrace.accounts)
    {
      return trace.made(.stored, .likely, "written into a file")
    }
    return .end
  }

  /// Whether the text says that what follows is the password.
  static func isAnnounced(_ trace: PasswordTrace) -> Bool {
    let place = trace.value.byteRange.lowerBound
    return trace.view.scan.matches(announcement, in: max(0, place - 60)..<place)
  }

  private static let announcement = KnownPattern(
    #"(?i)(?:password|passwort|contrase..?a|senha|passcode|kennwort|mot de passe)[^\n=]{0,30}$"#)
  private static let settingsFile = KnownPattern(#"(?i)configparser"#)
  private static let writing = KnownPattern(#"(?i)\bwrite|append|fputs|fputcsv"#)
  private static let saving = KnownPattern(
    #"\.save\(\)|\.objects\b|session\.add\(|db\.add\(|from \.models import|SaveChanges"#)
  private static let springUsers = KnownPattern(#"springframework\.security|UserDetails"#)

  /// `self.password = password` in a class whose objects are kept.
  private func ownField() -> PasswordTrace.Step {
    guard ["python", "javascript", "typescript", "ruby"].contains(view.language),
      let header = view.classHeader(around: trace.value.path.lowerBound),
      trace.scanHolds(PasswordTrace.keeping)
    else { return .end }
    let isModel = header.contains {
      ["Model", "Base", "Document", "ApplicationRecord", "Entity", "DeclarativeBase", "BaseEntity"]
        .contains($0)
    }
    guard isModel || PasswordWords.namesAccount(header[0]) else { return .end }
    if trace.hashesSlowly { return .end }
    return store("put into a field of \(header[0])", .likely)
  }

  /// `User(password: x)`, `new User { Password = x }`, `User{Password: x}`.
  func construction(of path: Range<Int>, open: Int, key: String?) -> PasswordTrace.Step {
    let name = view.text(path.upperBound - 1)
    if name == "Cookie", key == "Value" {
      return trace.made(.stored, .likely, "kept in a cookie")
    }
    if name == "MapClaims", key.map({ NameWords($0).isAboutPasswords }) == true {
      return trace.made(.sent, .likely, "put into a token")
    }
    if ["map", "interface", "gin", "Map", "H", "M", "D", "bson"].contains(name) || name == "values"
    {
      return .goOn
    }
    let isMade = view.text(path.lowerBound - 1) == "new"
    guard let first = name.utf8.first, (0x41...0x5A).contains(first) || isMade else {
      return .goOn
    }
    let isKept =
      PasswordWords.namesAccount(name) || path.count > 2 && view.text(path.lowerBound) == "models"
      || name == "ActiveModel" && PasswordWords.namesAccount(view.text(path.lowerBound))
    guard isKept, !Self.connections.contains(name) || trace.scanHolds(Self.saving) else {
      return .end
    }
    let isPositional = key == nil
    if isPositional {
      guard trace.scanHolds(PasswordTrace.keeping), path.count == 1 else { return .end }
      if trace.scanHolds(Self.springUsers) { return .end }
    }
    return store("put into a new \(name)", isPositional ? .unsure : .likely)
  }

  /// Classes that have people's names and yet connect to something.
  private static let connections: Set<String> = [
    "Client", "Clients", "Host", "Manager", "Agent", "Identity", "Principal", "Reader", "Profile",
  ]

  /// Whether a function keeps the records that are handed to it.
  static func keeps(_ name: String, path: String, quoted: @autoclosure () -> [String]) -> Bool {
    let chain = path.split { ".>-:?()'\"[]!$".contains($0) }.map(String.init)
    let before = chain.dropLast()
    let isDatabase = path.holds("irestore") || path.holds("FirebaseDatabase")
    if !isDatabase,
      before.contains(where: { part in
        PasswordWords.words(part).contains {
          [
            "api", "http", "axios", "auth", "firebase", "cognito", "service", "keycloak", "clerk",
            "faker",
            "factory", "sdk", "rpc", "fetch", "form", "client", "page", "browser", "mock",
            "request",
          ].contains($0)
        }
      })
    {
      return false
    }
    if [
      "insertOne", "insert_one", "insertMany", "insert_many", "bulkCreate", "writeFileSync",
      "persist",
      "insertInto", "bulk_create", "create!", "findOneAndUpdate", "findByIdAndUpdate", "updateOne",
      "update_one", "upsert", "bulk_save_objects", "addDoc", "setDoc", "insert_user", "insertUser",
      "InsertOne", "saveUser", "save_user", "hset", "hmset", "hSet", "save_users", "saveUsers",
      "writeUsers",
      "firstOrCreate", "updateOrCreate", "insertGetId", "addUser", "appendUser", "PutCommand",
      "PutItemCommand", "put_item", "putItem", "PutItem", "add_user_meta", "update_user_meta",
      "insert_one!",
    ].contains(name) {
      return true
    }
    guard
      [
        "create", "insert", "save", "update", "add", "append", "push", "put", "set", "store",
        "values",
        "build", "Create", "Save", "Insert", "Add", "Update", "set_value", "setValue", "replace",
        "update_attributes", "merge", "fill", "new", "unshift", "insert_all", "push_back",
        "add_user", "Append",
        "emplace_back", "updateMany", "write", "AddAsync", "InsertAsync",
      ].contains(name)
    else { return false }
    return before.contains { PasswordWords.namesStore($0) || $0 == "model" }
      || quoted().contains { $0.utf8.count < 30 && PasswordWords.namesStore($0) }
  }

  /// The strings of the first argument: `insert('users', …)`, `insert($prefix . 'users', …)`.
  func strings(after open: Int) -> [String] {
    (open + 1..<open + 8).prefix { !view.isMark($0, [",", ")", "(", "{", "["]) }.compactMap {
      view.kind($0) == .string ? view.content($0) : nil
    }
  }

  /// The short strings of the statement around a token: `collection("users")`.
  func strings(around index: Int) -> [String] {
    let start = view.statementStart(index)
    return (start..<min(view.tokens.count, max(start, index))).suffix(80).compactMap {
      view.kind($0) == .string ? view.content($0) : nil
    }
  }
}

extension NameWords {
  /// Whether the name speaks of a password at all, kept in whatever form.
  var isAboutPasswords: Bool {
    words.contains { word in
      ["pass", "pwd", "pw", "pswd", "passphrase", "senha", "contrasena", "mdp"].contains(
        word)
        || word.holds("passw") || word.holds("kennwort")
    }
  }
}
