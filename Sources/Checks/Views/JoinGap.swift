// What stands between two literals says whether a program makes one value of them: nothing but white
// space (C, Python), an operator (`+`, `.`, `..`, `&`, `<>`, `||`, `~`, `^`, `<<`), a call that appends,
// or the next statement that adds to the same name. It is read without knowing the language: what the
// wrong guess joins is no credential of any form.

/// The stretch between two operands.
enum JoinGap {
  /// It makes one value of both.
  case joint
  /// Both are elements of a list.
  case comma
  case none

  /// Longer stretches are not looked at.
  static let longest = 200

  /// `isTight` allows nothing at all between two operands, `staysOnLine` white space without a line end
  /// only, where nothing else joins them.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isTight: Bool, staysOnLine: Bool
  ) {
    guard range.count <= Self.longest else {
      self = .none
      return
    }
    guard !range.isEmpty else {
      self = isTight ? .joint : .none
      return
    }
    if staysOnLine, bytes[range].allSatisfy({ $0 <= 0x20 }), bytes[range].contains(0x0A) {
      self = .none
      return
    }
    var reader = GapReader(bytes, range)
    self = reader.gap()
  }
}

/// Reads one gap from its start to its end.
private struct GapReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at: Int
  private let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
  }

  private func peek(_ distance: Int = 0) -> UInt8 {
    at + distance < end ? bytes[at + distance] : 0
  }

  mutating func gap() -> JoinGap {
    skipSpace()
    if at == end { return .joint }
    let start = at
    while peek() == UInt8(ascii: ")") {
      at += 1
      skipSpace()
    }
    switch peek() {
    case 0: return .none
    case UInt8(ascii: ","):
      at += 1
      return endsBeforeOperand() ? .comma : .none
    case UInt8(ascii: "+"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "^"):
      at += peek(1) == peek() ? 2 : 1
      return endsBeforeOperand() ? .joint : .none
    case UInt8(ascii: "."):
      if peek(1).isWordByte { return readAppending() }
      at += peek(1) == UInt8(ascii: ".") ? 2 : 1
      return endsBeforeOperand() ? .joint : .none
    case UInt8(ascii: "|"), UInt8(ascii: "<"):
      let isPair = peek(1) == peek() || peek() == UInt8(ascii: "<") && peek(1) == UInt8(ascii: ">")
      guard isPair else { return .none }
      at += 2
      return endsBeforeOperand() ? .joint : .none
    case UInt8(ascii: "}"):
      // `${A}${B}`, `{A}{B}`
      at += 1
      if peek() == UInt8(ascii: "$") || peek() == UInt8(ascii: "#") { at += 1 }
      guard peek() == UInt8(ascii: "{") else { return .none }
      at += 1
      if peek() == UInt8(ascii: "$") { at += 1 }
      return at == end ? .joint : .none
    default:
      if at > start { return readStatement() }
      if peek() == UInt8(ascii: "$"), at + 1 == end { return .joint }
      if endsBeforeOperand() { return .joint }
      at = start
      return readStatement()
    }
  }

  /// White space, the line ends that a backslash or an underscore hides, and comments to the end of
  /// their line.
  private mutating func skipSpace() {
    while at < end {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      case UInt8(ascii: "\\") where peek(1) == 0x0A || peek(1) == 0x0D: at += 2
      case UInt8(ascii: "_") where peek(1) == 0x0A || peek(1) == 0x0D: at += 2
      case UInt8(ascii: "#"),
        UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        guard peek(1) != UInt8(ascii: "{") else { return }
        while at < end, bytes[at] != 0x0A { at += 1 }
      default: return
      }
    }
  }

  /// Whether nothing is left but what may stand before a literal or a name: brackets, the letters of
  /// a prefix, `this.`.
  private mutating func endsBeforeOperand() -> Bool {
    skipSpace()
    while peek() == UInt8(ascii: "(") {
      at += 1
      skipSpace()
    }
    if at == end { return true }
    let isMark = peek() == UInt8(ascii: "@") || peek() == UInt8(ascii: "$")
    if isMark { at += 1 }
    let start = at
    while peek().isWordByte { at += 1 }
    if at == end { return bytes[start..<end].allSatisfy(\.isASCIILetter) && end - start <= 2 }
    guard at - start <= 40 else { return false }
    switch peek() {
    case UInt8(ascii: "."): at += 1
    case UInt8(ascii: ":") where peek(1) == UInt8(ascii: ":"): at += 2
    case UInt8(ascii: "-") where peek(1) == UInt8(ascii: ">"): at += 2
    default: return false
    }
    if peek() == UInt8(ascii: "$") { at += 1 }
    return at == end
  }

  private static let appenders = ByteWords([
    "append", "Append", "concat", "Concat", "push", "push_str", "add", "write", "WriteString",
    "appendString", "plus", "puts", "print",
  ])

  /// `.append(`
  private mutating func readAppending() -> JoinGap {
    at += 1
    let start = at
    while peek().isWordByte { at += 1 }
    guard Self.appenders.contains(bytes, start..<at), peek() == UInt8(ascii: "(") else {
      return .none
    }
    at += 1
    return endsBeforeOperand() ? .joint : .none
  }

  /// `; name += `, `; name = name + `, `; name.append(`, `; strcat(name, `
  private mutating func readStatement() -> JoinGap {
    skipSpace()
    if peek() == UInt8(ascii: ";") { at += 1 }
    skipSpace()
    let start = at
    while peek().isWordByte || peek() == UInt8(ascii: "$") || peek() == UInt8(ascii: "@") {
      at += 1
    }
    let name = start..<at
    guard !name.isEmpty else { return .none }
    if peek() == UInt8(ascii: ".") { return readAppending() }
    if peek() == UInt8(ascii: "(") {
      guard bytes[name].starts(with: "str".utf8) else { return .none }
      at += 1
      while peek().isWordByte { at += 1 }
      guard peek() == UInt8(ascii: ",") else { return .none }
      at += 1
      return endsBeforeOperand() ? .joint : .none
    }
    skipSpace()
    switch peek() {
    case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "&"):
      guard peek(1) == UInt8(ascii: "=") else { return .none }
      at += 2
    case UInt8(ascii: "<"):
      guard peek(1) == UInt8(ascii: "<") else { return .none }
      at += 2
    case UInt8(ascii: "="):
      at += 1
      skipSpace()
      guard at + name.count < end,
        bytes[at..<(at + name.count)].elementsEqual(bytes[name])
      else { return .none }
      at += name.count
      skipSpace()
      guard
        peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: ".") || peek() == UInt8(ascii: "&")
      else { return .none }
      at += 1
      if peek() == UInt8(ascii: ".") { at += 1 }
    default: return .none
    }
    return endsBeforeOperand() ? .joint : .none
  }
}

extension UInt8 {
  /// A letter, a digit or an underscore of ASCII.
  var isWordByte: Bool { isASCIILetter || isASCIIDigit || self == UInt8(ascii: "_") }
}
