import SourceText

/// A password that is compared with what is kept of it.
enum PasswordComparison {
  private static let marks: CodeView.Marks = ["==", "===", "!=", "!==", "<>"]

  static func use(of value: PasswordValue) -> PasswordUse? {
    let view = value.view
    let before = value.path.lowerBound - 1
    let after = value.path.upperBound
    func isOperator(_ index: Int) -> Bool {
      view.isMark(index, marks)
        || view.kind(index) == .identifier && ["eq", "ne"].contains(view.text(index))
          && ["kotlin", "perl"].contains(view.language)
    }
    if isOperator(before) {
      return judged(value, other: view.pathStart(endingAt: before)..<before)
    }
    if isOperator(after) {
      return judged(value, other: (after + 1)..<view.pathEnd(startingAt: after + 1))
    }
    if view.isJoint(after),
      ["equals", "equalsIgnoreCase", "Equals"].contains(view.text(after + 1)),
      view.isMark(after + 2, "("), let close = view.brackets.partner(of: after + 2)
    {
      return judged(value, other: (after + 3)..<close)
    }
    guard let enclosing = view.enclosing(value.path.lowerBound), view.isMark(enclosing.open, "("),
      let callee = view.callee(of: enclosing.open)
    else { return nil }
    switch callee.name {
    case "equals", "equalsIgnoreCase", "Equals":
      if callee.path.count > 2, callee.name != "Equals" || enclosing.commas == 0,
        view.text(callee.path.lowerBound) != "Objects",
        view.text(callee.path.lowerBound) != "string", enclosing.commas == 0
      {
        return judged(value, other: callee.path.lowerBound..<(callee.path.upperBound - 2))
      }
      fallthrough
    case "strcmp", "strncmp", "strcasecmp", "memcmp", "areEqual":
      guard let close = view.brackets.partner(of: enclosing.open) else { return nil }
      let isFirst = enclosing.commas == 0
      var comma = enclosing.open + 1
      while comma < close, !view.isMark(comma, ",") {
        if view.isMark(comma, ["(", "["]), let end = view.brackets.partner(of: comma) {
          comma = end
        }
        comma += 1
      }
      var end = comma + 1
      while end < close, !view.isMark(end, ",") { end += 1 }
      let other = isFirst ? (comma + 1)..<max(comma + 1, end) : (enclosing.open + 1)..<comma
      return judged(value, other: other)
    default: return nil
    }
  }

