// The four kinds of TOML strings: basic and literal, on one line or several.

extension TOMLParser {
  /// Reads a string as a value.
  mutating func parseString() throws(TOMLProblem) -> String {
    let quote = bytes[index]
    if index + 2 < bytes.count, bytes[index + 1] == quote, bytes[index + 2] == quote {
      return try parseLines(quote)
    }
    return try parseQuoted()
  }

  /// Reads a string of one line, also as a key.
  mutating func parseQuoted() throws(TOMLProblem) -> String {
    let opening = index
    let quote = bytes[index]
    index += 1
    var decoded: [UInt8] = []
    var plain = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote {
        index += 1
        guard !decoded.isEmpty else { return text(plain..<index - 1) }
        decoded += bytes[plain..<index - 1]
        return String(decoding: decoded, as: UTF8.self)
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        decoded += bytes[plain..<index]
        try parseEscape(into: &decoded)
        plain = index
      } else if byte == 0x0A || byte == 0x0D {
        break
      } else {
        guard !byte.isForbiddenInStrings else {
          throw fails("a string must not hold control characters; write them as \\uXXXX")
        }
        index += 1
      }
    }
    throw fails("the string is never closed", at: opening, note: "opened here")
  }

  private mutating func parseLines(_ quote: UInt8) throws(TOMLProblem) -> String {
    let opening = index
    index += 3
    _ = try skipNewline()
    var decoded: [UInt8] = []
    var isDecoded = false
    var plain = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote {
        var run = 1
        while run < 5, index + run < bytes.count, bytes[index + run] == quote { run += 1 }
        guard run >= 3 else {
          index += run
          continue
        }
        // Up to two quotes before the closing ones belong to the text.
        let end = index + run - 3
        index += run
        guard isDecoded else { return text(plain..<end) }
        decoded += bytes[plain..<end]
        return String(decoding: decoded, as: UTF8.self)
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        decoded += bytes[plain..<index]
        isDecoded = true
        if try !skipContinuation() { try parseEscape(into: &decoded) }
        plain = index
      } else if byte == 0x0D {
        _ = try skipNewline()
      } else {
        guard !byte.isForbiddenInStrings || byte == 0x0A else {
          throw fails("a string must not hold control characters")
        }
        index += 1
      }
    }
    throw fails("the string is never closed", at: opening, note: "opened here")
  }

  /// Steps over a backslash at a line's end and all white space after it; false elsewhere.
  private mutating func skipContinuation() throws(TOMLProblem) -> Bool {
    let start = index
    index += 1
    skipBlanks()
    guard try skipNewline() else {
      index = start
      return false
    }
    repeat { skipBlanks() } while try skipNewline()
    return true
  }

  private mutating func parseEscape(into decoded: inout [UInt8]) throws(TOMLProblem) {
    let start = index
    index += 1
    guard let letter = peek() else { throw fails("the string is never closed", at: start) }
    index += 1
    switch letter {
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): decoded.append(letter)
    case UInt8(ascii: "u"): try parseScalarEscape(4, from: start, into: &decoded)
    case UInt8(ascii: "U"): try parseScalarEscape(8, from: start, into: &decoded)
    default:
      throw fails(
        "unknown escape in a string; write patterns in ''' ''', where a backslash stands for itself",
        at: start)
    }
  }

  private mutating func parseScalarEscape(
    _ digits: Int, from start: Int, into decoded: inout [UInt8]
  ) throws(TOMLProblem) {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = peek().flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw fails("the escape needs \(digits) hexadecimal digits", at: start)
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw fails("the escape names no Unicode scalar", at: start)
    }
    decoded += Array(String(scalar).utf8)
  }
}

extension TOMLDocument {
  /// The offset in the file of a byte (counted from 0) of a string's text, so that a fault in a
  /// pattern can be pointed at where it is written.
  package func offset(ofByte target: Int, in item: TOMLItem) -> Int {
    guard case .string = item.value, item.end > item.start else { return item.start }
    let quote = bytes[item.start]
    let isBasic = quote == UInt8(ascii: "\"")
    let isLong =
      item.end - item.start >= 6 && bytes[item.start + 1] == quote
      && bytes[item.start + 2] == quote
    var index = item.start + (isLong ? 3 : 1)
    let end = item.end - (isLong ? 3 : 1)
    if isLong, index < end, bytes[index] == 0x0D { index += 1 }
    if isLong, index < end, bytes[index] == 0x0A { index += 1 }
    var decoded = 0
    while index < end {
      guard isBasic, bytes[index] == UInt8(ascii: "\\") else {
        if decoded >= target { return index }
        decoded += 1
        index += 1
        continue
      }
      let escape = bytes[index + 1]
      var length = 2
      var width = 1
      if escape == UInt8(ascii: "u") || escape == UInt8(ascii: "U") {
        length = escape == UInt8(ascii: "u") ? 6 : 10
        let value = UInt32(
          String(decoding: bytes[index + 2..<index + length], as: UTF8.self), radix: 16)
        width = value.flatMap(Unicode.Scalar.init).map { UTF8.width($0) } ?? 1
      } else if escape.isLayout {
        while index + length < end, bytes[index + length].isLayout { length += 1 }
        width = 0
      }
      if decoded + width > target { return index }
      decoded += width
      index += length
    }
    return end
  }
}

extension UInt8 {
  fileprivate var isForbiddenInStrings: Bool { self < 0x20 && self != 0x09 || self == 0x7F }
  fileprivate var isLayout: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension [UInt8] {
  /// The offset of the first byte that is not part of well-formed UTF-8 (Unicode 16, table 3-7).
  var firstInvalidUTF8: Int? {
    var index = 0
    let count = self.count
    while index < count {
      while index < count, self[index] < 0x80 { index += 1 }
      guard index < count else { return nil }
      let lead = self[index]
      let length: Int
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, low) = (3, 0xA0)
      case 0xED: (length, high) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, low) = (4, 0x90)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, high) = (4, 0x8F)
      default: return index
      }
      guard index + length <= count, self[index + 1] >= low, self[index + 1] <= high else {
        return index
      }
      for follow in index + 2..<Swift.max(index + length, index + 2)
      where self[follow] & 0xC0 != 0x80 {
        return index
      }
      index += length
    }
    return nil
  }
}
