import SourceText

/// Tokens as the readers of declarations and expressions ask for them. Indices may lie outside: there
/// is nothing there.
struct TokenWalk {
  let tokens: [Token]
  let bytes: [UInt8]

  init(_ scan: DocumentScan) {
    tokens = scan.lexed.tokens
    bytes = scan.bytes
  }

  var count: Int { tokens.count }

  func kind(_ index: Int) -> Token.Kind? {
    index >= 0 && index < tokens.count ? tokens[index].kind : nil
  }

  /// The text of a token; empty outside.
  func text(_ index: Int) -> String {
    guard index >= 0, index < tokens.count else { return "" }
    return String(decoding: bytes[tokens[index].range], as: UTF8.self)
  }

  /// The text between the quotes of a string; empty for anything else.
  func content(_ index: Int) -> String {
    kind(index) == .string ? String(decoding: bytes[tokens[index].content], as: UTF8.self) : ""
  }

  func isIdentifier(_ index: Int) -> Bool { kind(index) == .identifier }

  /// Marks that a token is compared with, each of at most four bytes. A literal of constants is no
  /// allocation, which a set would be.
  typealias Marks = [StaticString]

  /// The bytes of a mark as a number.
  @inline(__always)
  private static func packed(_ mark: StaticString) -> UInt32 {
    mark.withUTF8Buffer { bytes in
      var result: UInt32 = 0
      for byte in bytes { result = result << 8 | UInt32(byte) }
      return result
    }
  }

  /// The bytes of the mark at an index as a number; 0 for no mark, or a longer one.
  @inline(__always)
  private func packedMark(_ index: Int) -> UInt32 {
    guard index >= 0, index < tokens.count else { return 0 }
    let token = tokens[index]
    guard token.kind == .punctuation, token.end - token.start <= 4 else { return 0 }
    var result: UInt32 = 0
    for place in Int(token.start)..<Int(token.end) { result = result << 8 | UInt32(bytes[place]) }
    return result
  }

  func isMark(_ index: Int, _ marks: Marks) -> Bool {
    let mark = packedMark(index)
    return mark != 0 && marks.contains { Self.packed($0) == mark }
  }

  func isMark(_ index: Int, _ mark: StaticString) -> Bool {
    let found = packedMark(index)
    return found != 0 && found == Self.packed(mark)
  }

  /// What joins the names of a path.
  func isJoint(_ index: Int) -> Bool { isMark(index, [".", "::", "->", "?.", "\\"]) }

  /// The byte of a mark that has only one, else 0.
  func mark(_ index: Int) -> UInt8 {
    guard index >= 0, index < tokens.count, tokens[index].kind == .punctuation,
      tokens[index].end - tokens[index].start == 1
    else { return 0 }
    return bytes[Int(tokens[index].start)]
  }

  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard kind(index) == .identifier else { return false }
    let range = tokens[index].range
    return range.count == word.utf8CodeUnitCount
      && word.withUTF8Buffer { $0.elementsEqual(bytes[range]) }
  }

  /// Whether a token is an identifier of those bytes.
  func isIdentifier(_ index: Int, _ name: String) -> Bool {
    guard kind(index) == .identifier else { return false }
    let range = tokens[index].range
    return range.count == name.utf8.count && bytes[range].elementsEqual(name.utf8)
  }

  /// How far a token stands from the margin of its line, nil where it is not the first on it.
  func indentation(_ index: Int) -> Int? {
    guard index >= 0, index < tokens.count else { return nil }
    let start = Int(tokens[index].start)
    var place = start
    while place > 0, bytes[place - 1] == 0x20 || bytes[place - 1] == 0x09 {
      place -= 1
      if start - place > 400 { return nil }
    }
    return place == 0 || bytes[place - 1] == 0x0A ? start - place : nil
  }

  /// Whether a line ends between a token and the next.
  func endsLine(_ index: Int) -> Bool {
    guard index >= 0, index + 1 < tokens.count else { return true }
    if tokens[index + 1].kind == .newline { return true }
    let between = Int(tokens[index].end)..<max(Int(tokens[index].end), Int(tokens[index + 1].start))
    return bytes[between].contains(0x0A)
  }
}