  private static func judged(_ value: PasswordValue, other: Range<Int>) -> PasswordUse? {
    let view = value.view
    guard !other.isEmpty, other.upperBound <= view.tokens.count else { return nil }
    let text = view.joined(other)
    if value.pathText == text { return nil }
    let start = min(value.path.lowerBound, other.lowerBound)
    let end = max(value.path.upperBound, other.upperBound)
    let range = Int(view.tokens[start].start)..<Int(view.tokens[end - 1].end)
    func found(_ certainty: PasswordUse.Certainty, _ evidence: String) -> PasswordUse {
      PasswordUse(kind: .compared, certainty: certainty, evidence: evidence, range: range)
    }
    if let own = ownField(text, value.pathText, in: value) {
      return own ? found(.sure, "compared with a field of the account") : nil
    }
    if isImplicitField(text, in: value) {
      return found(.sure, "compared with a field of the account")
    }
    if PasswordWords.isRepeat(text) || PasswordWords.isRepeat(value.pathText) {
      // `other.password == password` compares objects, `password == confirm` two entries.
      guard isAccountPath(text) || isAccountPath(value.pathText),
        PasswordWords.words(text + " " + value.pathText).allSatisfy({
          !["confirm", "confirmation", "repeat", "password2", "retype"].contains($0)
        })
      else { return nil }
    }
    let isHashed = HashedBefore.holdsHashing(other, view)
    let words = PasswordWords.words(text)
    if words.contains("decrypt") || words.contains("decrypted") {
      return PasswordUse(
        kind: .encrypted, certainty: .sure, evidence: "decrypted to be compared", range: range)
    }
    if words.contains("atob") || words.contains("b64decode")
      || words.contains("decode") && text.lowercased().holds("base64")
    {
      return PasswordUse(
        kind: .encrypted, certainty: .sure, evidence: "decoded to be compared", range: range)
    }
    if isHashed || words.contains(where: hashes.contains)
      || other.count == 1 && !words.contains("original")
        && HashedBefore.isHashed(text, before: start, view)
    {
      return nil
    }
    if PasswordWords.words(text).contains(
      where: ["empty", "null", "none", "default", "blank"].contains)
    {
      return nil
    }
    if let literal = definition(of: value.pathText, in: value) ?? definition(of: text, in: value),
      view.kind(other.lowerBound) != .string || other.count > 1
    {
      return found(.likely, literal)
    }
    guard other.contains(where: { view.kind($0) == .identifier }) else { return nil }
    let isKept = keeps(text, other, view) || keeps(value.pathText, value.path, view)
    guard isKept else { return nil }
    let isNamed =
      NameWords(lastName(of: text)).namesPassword || isElement(other, view)
      || view.kind(other.upperBound - 1) == .identifier && other.count == 1
    guard isNamed, value.view.scan.holds(PasswordTrace.accounts) else { return nil }
    if PasswordWords.isPerson(text) { return nil }
    return found(.sure, "compared with what is kept")
  }

  /// Whether a path leads into an account: `user.password`, `$user['password']`.
  private static func isAccountPath(_ text: String) -> Bool {
    let path = text.lowercased().drop { $0 == "$" || $0 == "@" }
    return path.hasPrefix("user") || path.hasPrefix("member") || path.hasPrefix("account")
      || path.hasPrefix("customer") || path.hasPrefix("current_user")
  }

