import SourceText

/// Tokens as the readers of declarations and expressions ask for them. Indices may lie outside: there
/// is nothing there. One for each document, since each token is given a key once.
final class TokenWalk {
  let tokens: [Token]
  let bytes: [UInt8]
  /// What tells tokens apart at a glance, one for each.
  let keys: [TokenKey]
  /// A bit for each slot that a word or short string of the text has.
  private(set) lazy var slots = TokenSlots(self)

  init(_ scan: DocumentScan) {
    let tokens = scan.lexed.tokens
    let bytes = scan.bytes
    self.tokens = tokens
    self.bytes = bytes
    keys = tokens.map { token in
      switch token.kind {
      case .identifier, .number: TokenKey(word: bytes[token.range])
      case .punctuation: TokenKey(mark: bytes[token.range])
      case .string, .newline: .none
      }
    }
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

  /// The key of a mark; that of nothing for other tokens.
  @inline(__always)
  private func markKey(_ index: Int) -> TokenKey {
    guard index >= 0, index < keys.count, keys[index].isMark else { return .none }
    return keys[index]
  }

  func isMark(_ index: Int, _ marks: Marks) -> Bool {
    let key = markKey(index)
    return key != .none && marks.contains { TokenKey(mark: $0) == key }
  }

  func isMark(_ index: Int, _ mark: StaticString) -> Bool {
    let key = markKey(index)
    return key != .none && key == TokenKey(mark: mark)
  }

  /// What joins the names of a path.
  func isJoint(_ index: Int) -> Bool { isMark(index, [".", "::", "->", "?.", "\\"]) }

  /// The byte of a mark that has only one, else 0.
  func mark(_ index: Int) -> UInt8 { markKey(index).singleByte }

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
