import SourceText

/// The walk from a password's value outward.
struct PasswordTrace {
  let value: PasswordValue
  let view: CodeView

  init(_ value: PasswordValue) {
    self.value = value
    view = value.view
  }

  /// What a step of the walk says.
  enum Step {
    case goOn
    case end
    case found(PasswordUse)
  }

  func made(_ kind: PasswordUse.Kind, _ certainty: PasswordUse.Certainty, _ evidence: String)
    -> Step
  {
    .found(
      PasswordUse(kind: kind, certainty: certainty, evidence: evidence, range: value.byteRange))
  }

  var use: PasswordUse? {
    if !value.isInterpolated {
      guard isRead else { return nil }
    }
    if isReadFromPreferences {
      return made(.stored, .likely, "read from where it was kept").use
    }
    if HashedBefore.isHashed(value) { return nil }
    if let use = addressed { return use }
    if !value.isInterpolated, let use = PasswordComparison.use(of: value) { return use }
    return walk() ?? told
  }

  /// `Your password is …`: said to somebody, by whatever function.
  private var told: PasswordUse? {
    let place = value.byteRange.lowerBound
    let before = max(0, place - 120)..<place
    let isTold =
      view.scan.matches(Self.announcement, in: before)
      || value.isInterpolated && scanHolds(Self.accounts)
        && view.scan.matches(Self.loginAnnouncement, in: before)
    guard isTold, !scanHolds(Self.generating) else { return nil }
    return made(.sent, .likely, "told in a message").use
  }
  private static let announcement = KnownPattern(
    #"(?i)(?:\\[nrt]|\b)(?:your|the|new|temporary|initial|current)\s{1,2}(?:\w{1,12}\s)?password\s?(?:is|was|:)[\s:]{0,3}(?:["'`]\s{0,2}[+.&,]\s{0,2}\$?|\W{0,4})$"#
  )
  private static let loginAnnouncement = KnownPattern(
    #"(?i)(?:\\[nrt]|\b)(?:login|user|username|email|account)\b[^\n]{0,80}[\s,(]password\s?:\s?[${(\\]{0,3}$"#
  )

  /// Whether the place reads the value: no declaration, no key, no test for presence.
  private var isRead: Bool {
    let before = value.path.lowerBound - 1
    let after = value.path.upperBound
    if view.isMark(after, ["=>", "=", ":=", "+=", "??=", "||=", "&&", "++"]) { return false }
    if view.isMark(after, ":"), !isTernaryBranch,
      !view.isStatementEnd(after, after + 1) || view.language != "python"
    {
      return false
    }
    if view.isMark(after, "?"), view.language != "swift", view.language != "kotlin",
      view.language != "rust"
    {
      return false
    }
    if view.kind(after) == .identifier, !view.isStatementEnd(after - 1, after) {
      let word = view.text(after)
      if view.language == "go" || ["is", "in", "as", "and", "not", "then"].contains(word) {
        return word == "as"
      }
    }
    if view.isMark(before, ["!", "~", "@", "#", "<", "&&"]) { return false }
    if view.kind(before) == .identifier, !view.isStatementEnd(before, before + 1) {
      let word = view.text(before)
      // `String password`, `var password`, `not password`.
      return [
        "await", "return", "and", "or", "if", "echo", "print", "puts", "p", "elif", "guard", "eq",
        "ne",
        "in", "else", "then", "to", "when", "case", "try", "yield", "new", "while",
      ].contains(word)
    }
    return true
  }

  /// `defaults.string(forKey: "password")`: what is read there was kept in clear.
  private var isReadFromPreferences: Bool {
    let path = value.pathText.lowercased()
    guard path.holds("("), !["keychain", "secure", "encrypted"].contains(where: path.holds)
    else {
      return false
    }
    return [
      "defaults.string(", "defaults.standard.string(", "defaults.object(", "localstorage.getitem(",
      "sessionstorage.getitem(", "prefs.getstring(", "preferences.getstring(",
      "asyncstorage.getitem(",
    ].contains(where: path.holds) && !scanHolds(Self.encryptedPreferences)
  }

