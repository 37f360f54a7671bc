/// One character written by its number: `\x67`, `\u0067`, `\u{67}`, `\147`, `%67`, `&#103;`, `&#x67;`.
struct EscapeUnit {
  /// The character; it is ASCII and can be printed.
  var byte: UInt8
  /// How many bytes it is written in.
  var length: Int

  /// The unit that begins at a place; nil where none does, or where it stands for anything else than
  /// printable ASCII.
  init?(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let rest = UnsafeBufferPointer(rebasing: bytes[place..<min(bytes.count, place + 14)])
    let found: (value: Int, length: Int)?
    switch rest.first {
    case UInt8(ascii: "\\"): found = Self.backslash(rest)
    case UInt8(ascii: "%"): found = Self.percent(rest)
    case UInt8(ascii: "&"): found = Self.entity(rest)
    default: found = nil
    }
    guard let found, (0x20...0x7E).contains(found.value) else { return nil }
    byte = UInt8(found.value)
    length = found.length
  }

  /// However often the percent sign itself was encoded: `%67`, `%2567`, `%252567`.
  private static func percent(_ rest: UnsafeBufferPointer<UInt8>) -> (Int, Int)? {
    var start = 1
    while start + 3 < rest.count, rest[start] == UInt8(ascii: "2"),
      rest[start + 1] == UInt8(ascii: "5"), rest[start + 2].hexadecimalValue != nil,
      rest[start + 3].hexadecimalValue != nil
    {
      start += 2
    }
    return number(rest, from: start, base: 16, digits: 2...2)
  }

  private static func backslash(_ rest: UnsafeBufferPointer<UInt8>) -> (Int, Int)? {
    guard rest.count >= 4 else { return nil }
    switch rest[1] {
    case UInt8(ascii: "x"): return number(rest, from: 2, base: 16, digits: 2...2)
    case UInt8(ascii: "u") where rest[2] == UInt8(ascii: "{"):
      guard let found = number(rest, from: 3, base: 16, digits: 1...6), found.1 < rest.count,
        rest[found.1] == UInt8(ascii: "}")
      else { return nil }
      return (found.0, found.1 + 1)
    case UInt8(ascii: "u"): return number(rest, from: 2, base: 16, digits: 4...4)
    case UInt8(ascii: "U"): return number(rest, from: 2, base: 16, digits: 8...8)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      return number(rest, from: 1, base: 8, digits: 3...3)
    default: return nil
    }
  }

  /// By number, with as many zeros as it likes and with or without its semicolon (HTML, section
  /// "Numeric character reference end state"), or by the name of a mark.
  private static func entity(_ rest: UnsafeBufferPointer<UInt8>) -> (Int, Int)? {
    guard rest.count >= 4 else { return nil }
    guard rest[1] == UInt8(ascii: "#") else { return named(rest) }
    let isHexadecimal = rest[2] | 0x20 == UInt8(ascii: "x")
    guard
      let found = number(
        rest, from: isHexadecimal ? 3 : 2, base: isHexadecimal ? 16 : 10, digits: 2...8)
    else { return nil }
    let isClosed = found.1 < rest.count && rest[found.1] == UInt8(ascii: ";")
    return (found.0, found.1 + (isClosed ? 1 : 0))
  }

  private static func named(_ rest: UnsafeBufferPointer<UInt8>) -> (Int, Int)? {
    for (name, mark) in names where rest.dropFirst().starts(with: name) {
      return (Int(mark), name.count + 1)
    }
    return nil
  }

  /// The marks that have names and need none (HTML, section "Named character references").
  private static let names: [(name: [UInt8], mark: UInt8)] = [
    ("lpar;", "("), ("rpar;", ")"), ("period;", "."), ("colon;", ":"), ("lowbar;", "_"),
    ("sol;", "/"), ("commat;", "@"), ("equals;", "="), ("semi;", ";"), ("vert;", "|"),
    ("lsqb;", "["), ("rsqb;", "]"), ("comma;", ","), ("num;", "#"), ("dollar;", "$"),
    ("plus;", "+"), ("excl;", "!"), ("quest;", "?"), ("ast;", "*"), ("percnt;", "%"), ("Tab;", " "),
    ("NewLine;", " "), ("verbar;", "|"), ("lbrack;", "["), ("rbrack;", "]"), ("lcub;", "{"),
    ("rcub;", "}"),
  ].map { (name: String, mark: Character) in (Array(name.utf8), mark.asciiValue ?? 0x20) }

  /// The number that is written from a place on, and the place behind it.
  private static func number(
    _ rest: UnsafeBufferPointer<UInt8>, from start: Int, base: Int, digits: ClosedRange<Int>
  ) -> (Int, Int)? {
    var value = 0
    var place = start
    while place < rest.count, place - start < digits.upperBound,
      let digit = rest[place].hexadecimalValue, digit < base
    {
      value = value * base + digit
      place += 1
    }
    return digits.contains(place - start) ? (value, place) : nil
  }
}

extension UInt8 {
  /// What it stands for as a hexadecimal digit of ASCII.
  var hexadecimalValue: Int? {
    switch self {
    case 0x30...0x39: Int(self) - 0x30
    case 0x41...0x46: Int(self) - 0x37
    case 0x61...0x66: Int(self) - 0x57
    default: nil
    }
  }
}

extension DerivedText {
  /// A stretch of text with its escapes read, and without the line ends that a backslash hides;
  /// whether there were any.
  @discardableResult
  mutating func appendReading(
    _ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var start = range.lowerBound
    var index = start
    var isChanged = false
    while index < range.upperBound, budget > 0 {
      let byte = text[index]
      guard byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "&")
      else {
        index += 1
        continue
      }
      if let unit = EscapeUnit(at: index, in: text), index + unit.length <= range.upperBound {
        append(start..<index, of: text)
        append(CollectionOfOne(unit.byte), for: index..<(index + unit.length))
        index += unit.length
        start = index
        isChanged = true
        continue
      }
      let next = index + 1 < range.upperBound ? text[index + 1] : 0
      if byte == UInt8(ascii: "\\"), next == 0x0A || next == 0x0D {
        append(start..<index, of: text)
        index += 2
        while index < range.upperBound, text[index] <= 0x20 { index += 1 }
        start = index
        isChanged = true
      } else {
        index += byte == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    append(start..<max(start, range.upperBound), of: text)
    return isChanged
  }
}
