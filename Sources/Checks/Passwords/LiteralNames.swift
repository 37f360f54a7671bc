/// The names that a document gives a literal to, in all it holds: `name = "literal";`,
/// `name[16] = 'literal'`, `name: Type = "literal"`. One pass over the bytes.
struct LiteralNames {
  private var names: Set<[UInt8]> = []

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      for place in bytes.indices
      where bytes[place] == UInt8(ascii: "=") && Self.isLiteral(bytes, after: place) {
        addNames(bytes, before: place)
      }
      for place in bytes.indices where bytes[place] == UInt8(ascii: "#") {
        addMacro(bytes, at: place)
      }
    }
  }

  func contains(_ name: [UInt8]) -> Bool { names.contains(name) }

  /// A literal of 4 to 60 bytes on one line that ends its statement.
  private static func isLiteral(_ bytes: UnsafeBufferPointer<UInt8>, after equals: Int) -> Bool {
    var place = equals + 1
    while place < bytes.count, place - equals <= 4, isSpace(bytes[place]) { place += 1 }
    if place < bytes.count, bytes[place] == UInt8(ascii: "@") { place += 1 }
    guard place < bytes.count, isQuote(bytes[place]) else { return false }
    let start = place + 1
    place = start
    while place < bytes.count, place - start <= 60, !isQuote(bytes[place]),
      bytes[place] != UInt8(ascii: "$"), bytes[place] != 0x0A
    {
      place += 1
    }
    guard place < bytes.count, isQuote(bytes[place]), (4...60).contains(place - start) else {
      return false
    }
    place += 1
    for _ in 0...2 {
      guard place < bytes.count, bytes[place] != 0x0A else { return true }
      if bytes[place] == UInt8(ascii: ";") || bytes[place] == UInt8(ascii: ")") { return true }
      guard isSpace(bytes[place]) else { return false }
      place += 1
    }
    return false
  }

  private mutating func addNames(_ bytes: UnsafeBufferPointer<UInt8>, before equals: Int) {
    var end = equals
    if end > 0, bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    var spaces = 0
    while end > 0, spaces < 4, Self.isSpace(bytes[end - 1]) {
      end -= 1
      spaces += 1
    }
    addName(bytes, endingAt: end)
    // `name: Type`
    var place = end
    while place > 0, end - place < 22, bytes[place - 1] != UInt8(ascii: ":") {
      let byte = bytes[place - 1]
      guard
        Self.isWord(byte) || byte == 0x20 || byte == UInt8(ascii: "&")
          || byte == UInt8(ascii: "'")
      else { return }
      place -= 1
    }
    guard place > 0, place < end || spaces > 0, bytes[place - 1] == UInt8(ascii: ":") else {
      return
    }
    addName(bytes, endingAt: place - 1)
  }

  /// `#define NAME "literal"`
  private mutating func addMacro(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
    let start = place + 8
    guard start < bytes.count, bytes[(place + 1)..<start].elementsEqual("define ".utf8) else {
      return
    }
    var end = start
    while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
    guard end > start, end - start <= 40, end < bytes.count, Self.isSpace(bytes[end]),
      Self.isLiteral(bytes, after: end)
    else { return }
    names.insert(Array(bytes[start..<end]))
  }

  /// The name that ends at a place, or before the brackets that do.
  private mutating func addName(_ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int) {
    var end = end
    if end > 0, bytes[end - 1] == UInt8(ascii: "]") {
      var open = end - 1
      while open > 0, end - open < 6, (0x30...0x39).contains(bytes[open - 1]) { open -= 1 }
      guard open > 0, bytes[open - 1] == UInt8(ascii: "[") else { return }
      end = open - 1
    }
    var start = end
    while start > 0, end - start <= 40, Self.isWord(bytes[start - 1]) { start -= 1 }
    guard start < end, end - start <= 40 else { return }
    if start > 0 {
      let before = bytes[start - 1]
      guard Self.isSpace(before) || "$*(,;".utf8.contains(before) else { return }
    }
    names.insert(Array(bytes[start..<end]))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_")
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