  /// `self.password == password` in the class of an account: true if it is such a comparison, false if
  /// it compares something else of one's own, nil if there is no such path.
  private static func ownField(_ text: String, _ other: String, in value: PasswordValue) -> Bool? {
    func isOwn(_ path: String) -> Bool {
      ["self.", "this.", "$this->", "@"].contains(where: path.hasPrefix)
    }
    guard isOwn(text) != isOwn(other) else { return nil }
    let bare = isOwn(text) ? other : text
    guard bare.utf8.allSatisfy({ $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ">") }),
      NameWords(bare).namesPassword || PasswordWords.words(bare).contains(where: entered.contains),
      !PasswordWords.isRepeat(bare),
      NameWords(lastName(of: isOwn(text) ? text : other)).namesPassword
    else { return nil }
    let place = value.byteRange.lowerBound
    if value.view.scan.matches(PasswordTrace.ownHashing, in: max(0, place - 200)..<place) {
      return true
    }
    guard let header = value.view.classHeader(around: value.path.lowerBound),
      PasswordWords.namesAccount(header[0])
    else { return nil }
    return value.view.scan.holds(PasswordTrace.accounts)
  }

  /// `input == password` in the class of an account, in a language that needs no `this`.
  private static func isImplicitField(_ text: String, in value: PasswordValue) -> Bool {
    guard value.path.count == 1,
      ["java", "kotlin", "csharp", "cpp", "swift", "dart", "scala"].contains(value.view.language),
      PasswordWords.words(text).contains(where: entered.contains),
      text.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }),
      let header = value.view.classHeader(around: value.path.lowerBound)
    else { return false }
    return PasswordWords.namesAccount(header[0])
  }

  private static let entered: Set<String> = [
    "input", "entered", "attempt", "guess", "given", "candidate", "provided", "typed", "p", "pass",
    "pw", "pwd",
  ]

  /// Names of what a hash has made.
  private static let hashes: Set<String> = [
    "hash", "hashed", "hashes", "digest", "encoded", "encrypted", "md5", "sha1", "sha256", "sha512",
    "bcrypt", "argon2", "scrypt",
  ]

  private static let pathMarks = Array(".>-:?()'\"[]!$@".utf8)

  private static func lastName(of text: String) -> String {
    let bytes = Array(text.utf8)
    guard let last = bytes.lastIndex(where: { !pathMarks.contains($0) }) else { return "" }
    let mark = bytes[..<last].lastIndex(where: pathMarks.contains)
    return String(decoding: bytes[(mark.map { $0 + 1 } ?? 0)...last], as: UTF8.self)
  }

  /// `row[2]`, `users[name]`, `users.get(name)`: an element of what is kept.
  private static func isElement(_ range: Range<Int>, _ view: CodeView) -> Bool {
    let last = range.upperBound - 1
    guard view.isMark(last, ["]", ")"]), let open = view.brackets.partner(of: last) else {
      return false
    }
    if view.isMark(last, "]") { return true }
    return ["get", "getString", "find", "Get", "GetString", "lookup"].contains(view.text(open - 1))
  }

  /// Whether a path leads into a kept account: `user.password`, `row["password"]`, `users[name]`.
  private static func keeps(_ text: String, _ range: Range<Int>, _ view: CodeView) -> Bool {
    if range.count == 1 {
      // `stored_password`, `correctPassword`
      return PasswordWords.words(text).contains {
        [
          "stored", "saved", "actual", "correct", "expected", "real", "existing", "known", "db",
          "original", "decoded", "plain", "file", "record",
        ].contains($0)
      } || text == "p" || text == "pw"
    }
    guard range.count > 2 || view.isMark(range.lowerBound, ".") else { return false }
    let first = view.text(range.lowerBound)
    let words = PasswordWords.words(first)
    if PasswordWords.words(text).contains(
      where: [
        "request", "req", "form", "body", "params", "input", "getparameter", "values", "state",
        "props", "env",
        "environ", "getenv", "config", "settings", "options", "controls", "dto", "args", "argv",
        "formdata",
        "credentials", "post", "process", "os", "querystring", "element", "document",
        "configuration",
      ].contains)
    {
      return false
    }
    if PasswordWords.isPerson(words.last ?? "") || PasswordWords.namesStore(first) { return true }
    // `models.User.password`, `\.$password`, `$0.password`
    if first.utf8.count == 1, first.utf8.allSatisfy(\.isASCIILetter) { return true }
    if view.isAccountVariable(first, before: range.lowerBound) { return true }
    if first == "\\" || first == "$0" || first == "_" || first == "." { return true }
    let parts = text.split { $0 == "." || $0 == ":" }
    if parts.count > 2, PasswordWords.namesAccount(String(parts[parts.count - 2])) { return true }
    if [
      "u", "row", "result", "rs", "data", "found", "record", "existing", "x", "it", "entity", "doc",
      "item",
      "rows", "results", "stored", "db", "login", "res", "entry", "line", "parts", "fields", "a",
      "c", "m", "e",
      "pref", "prefs", "preferences", "sharedpreferences",
      "s", "p", "acc", "usr", "obj", "model", "credential", "cred", "creds", "reader", "r",
    ].contains(words.last ?? "") {
      return true
    }
    return words.contains(where: PasswordWords.isPerson) && !PasswordWords.namesPassage(first)
  }

  /// A name that the document gives a literal to.
  private static func definition(of text: String, in value: PasswordValue) -> String? {
    let view = value.view
    let name = text.hasPrefix("$") ? String(text.dropFirst()) : text
    guard !name.isEmpty, name.utf8.count <= 40,
      name.utf8.allSatisfy({
        $0 == UInt8(ascii: "_") || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
          || (0x61...0x7A).contains($0)
      }), NameWords(name).namesPassword
    else { return nil }
    return view.scan.literalNames.contains(Array(name.utf8)) ? "compared with a literal" : nil
  }
}