  /// `/login?user=…&password=…`: put into an address.
  private var addressed: PasswordUse? {
    let place = value.byteRange.lowerBound
    guard view.scan.matches(Self.parameter, in: max(0, place - 160)..<place) else { return nil }
    return made(.sent, .likely, "put into an address").use
  }
  private static let parameter = KnownPattern(
    #"(?i)[?](?:\w{1,20}=[^;?\n]{0,120}&)?\w{0,12}(?:password|passwd|pwd|passphrase)=(?:\W{0,3}|["'`]\s{0,2}[+.]\s{0,2}(?:encodeURIComponent\(|URLEncoder\.encode\(|urlencode\(|quote\(|Uri\.EscapeDataString\()?\$?)$"#
  )

  private var isTernaryBranch: Bool {
    view.isMark(value.path.lowerBound - 1, "?")
  }

  /// The key that a value stands under: `password: x`, `password=x`, `"password" => x`.
  func key(before start: Int) -> (text: String, start: Int, mark: String)? {
    let isPair =
      view.language == "kotlin" && view.isWord(start - 1, "to")
      || view.language == "scala" && view.isMark(start - 1, "->")
    guard isPair || view.isMark(start - 1, [":", "=>", "="]) else { return nil }
    var index = start - 2
    if view.isMark(index, "?") { index -= 1 }
    switch view.kind(index) {
    case .string: return (view.content(index), index, view.text(start - 1))
    case .identifier:
      // `settings.password = x` is an assignment too.
      guard !view.isJoint(index - 1) || view.isMark(index - 1, "::") else { return nil }
      let isSymbol = view.isMark(index - 1, ":") && view.isMark(start - 1, "=>")
      return (view.text(index), isSymbol ? index - 1 : index, view.text(start - 1))
    default:
      // `it[Users.password] = x` is an assignment.
      return nil
    }
  }

  private func walk() -> PasswordUse? {
    var start = value.path.lowerBound
    var key: String?
    for level in 0..<9 {
      start = joined(before: start)
      while view.isMark(start - 1, ["&", "*", "..."]) || view.text(start - 1) == "await" {
        start -= 1
      }
      if level == 0, case .found(let use) = streamed(from: start) { return use }
      let enclosing = view.enclosing(start)
      let bracket = enclosing.map { view.text($0.open) } ?? ""
      let isShorthand = level == 0 && bracket == "{" && isShorthandField(start)
      let found = self.key(before: start)
      if view.language == "ruby", let found, found.text == "json",
        view.text(found.start - 1) == "render", level > 0
      {
        return made(.sent, .likely, "rendered as JSON").use
      }
      if let found,
        bracket == "(" || bracket == "[" || bracket == "{" && found.mark != "="
          || bracket == "{" && view.language == "csharp"
      {
        if key == nil || NameWords(found.text).namesPassword { key = key ?? found.text }
        start = found.start
      } else if isShorthand {
        key = value.name
      } else if view.isMark(start - 1, ["=", ":=", "||="]), !isNamedArgument(start, bracket) {
        switch PasswordStores(self).assignment(to: start - 1, key: key, from: start) {
        case .found(let use): return use
        case .end, .goOn: return nil
        }
      } else if level == 0, case .found(let use) = statementWord(before: start) {
        return use
      }
      guard let enclosing else { return nil }
      let open = enclosing.open
      switch bracket {
      case "(":
        guard let callee = view.callee(of: open) else {
          start = open
          continue
        }
        guard !view.isDeclaration(open, path: callee.path) else { return nil }
        let call = PasswordCall(
          trace: self, name: callee.name, path: callee.path, open: open,
          position: enclosing.commas, key: key)
        switch call.step {
        case .found(let use): return use
        case .end: return nil
        case .goOn: start = callee.path.lowerBound
        }
      case "[":
        if view.kind(open - 1) == .identifier && !CodeView.keywords.contains(view.text(open - 1))
          || view.isMark(open - 1, [")", "]"])
        {
          return nil
        }
        start = open
      default:
        guard key != nil || isShorthand, found != nil || isShorthand else {
          // A block: a bare value in it was looked at above.
          return nil
        }
        if isPattern(open) { return nil }
        if view.kind(open - 1) == .identifier, !CodeView.keywords.contains(view.text(open - 1)) {
          let path = view.pathStart(endingAt: open)..<open
          switch PasswordStores(self).construction(of: path, open: open, key: key) {
          case .found(let use): return use
          case .end: return nil
          case .goOn: start = path.lowerBound
          }
        } else if view.isMark(open - 1, ")"), let paren = view.brackets.partner(of: open - 1),
          let callee = view.callee(of: paren)
        {
          // `new User(...) { Password = x }`
          return PasswordStores(self).construction(of: callee.path, open: open, key: key).use
        } else {
          start = open
        }
      }
    }
    return nil
  }

