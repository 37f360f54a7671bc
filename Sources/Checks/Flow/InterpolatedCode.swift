import SourceText

/// The code within strings: `f"{x}"`, `"${x.y}"`, `"#{x}"`, `"\(x)"`, `"$x"`.
enum InterpolatedCode {
  /// The bytes of each piece of code in a string, at most 16.
  static func parts(of token: Token, _ bytes: [UInt8], _ language: Language) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let end = token.content.upperBound
    var index = token.content.lowerBound
    let isBraced = ["python", "csharp", "vb"].contains(language.id)
    while index < end, found.count < 16 {
      let byte = bytes[index]
      let next = index + 1 < end ? bytes[index + 1] : 0
      if isBraced {
        if byte == UInt8(ascii: "{") {
          if next == byte {
            index += 2
            continue
          }
          let close = closing(from: index + 1, to: end, bytes)
          found.append((index + 1)..<cut(formatOf: (index + 1)..<close, bytes))
          index = close
        }
      } else if byte == UInt8(ascii: "\\"), next == UInt8(ascii: "("), language.id == "swift" {
        let close = closing(from: index + 2, to: end, bytes)
        found.append((index + 2)..<close)
        index = close
      } else if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      } else if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%"),
        next == UInt8(ascii: "{")
      {
        let close = closing(from: index + 2, to: end, bytes)
        found.append((index + 2)..<close)
        index = close
      } else if byte == UInt8(ascii: "$"), isNameStart(next) {
        let isPHP = language.id == "php"
        let start = isPHP ? index : index + 1
        var last = index + 1
        while last < end, isName(bytes[last]) { last += 1 }
        // `$row[name]`, `$user->name`
        if isPHP, last + 2 < end, bytes[last] == UInt8(ascii: "-"), bytes[last + 1] == 0x3E {
          last += 2
          while last < end, isName(bytes[last]) { last += 1 }
        } else if isPHP, last < end, bytes[last] == UInt8(ascii: "[") {
          while last < end, bytes[last] != UInt8(ascii: "]") { last += 1 }
        }
        found.append(start..<min(last, end))
        index = last
        continue
      }
      index += 1
    }
    return found
  }

  /// Where the brace or bracket that is open before a place closes.
  private static func closing(from start: Int, to end: Int, _ bytes: [UInt8]) -> Int {
    var depth = 0
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"):
        if depth == 0 { return index }
        depth -= 1
      default: break
      }
      index += 1
    }
    return end
  }

  /// Without what says how the value is to be written: `{x:>10}`, `{x!r}`.
  private static func cut(formatOf range: Range<Int>, _ bytes: [UInt8]) -> Int {
    var depth = 0
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ":") where depth == 0: return index
      default: break
      }
    }
    return range.upperBound
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (0x30...0x39).contains(byte)
  }

  /// A piece of code as the names in it.
  struct Path {
    var names: [String] = []
    /// The names that are called.
    var calls: Set<Int> = []
    /// The names that follow a dot.
    var members: Set<Int> = []
    /// The first chain of names with dots, `()` and `[]`.
    var text = ""
  }

  /// The names in a piece of code, at most 16; what is quoted holds none.
  static func path(_ bytes: ArraySlice<UInt8>) -> Path {
    var path = Path()
    var index = bytes.startIndex
    var isMember = false
    var isFirst = true
    var depth = 0
    while index < bytes.endIndex, path.names.count < 16 {
      let byte = bytes[index]
      if isNameStart(byte) || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "@") {
        var end = index + 1
        while end < bytes.endIndex, isName(bytes[end]) { end += 1 }
        let name = String(decoding: bytes[index..<end], as: UTF8.self)
        if isMember { path.members.insert(path.names.count) }
        if end < bytes.endIndex, bytes[end] == UInt8(ascii: "(") {
          path.calls.insert(path.names.count)
        }
        path.names.append(name)
        if isFirst, depth == 0 { path.text += path.text.isEmpty ? name : "." + name }
        isMember = false
        index = end
        continue
      }
      switch byte {
      case UInt8(ascii: "."): isMember = true
      case UInt8(ascii: ">")
      where index > bytes.startIndex && bytes[index - 1] == UInt8(ascii: "-"):
        isMember = true
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"): break
      case UInt8(ascii: "("), UInt8(ascii: "["):
        if isFirst, depth == 0 { path.text += byte == UInt8(ascii: "(") ? "()" : "[]" }
        depth += 1
        isMember = false
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth = max(0, depth - 1)
        isMember = false
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        var end = index + 1
        while end < bytes.endIndex, bytes[end] != byte { end += 1 }
        index = min(end, bytes.endIndex - 1)
        isMember = false
      default:
        if depth == 0 { isFirst = false }
        isMember = false
      }
      index += 1
    }
    return path
  }

  /// A number or a quoted text alone.
  static func isLiteral(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first(where: { $0 != 0x20 }) else { return true }
    return (0x30...0x39).contains(first)
  }
}
