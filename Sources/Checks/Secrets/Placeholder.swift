// A placeholder names a value without being one: `changeme`, `<token>`, `${TOKEN}`, `xxxx`. The
// judgement is about the value alone; where it stands is the business of the checks.

/// Values that stand for a secret instead of being one.
package enum Placeholder {
  /// Whether the value is a stand-in: a template, a mask, a hint for the reader, or nothing.
  package static func matches(_ value: [UInt8]) -> Bool {
    guard value.contains(where: { $0 != 0x20 }) else { return true }
    return isTemplate(value) || isMask(value) || isHint(value)
  }

  /// `${X}`, `{{ x }}`, `<token>`, `%s`, `$VAR`, `#{x}`, `[token]`, `@param`, `(…)`: filled in later.
  package static func isTemplate(_ value: [UInt8]) -> Bool {
    guard let first = value.first, let last = value.last else { return true }
    switch (first, last) {
    case (UInt8(ascii: "<"), UInt8(ascii: ">")), (UInt8(ascii: "{"), UInt8(ascii: "}")),
      (UInt8(ascii: "["), UInt8(ascii: "]")), (UInt8(ascii: "%"), UInt8(ascii: "%")),
      (UInt8(ascii: "("), UInt8(ascii: ")")):
      return true
    default: break
    }
    if isMarkedOff(value) || isReference(value) { return true }
    if contains(value, "%7B") || contains(value, "%7b") { return true }
    for (index, byte) in value.enumerated() {
      let next = index + 1 < value.count ? value[index + 1] : 0
      switch byte {
      case UInt8(ascii: "$"):
        if next == UInt8(ascii: "{"), isClosed(value[(index + 2)...], by: "}") { return true }
        if next == UInt8(ascii: "(") { return true }
        if index == 0, isNameStart(next), isName(value[1...]) { return true }
      case UInt8(ascii: "#"), UInt8(ascii: "@"):
        if next == UInt8(ascii: "{") { return true }
      case UInt8(ascii: "{"):
        if next == UInt8(ascii: "%") || next == UInt8(ascii: "}") { return true }
        if next == UInt8(ascii: "{"), isClosedTwice(value[(index + 2)...]) { return true }
        // `{name}` within a text.
        if let end = value[index...].firstIndex(of: UInt8(ascii: "}")), end > index + 2,
          isName(value[(index + 1)..<end])
        {
          return true
        }
      case UInt8(ascii: "<"):
        if next == UInt8(ascii: "%") { return true }
        if let end = value[index...].firstIndex(of: UInt8(ascii: ">")), end > index + 2,
          WordLikeness(value[(index + 1)..<end]).isWords,
          index == 0 || isEdge(value, index - 1) || isEdge(value, end + 1)
        {
          return true
        }
      case UInt8(ascii: "%"):
        if next == UInt8(ascii: "s"), isEdge(value, index + 2) { return true }
        if value.count <= 4, next == UInt8(ascii: "d") { return true }
        if next == UInt8(ascii: "(") || next == UInt8(ascii: "{") { return true }
      default: break
      }
    }
    return false
  }

  /// `@@NAME@@`, `@name@`, `__NAME__`, `%%NAME%%`, `##NAME##`: what a build puts in.
  private static func isMarkedOff(_ value: [UInt8]) -> Bool {
    guard let mark = value.first, "@_%#~".utf8.contains(mark), value.last == mark else {
      return false
    }
    let inner = value.drop { $0 == mark }
    let name = inner.prefix(max(0, inner.count - (value.count - inner.count)))
    guard name.count >= 2, value.count - inner.count <= 3, isName(name),
      value.suffix(value.count - inner.count).allSatisfy({ $0 == mark })
    else { return false }
    // `@Summer2024@` may be a password.
    return !name.contains { (0x30...0x39).contains($0) }
      || !name.contains { (0x61...0x7A).contains($0) }
  }

  /// What was encrypted, or says where the value is kept: of no use without a key or a login.
  static func isReference(_ value: [UInt8]) -> Bool {
    if value.count >= 40, ciphertexts.contains(where: value.starts) { return true }
    let head = lowercased(Array(value.prefix(24)))
    return references.contains { head.starts(with: $0) && value.count > $0.count + 1 }
  }

  /// How the key service of a cloud begins what it encrypts.
  private static let ciphertexts = ["AQICAH", "AQECAH", "CiQA", "BAUG-"].map { Array($0.utf8) }

  private static let references = [
    "enc:", "enc(", "enc[", "encrypted:", "{cipher}", "{aes}", "{encrypted}", "vault:", "kms:",
    "ssm:", "op://", "ref+", "awssm:", "gcpsm:", "secretref:", "secret://", "keyring:", "file:",
    "env:", "!vault", "aws:secretsmanager:", "sops:", "doppler:", "infisical:",
    "keyvault:", "credstash:", "bitwarden:", "pass:show",
  ].map { Array($0.utf8) }

  /// `****`, `xxxx`, `....`, `0000`: one character over and over, or hardly more than one; and `abc…`,
  /// `…`, where something was left out.
  package static func isMask(_ value: [UInt8]) -> Bool {
    if contains(value, "...") || contains(value, "…") || contains(value, "***") { return true }
    if contains(value, "•") { return true }
    if let run = longestMaskRun(value), run >= 8 || run >= 4 && run * 4 >= value.count {
      return true
    }
    let shape = ValueShape(value)
    if value.count >= 3, shape.distinct == 1 { return true }
    return value.count >= 12 && shape.distinct <= 3 && shape.separators < value.count / 4
  }

  /// The longest run of one letter that masks are made of.
  private static func longestMaskRun(_ value: [UInt8]) -> Int? {
    var longest = 0
    var run = 0
    for (index, byte) in value.enumerated() {
      let isMask =
        byte == UInt8(ascii: "x") || byte == UInt8(ascii: "X") || byte == UInt8(ascii: "*")
      run = isMask ? (index > 0 && value[index - 1] == byte ? run + 1 : 1) : 0
      longest = max(longest, run)
    }
    return longest > 0 ? longest : nil
  }

  /// `abcdef…`, `123456…`, `qwerty…`, `1a2b3c…`: counted or typed along the keyboard, mostly.
  package static func isSequence(_ value: [UInt8]) -> Bool {
    guard value.count >= 6 else { return false }
    var steps = 0
    for index in 1..<value.count where isStep(value[index - 1], value[index]) { steps += 1 }
    return steps * 10 >= (value.count - 1) * 7 || isInterleavedSequence(value)
  }

  /// Base64 of a few plain words, `dummy text data`: nothing that was issued. A key decodes to bytes of
  /// all kinds, or to fields.
  package static func isEncodedWords(_ value: [UInt8]) -> Bool {
    guard value.count >= 16, let text = Base64Text.printable(value) else { return false }
    let words = text.split(separator: UInt8(ascii: " "))
    return words.count >= 3
      && words.allSatisfy { word in
        word.count <= 20 && word.dropLast().allSatisfy(\.isASCIILetter)
          && word.first?.isASCIILetter == true
      }
  }

  /// Letters and digits that are each counted up among one another, as in `a1b2c3d4` or `1234abcd5678efgh`.
  private static func isInterleavedSequence(_ value: [UInt8]) -> Bool {
    guard value.count >= 12 else { return false }
    var last: (letter: UInt8?, digit: UInt8?) = (nil, nil)
    var pairs = 0
    var steps = 0
    for byte in value {
      let kind = ValueShape.Kind(byte)
      guard kind.isLetter || kind == .digit else { continue }
      let before = kind == .digit ? last.digit : last.letter
      if let before {
        pairs += 1
        if isStep(before, byte) { steps += 1 }
      }
      if kind == .digit { last.digit = byte } else { last.letter = byte }
    }
    return pairs >= 8 && steps * 20 >= pairs * 17
  }

  private static func isStep(_ one: UInt8, _ two: UInt8) -> Bool {
    let one = one.asciiLowercased
    let two = two.asciiLowercased
    return follows(one, two) || follows(two, one)
  }

  /// Nothing but one character, or two or three in turn, and no mask of `x` or `*`.
  package static func isRepeated(_ value: [UInt8]) -> Bool {
    let body = value.filter { ValueShape.Kind($0) != .separator }
    guard body.count >= 6, longestMaskRun(body) ?? 0 < 4 else { return false }
    let distinct = Set(body.map(\.asciiLowercased)).count
    if distinct <= 3 { return true }
    // `11112222…`: long runs only.
    var changes = 0
    for index in 1..<body.count where body[index] != body[index - 1] { changes += 1 }
    return changes * 4 <= body.count
  }

  /// A note to the reader in words: `changeme`, `your-api-key-here`, `example-token`, `TODO`.
  package static func isHint(_ value: [UInt8]) -> Bool {
    let text = lowercased(value)
    if whole.contains(String(decoding: text, as: UTF8.self)) { return true }
    // A hint within a random value is chance or part of a documented example, judged elsewhere.
    if strongHints.areFound(in: text) { return true }
    guard !looksRandom(value) else { return false }
    return hints.areFoundAsWords(in: text)
  }

  private static func looksRandom(_ value: [UInt8]) -> Bool {
    let shape = ValueShape(value)
    return shape.letterDigitChanges >= 4
  }

  /// The same for `{{ … }}`.
  private static func isClosedTwice(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let place = rest.firstIndex(of: UInt8(ascii: "}")) else { return true }
    return place + 1 < rest.endIndex && rest[place + 1] == UInt8(ascii: "}")
  }

  /// No letter or digit at that place.
  private static func isEdge(_ value: [UInt8], _ index: Int) -> Bool {
    guard index < value.count else { return true }
    let kind = ValueShape.Kind(value[index])
    return !kind.isLetter && kind != .digit
  }

  /// An expression follows and ends where it should: a password may hold any mark by chance.
  private static func isClosed(_ rest: ArraySlice<UInt8>, by end: Unicode.Scalar) -> Bool {
    guard let place = rest.firstIndex(of: UInt8(ascii: end)) else {
      // Cut off by the pattern: `${NAME`.
      return rest.allSatisfy { isNameStart($0) || (0x30...0x39).contains($0) }
    }
    // Inside there are names, calls and filters, not the marks that random text has.
    var depth = 0
    for byte in rest[..<place] {
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "{"): return false
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      if depth < 0 { return false }
    }
    return true
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x61...0x7A).contains(byte.asciiLowercased)
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, isNameStart(first) else { return false }
    return bytes.allSatisfy {
      isNameStart($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]")
        || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: ":")
    }
  }

  private static func follows(_ one: UInt8, _ two: UInt8) -> Bool {
    if two == one &+ 1, (0x30...0x39).contains(one) || (0x61...0x7A).contains(one) { return true }
    if one == UInt8(ascii: "9") && two == UInt8(ascii: "0") { return true }
    if one == two { return true }
    if one == UInt8(ascii: "0") && two == UInt8(ascii: "a") { return true }
    for row in keyboard {
      if let place = row.firstIndex(of: one), place + 1 < row.count, row[place + 1] == two {
        return true
      }
    }
    return false
  }

  static func lowercased(_ value: [UInt8]) -> [UInt8] { value.map(\.asciiLowercased) }

  static func contains(_ value: [UInt8], _ text: StaticString) -> Bool {
    text.withUTF8Buffer { needle in
      guard needle.count <= value.count, let first = needle.first else { return false }
      var index = 0
      while index + needle.count <= value.count {
        if value[index] == first, value[index..<(index + needle.count)].elementsEqual(needle) {
          return true
        }
        index += 1
      }
      return false
    }
  }

  private static let keyboard: [[UInt8]] = [
    Array("qwertyuiop".utf8), Array("asdfghjkl".utf8), Array("zxcvbnm".utf8),
    Array("qwertzuiop".utf8), Array("azertyuiop".utf8),
  ]

  /// Values that are hints as a whole.
  private static let whole: Set<String> = [
    "none", "null", "nil", "true", "false", "undefined", "empty", "unset", "n/a", "na", "tbd",
    "todo", "fixme", "default", "optional", "required", "redacted", "removed", "hidden", "masked",
    "secret", "token", "key", "apikey", "api_key", "api-key", "value", "string", "text", "yes",
    "no",
    "on", "off", "foo", "bar", "baz", "foobar", "test", "testing", "sample", "example", "dummy",
    "fake", "mock", "stub", "placeholder", "invalid", "abc", "xyz", "xxx", "xx", "x", "y", "z",
    "tk",
    "pending", "unknown", "generated", "auto", "env", "environ", "vault", "keychain",
  ]

  /// Never part of a real value, wherever they stand.
  private static let strongHints = Needles([
    "changeme", "change-me", "change_me", "changeit", "change-it", "changethis", "change_this",
    "change-this", "replaceme", "replace_me", "replace-me", "replace_with", "replace-with",
    "placeholder", "redacted", "your_", "your-", "yourapi", "yourtoken", "yoursecret", "yourkey",
    "yourpass", "youraccess", "<your", "insert_", "insert-", "goes-here", "goes_here", "goeshere",
    "-here", "_here", "keyhere", "tokenhere", "secrethere", "passwordhere", "putyour", "put-your",
    "put_your", "notreal", "not-real", "not_real", "not-a-real", "not_a_real", "donotuse",
    "do-not-use", "do_not_use", "enteryour", "enter_your", "enter-your", "fill-in", "fill_in",
    "fillme", "todo-", "todo_", "some-secret-value", "secrets.", "process.env", "os.environ",
    "getenv", "env.", "import.meta", "vault:", "ssm:", "arn:aws", "secretsmanager", "keyvault",
    "op://", "bitwarden://", "sops:", "enc[", "enc(", "ansible_vault", "!vault", "secretkeyref",
    "valuefrom", "lookup(", "file://", "generate with", "openssl rand",
  ])

  /// Hints where the value is made of words.
  private static let hints = Needles([
    "example", "examples", "sample", "dummy", "fake", "mock", "mocked", "stub", "foobar", "foo",
    "test", "testing", "tests", "unused", "notused", "invalid", "demo", "lorem", "ipsum", "todo",
    "fixme", "tbd", "none", "null", "undefined", "anything", "whatever", "blah", "bogus", "wrong",
    "my", "your", "some", "abc", "xyz", "xxx",
  ])
}
