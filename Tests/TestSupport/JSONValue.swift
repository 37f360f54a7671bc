/// A JSON text (RFC 8259), read strictly and with the order of its keys.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSONValue
  }

  package struct SyntaxError: Error, CustomStringConvertible {
    package var offset: Int
    package var problem: String
    package var description: String { "byte \(offset): \(problem)" }
  }

  package init(_ text: some Sequence<UInt8>) throws {
    var parser = Parser(bytes: Array(text))
    self = try parser.whole()
  }

  package init(_ text: String) throws { try self.init(text.utf8) }

  /// The value of a key of an object.
  package subscript(key: String) -> JSONValue? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.key == key }?.value
    }
    set {
      guard case .object(var members) = self else { return }
      members.removeAll { $0.key == key }
      if let newValue { members.append(Member(key: key, value: newValue)) }
      self = .object(members)
    }
  }

  package subscript(index: Int) -> JSONValue? {
    get {
      guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
      return elements[index]
    }
    set {
      guard case .array(var elements) = self, let newValue else { return }
      elements[index] = newValue
      self = .array(elements)
    }
  }

  package var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  package var keys: [String] {
    if case .object(let members) = self { members.map(\.key) } else { [] }
  }

  package var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// Whether the keys of every object within ascend by their bytes.
  package var hasSortedKeys: Bool {
    switch self {
    case .null, .boolean, .integer, .number, .string: true
    case .array(let elements): elements.allSatisfy(\.hasSortedKeys)
    case .object(let members):
      zip(members, members.dropFirst()).allSatisfy {
        $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
      } && members.allSatisfy(\.value.hasSortedKeys)
    }
  }
}

private struct Parser {
  let bytes: [UInt8]
  var offset = 0
  var depth = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func whole() throws -> JSONValue {
    let value = try value()
    skipSpace()
    guard offset == bytes.count else { throw error("something follows the value") }
    return value
  }

  private func error(_ problem: String) -> JSONValue.SyntaxError {
    JSONValue.SyntaxError(offset: offset, problem: problem)
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { offset += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[offset...].starts(with: text.utf8) else { return false }
    offset += text.utf8.count
    return true
  }

  private mutating func value() throws -> JSONValue {
    skipSpace()
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { throw error("nested too deep") }
    if take("null") { return .null }
    if take("true") { return .boolean(true) }
    if take("false") { return .boolean(false) }
    if take("[") { return try array() }
    if take("{") { return try object() }
    if take("\"") { return .string(try string()) }
    return try number()
  }

  private mutating func array() throws -> JSONValue {
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return .array([]) }
    while true {
      elements.append(try value())
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { throw error("no comma in an array") }
    }
  }

  private mutating func object() throws -> JSONValue {
    var members: [JSONValue.Member] = []
    skipSpace()
    if take("}") { return .object([]) }
    while true {
      skipSpace()
      guard take("\"") else { throw error("no key") }
      let key = try string()
      guard !members.contains(where: { $0.key == key }) else { throw error("\(key) twice") }
      skipSpace()
      guard take(":") else { throw error("no colon") }
      members.append(JSONValue.Member(key: key, value: try value()))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw error("no comma in an object") }
    }
  }

  private mutating func number() throws -> JSONValue {
    let start = offset
    while let byte = next, "+-.eE0123456789".utf8.contains(byte) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if let integer = Int(text), String(integer) == text { return .integer(integer) }
    let digits = text.drop { $0 == "-" }
    let isPadded =
      digits.hasPrefix("0") && !["", ".", "e", "E"].contains(digits.dropFirst().prefix(1))
    if let number = Double(text), !text.hasPrefix("+"), !isPadded { return .number(number) }
    offset = start
    throw error("no value")
  }

  private mutating func string() throws -> String {
    var units: [UInt16] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        var text = ""
        guard
          !transcode(
            units.makeIterator(), from: UTF16.self, to: UTF32.self, stoppingOnError: true,
            into: { text.unicodeScalars.append(Unicode.Scalar($0) ?? "?") })
        else { throw error("a lone surrogate") }
        return text
      case 0x5C:
        offset += 1
        units.append(try escape())
      case ..<0x20: throw error("a bare control character")
      default:
        let start = offset
        while let byte = next, byte >= 0x20, byte != 0x22, byte != 0x5C { offset += 1 }
        guard let text = String(validating: bytes[start..<offset], as: UTF8.self) else {
          throw error("not UTF-8")
        }
        units += text.utf16
      }
    }
    throw error("an unclosed string")
  }

  private mutating func escape() throws -> UInt16 {
    guard let byte = next else { throw error("an unclosed string") }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt16(byte)
    case UInt8(ascii: "u"):
      let digits = String(decoding: bytes[offset...].prefix(4), as: UTF8.self)
      guard digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) else {
        throw error("a bad escape")
      }
      offset += 4
      return unit
    default: throw error("a bad escape")
    }
  }
}
