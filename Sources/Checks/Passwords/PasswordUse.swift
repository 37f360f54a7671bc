// Follows a password in the clear from the place where it is named to what is done with it. The walk
// goes outward from the name, bracket by bracket, until something keeps, compares, shows or protects
// the value; unknown functions end it. Nothing is executed and nothing outside the document is known,
// so that a function with an unknown name gets the benefit of the doubt.

import SourceText

/// What becomes of a password in the clear.
struct PasswordUse: Sendable {
  enum Kind: String, Sendable {
    case stored = "clear-password-stored"
    case compared = "clear-password-compared"
    case logged = "clear-password-logged"
    case sent = "clear-password-sent"
    case encrypted = "password-encrypted"
  }

  var kind: Kind
  /// How sure that is.
  enum Certainty: Sendable { case sure, likely, unsure }
  var certainty: Certainty
  /// What it is done by, for the report.
  var evidence: String
  /// Bytes of the document.
  var range: Range<Int>
}

/// The value that a password's name is part of, while what surrounds it is looked at.
struct PasswordValue {
  let view: CodeView
  /// Tokens of the access path.
  let path: Range<Int>
  /// The name: an identifier, a key in quotes, or a name within an interpolated string.
  let name: String
  /// The path as text, of what is interpolated for a string.
  let pathText: String
  let isInterpolated: Bool
  let byteRange: Range<Int>

  /// The value that the name at a byte belongs to; nil where no password in the clear is read there.
  init?(at place: Int, in view: CodeView) {
    self.view = view
    let index = view.scan.lexed.tokenIndex(at: place)
    guard index < view.tokens.count, view.tokens[index].range.contains(place) else { return nil }
    let token = view.tokens[index]
    switch token.kind {
    case .string where token.isInterpolated:
      guard let inner = Interpolation.expression(around: place, in: token.content, of: view.scan)
      else { return nil }
      let text = view.scan.text(inner)
      guard let name = Interpolation.passwordName(text) else { return nil }
      self.name = name
      pathText = text
      isInterpolated = true
      path = index..<(index + 1)
      byteRange = inner
    case .string, .identifier:
      let content = token.kind == .string ? token.content : token.range
      guard content.count <= 40 else { return nil }
      let name = view.scan.text(content)
      guard NameWords(name).namesPassword || Self.isWidget(name, index, view) else { return nil }
      if token.kind == .string {
        let open = Self.keyBracket(of: index, in: view)
        guard view.isMark(open, ["(", "["]),
          view.kind(open - 1) == .identifier
            || view.isMark(open - 1, [")", "]", "?."])
        else { return nil }
        // `params["password"]`, `form.get("password")`: read, not written.
        let isGetter = view.isMark(open, "[") || Self.getters.contains(view.text(open - 1))
        guard isGetter else { return nil }
      } else if name == "pass", view.language == "python" {
        guard view.isMark(index - 1, [".", ",", "(", "%", "+", "=", "=="]) else { return nil }
      }
      guard let path = Self.path(around: index, in: view) else { return nil }
      guard Self.mayBePassword(name, token.kind, view.joined(path), in: view) else { return nil }
      self.name = name
      self.path = path
      pathText = view.joined(path)
      isInterpolated = false
      byteRange =
        Int(view.tokens[path.lowerBound].start)..<Int(view.tokens[path.upperBound - 1].end)
    case .number, .punctuation, .newline: return nil
    }
  }

  /// `pass_entry.get()`, `passwordField.text`: what a field of a form holds.
  private static func isWidget(_ name: String, _ index: Int, _ view: CodeView) -> Bool {
    guard view.kind(index) == .identifier, view.isJoint(index + 1),
      readers.contains(view.text(index + 2))
    else { return false }
    let words = NameWords(name).words.filter { !widgets.contains($0) }
    return NameWords(words.joined(separator: "_")).namesPassword
  }

  private static let readers: Set<String> = [
    "text", "Text", "get", "getText", "value", "Value", "stringValue", "currentText", "Password",
    "getPassword", "toPlainText",
  ]
  private static let widgets: Set<String> = [
    "field", "input", "text", "entry", "box", "edit", "controller", "element", "el", "txt", "view",
    "var", "tf", "et",
  ]

  /// Whether a name that may mean something else means a password here.
  private static func mayBePassword(
    _ name: String, _ kind: Token.Kind, _ path: String, in view: CodeView
  ) -> Bool {
    if ["pass", "$pass", "pwd", "pw"].contains(name) {
      // Also the round of a loop, and the current folder.
      guard view.scan.holds(Self.logins) else { return false }
    }
    // An enumeration's case: `Method.UserPass`.
    if kind == .identifier, path != name, let first = name.utf8.first,
      (0x41...0x5A).contains(first),
      name.utf8.contains(where: { (0x61...0x7A).contains($0) }),
      !["csharp", "go"].contains(view.language)
    {
      return false
    }
    let owner = PasswordWords.words(String(path.prefix(60)))
    return !owner.contains {
      ["url", "uri", "urlparse", "parsed", "urlsplit", "myurl"].contains($0)
    }
  }