  /// Where the concatenation that a value is part of begins.
  private func joined(before start: Int) -> Int {
    var start = start
    var steps = 0
    while steps < 12,
      view.isMark(start - 1, ["+", ".", "..", "%", "<<", "<>", "??", "||", "~", ","])
    {
      steps += 1
      let mark = view.text(start - 1)
      if mark == ",", !(view.language == "python" && steps > 20) { return start }
      if mark == "<<", view.language != "cpp" { return start }
      let before = view.pathStart(endingAt: start - 1)
      guard before < start - 1 else { return start }
      start = before
    }
    return start
  }

  private func isNamedArgument(_ start: Int, _ bracket: String) -> Bool {
    bracket == "(" && view.isMark(start - 1, "=")
  }

  private func isShorthandField(_ start: Int) -> Bool {
    if view.language == "csharp", view.enclosing(start).map({ view.text($0.open - 1) }) == "new" {
      // `new { user.Name, user.Password }`
      return view.isMark(start - 1, ["{", ","]) && view.isMark(value.path.upperBound, [",", "}"])
    }
    guard ["javascript", "typescript", "rust"].contains(view.language),
      value.path.count == 1
    else { return false }
    return view.isMark(start - 1, ["{", ","]) && view.isMark(value.path.upperBound, [",", "}"])
  }

  /// `const { password } = …`, `({ password }) =>`: taken apart, not put together.
  private func isPattern(_ open: Int) -> Bool {
    guard let close = view.brackets.partner(of: open) else { return true }
    if view.isMark(close + 1, "="), !view.isMark(close + 1, "==") { return true }
    if view.isMark(close + 1, ":") && view.isMark(open - 1, ["(", ","]) { return true }
    if ["import", "export", "const", "let", "var", "type", "interface"].contains(
      view.text(open - 1))
    {
      return true
    }
    if view.text(close + 1) == "from" || view.text(close + 1) == "of" { return true }
    if let outer = view.enclosing(open), view.isMark(outer.open, "("),
      let end = view.brackets.partner(of: outer.open)
    {
      if view.isMark(end + 1, "=>") { return true }
      if let callee = view.callee(of: outer.open),
        view.isDeclaration(outer.open, path: callee.path)
      {
        return true
      }
    }
    return false
  }

  /// `file << name << password`
  private func streamed(from start: Int) -> Step {
    guard view.language == "cpp", start < value.path.lowerBound,
      view.isMark(value.path.lowerBound - 1, "<<")
    else { return .goOn }
    let first = view.joined(start..<view.pathEnd(startingAt: start))
    if ["cout", "cerr", "clog", "std::cout", "std::cerr", "std::clog"].contains(first) {
      return made(.logged, .likely, "written to \(first)")
    }
    guard scanHolds(Self.fileStream), scanHolds(Self.accounts) else { return .goOn }
    return made(.stored, .likely, "written into a file")
  }

  /// `echo $password;`, `puts password`: words that show what follows them.
  private func statementWord(before start: Int) -> Step {
    let word = view.text(start - 1)
    guard view.kind(start - 1) == .identifier, !view.isStatementEnd(start - 1, start) else {
      return .goOn
    }
    if view.language == "ruby", view.isMark(start - 2, "."), PasswordCall.isLevel(word),
      view.text(start - 3).lowercased().hasSuffix("logger")
    {
      return made(.logged, .sure, "handed to \(view.text(start - 3)).\(word)")
    }
    if view.language == "perl", ["STDERR", "STDOUT"].contains(word),
      ["print", "printf", "say"].contains(view.text(start - 2))
    {
      return made(.logged, .likely, "written to \(word)")
    }
    let isShown =
      ["php", "perl"].contains(view.language) && ["echo", "print"].contains(word)
      || view.language == "ruby" && ["puts", "p", "print", "pp"].contains(word)
    guard isShown, !scanHolds(Self.generating) else { return .goOn }
    return made(.logged, .likely, "shown by \(word)")
  }

  func scanHolds(_ pattern: KnownPattern) -> Bool { view.scan.holds(pattern) }

  /// Whether passwords are kept safely somewhere in the document.
  var hashesSlowly: Bool {
    scanHolds(Self.slowHashing) || scanHolds(Self.hashingNames) && !scanHolds(Self.ownHashing)
  }

  /// Whether what keeps the accounts hashes by itself, as far as the document shows.
  var modelHashes: Bool {
    scanHolds(Self.hashingHook) || scanHolds(Self.modelChecks) && !scanHolds(Self.ownHashing)
      || view.language == "ruby" && scanHolds(Self.confirmedModel)
  }

  /// Documents that make passwords up, and show them as their purpose.
  static let generating = KnownPattern(
    #"(?i)generat\w{0,20}pass|pass\w{0,10}generat|random\w{0,10}pass|secrets\.choice|\bpwgen\b|random\.(?:choice|sample)|token_urlsafe|make_random_password|getpass\(\)\s{0,4}\#n?\z"#
  )
  /// Functions that keep passwords safely, in use somewhere in the document.
  static let slowHashing = KnownPattern(
    #"(?i)bcrypt|argon2|\bscrypt|pbkdf2|password_hash\s{0,2}\(|password_verify|generate_password_hash|make_password|PasswordEncoder|PasswordHasher|Hash::make|has_secure_password|\bdevise\b|Rfc2898|crypto_pwhash|CryptContext|gen_salt|UserManager<"#
  )
  /// Names of functions that say so, wherever they are defined.
  static let hashingNames = KnownPattern(
    #"(?i)\bcheck_password|\bset_password|comparePassword|matchPassword|verifyPassword|isValidPassword|validatePassword|checkPassword|hashPassword|hash_password|validPassword|correctPassword"#
  )
  /// Functions that, where the document defines them, keep passwords as safely as what they hold.
  static let ownHashing = KnownPattern(
    #"(?i)(?:\b(?:def|function|fun|func|fn|sub|boolean|bool|string|static)\s{1,3}(?:self\.)?|\.(?:methods|prototype|statics)\.)(?:check_?password|set_password|comparePassword|matchPassword|verifyPassword|isValidPassword|validatePassword|hash_?Password|validPassword|correctPassword)\b"#
  )
  /// Rails asks for the second entry only where `has_secure_password` or Devise hashes.
  static let confirmedModel = KnownPattern(#"\bpassword_confirmation:"#)
  /// Accounts that check a password by themselves: where they are made it is hashed as well.
  static let modelChecks = KnownPattern(
    #"\b\w{1,24}\??[.](?:matchPassword|comparePassword|isValidPassword|validPassword|correctPassword|isCorrectPassword|isPasswordCorrect|isPasswordMatch|check_password|matchesPassword)\("#
  )
  /// Hooks that hash on the way into the store.
  static let hashingHook = KnownPattern(
    #"(?i)\.pre\s{0,2}\(\s{0,4}\[?['"](?:save|validate)|before(?:Create|Save|Insert|Update|Validate)\b|before_(?:save|create|validation)|has_secure_password|\bdevise\b|['"]hashed['"]|setPasswordAttribute|@password\.setter|def\s{1,3}password=|set\s{1,3}password\s{0,2}\(|\$extends|AbstractBaseUser|AbstractUser|UserManager<"#
  )
  static let encryptedPreferences = KnownPattern("EncryptedSharedPreferences")
  private static let fileStream = KnownPattern(#"\b[io]?fstream\b"#)
  /// That accounts are kept, from this document.
  static let keeping = KnownPattern(
    #"(?i)\bsave|insert|commit\(|persist|repositor|\busers?\b\s{0,2}\.(?:add|append|push|put|set)\b|\bdao\b|writeFile|json\.dump|file_put_contents|\bwrite\b|SaveChanges|session\.add|\bdb\b|database|\bstore\b|\bmodel"#
  )
  static let accounts = KnownPattern(
    #"(?i)regist|authenticat|user_?name|sign_?-?up|log_?-?in|sign_?-?in|users?\b|\buser|account|member|customer|guest|student|patient|doctor|employee|\bstaff|subscriber|teacher|vendor|seller"#
  )
  static let mailing = KnownPattern(
    #"(?i)mailer|smtplib|smtp|send_?mail|sendgrid|mailgun|\bmail\s{0,2}\(|MIMEText|MimeMessage|ActionMailer|EmailMessage|\bses\b|Mailable|postmark|MailMessage|SmtpClient"#
  )
}

extension PasswordTrace.Step {
  var use: PasswordUse? { if case .found(let use) = self { use } else { nil } }
}