  private static let logins = KnownPattern(
    #"(?i)passw|passphrase|\blog_?in\b|user_?name|sign_?in|\b(?:users?|members?|accounts?)\b"#)

  /// The bracket before a key, or before its label: `string(forKey: "password")`.
  private static func keyBracket(of index: Int, in view: CodeView) -> Int {
    view.isMark(index - 1, ":") && view.text(index - 2) == "forKey" ? index - 3 : index - 1
  }

  private static let getters: Set<String> = [
    "get", "getParameter", "input", "post", "string", "FormValue", "PostForm", "PostFormValue",
    "param",
    "getString", "fetch", "getText", "value", "header", "Get", "optString", "str", "field",
    "getlist",
    "getItem", "DefaultPostForm", "validated", "all", "query", "findViewById", "getOrDefault",
    "getPost", "getVar", "getBodyParam", "getParam", "getJsonVar", "post_param", "getFormParam",
    "getfirst", "getvalue", "asText", "get_argument", "path", "remove", "pop",
  ]

  /// Names after a password that leave it what it is.
  private static let carriers: Set<String> = [
    "encode", "strip", "trim", "toString", "getBytes", "value", "text", "utf8", "to_s", "chomp",
    "data", "unwrap", "clone", "to_string", "as_str", "as_bytes", "orEmpty", "toCharArray", "first",
    "expose_secret", "get_secret_value", "asText", "into", "to_owned", "unwrap_or_default", "c_str",
    "str", "String", "toByteArray", "getText", "lower", "toLowerCase", "lstrip", "rstrip", "Trim",
    "ToString", "trimmed", "trimmingCharacters", "asString", "get", "decode", "Value", "Text",
    "get_or_insert_with", "downcase", "string", "plain", "stringValue", "ref", "expect",
  ]

  /// The access path around a name, with what carries it on; nil if something else is made of it.
  private static func path(around index: Int, in view: CodeView) -> Range<Int>? {
    var start = index
    var end = index + 1
    if view.kind(index) == .string {
      guard let close = view.brackets.partner(of: keyBracket(of: index, in: view)) else {
        return nil
      }
      start = view.pathStart(endingAt: close + 1)
      end = close + 1
    } else if view.isMark(index - 1, ":"), view.isMark(index - 2, "["), view.language == "ruby" {
      guard let close = view.brackets.partner(of: index - 2) else { return nil }
      start = view.pathStart(endingAt: close + 1)
      end = close + 1
    } else {
      start = view.pathStart(endingAt: index + 1)
    }
    // `getPassword()` hands it out, `password(x)` does something.
    if view.isMark(end, "("), view.kind(index) == .identifier {
      guard let close = view.brackets.partner(of: end), close == end + 1 else { return nil }
      let first = NameWords(view.text(index)).words.first ?? ""
      let isReader =
        ["get", "read"].contains(first)
        || view.isJoint(index - 1) && NameWords(view.text(index)).words.count == 1
      guard isReader else { return nil }
      end = close + 1
    }
    var steps = 0
    while steps < 8 {
      steps += 1
      if view.isMark(end, ["!", "!!", "?"]) && view.isJoint(end + 1) {
        end += 1
      } else if view.isMark(end, "!!") || view.isMark(end, "!") && !view.isMark(end + 1, "=") {
        end += 1
        break
      } else if view.isJoint(end), view.kind(end + 1) == .identifier {
        guard carriers.contains(view.text(end + 1)) else {
          // `password.equals(x)` is looked at by who compares.
          return ["equals", "equalsIgnoreCase", "compareTo", "Equals"].contains(view.text(end + 1))
            ? start..<end : nil
        }
        end += 2
        if view.isMark(end, "("), let close = view.brackets.partner(of: end) { end = close + 1 }
      } else if view.isMark(end, "[") {
        // A part of it, or in C and PHP an element.
        return nil
      } else {
        break
      }
    }
    return start..<end
  }
}

/// Code within strings.
enum Interpolation {
  /// The bytes of the interpolated expression around a place in a string, without its marks.
  static func expression(around place: Int, in content: Range<Int>, of scan: DocumentScan) -> Range<
    Int
  >? {
    let bytes = scan.bytes
    func isName(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte >= 0x80
    }
    // `$password`, `$user->password`.
    var start = place
    while start > content.lowerBound, isName(bytes[start - 1]) { start -= 1 }
    var end = place
    while end < content.upperBound, isName(bytes[end]) { end += 1 }
    if start > content.lowerBound, bytes[start - 1] == UInt8(ascii: "$") { return start..<end }
    // Within braces: the nearest opening one before it that is not closed.
    var position = place
    let limit = max(content.lowerBound, place - 120)
    let isSwift = scan.document.language.id == "swift"
    let opener = UInt8(ascii: isSwift ? "(" : "{")
    let closer = UInt8(ascii: isSwift ? ")" : "}")
    var depth = 0
    while position > limit {
      position -= 1
      if bytes[position] == closer { depth += 1 }
      if bytes[position] == opener {
        if depth > 0 {
          depth -= 1
          continue
        }
        if isSwift, position == content.lowerBound || bytes[position - 1] != UInt8(ascii: "\\") {
          continue
        }
        var stop = end
        while stop < content.upperBound, bytes[stop] != closer, stop - position < 160 { stop += 1 }
        return (position + 1)..<stop
      }
    }
    return nil
  }

  private static let marks = Array("()+*/<>=,!&| ".utf8)

  /// The password's name in an interpolated expression that is no more than a path; nil otherwise.
  static func passwordName(_ text: String) -> String? {
    guard text.utf8.count <= 80 else { return nil }
    var path = text
    for suffix in [":s", "!r", "!s", ":?"] where path.hasSuffix(suffix) {
      path = String(path.dropLast(suffix.count))
    }
    guard !path.utf8.contains(where: marks.contains) || path.hasSuffix("()") else { return nil }
    let parts = path.split { ".>[]'\"?()$:".contains($0) }
    guard
      let last = parts.last(where: { !["value", "text", "trim", "strip"].contains(String($0)) }),
      NameWords(String(last)).namesPassword
    else { return nil }
    return String(last)
  }
}
