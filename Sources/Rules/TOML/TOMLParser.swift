// Reads TOML 1.0.0 by recursive descent over the bytes. A statement (a header or a key with its
// value) that is wrong is reported and skipped, so that one run names most faults of a file. Only
// values recurse, at most `deepest` levels; tables are nodes in one array. Tested by TOMLTests.

/// Something wrong at a byte of the file that is being read.
struct TOMLProblem: Error {
  var offset: Int
  var message: String
  var note: String?
}

struct TOMLParser {
  static let deepest = 128
  /// A file with more faults than this is of another kind.
  static let mostProblems = 50

  let bytes: [UInt8]
  var index = 0
  var nodes = [TOMLNode(origin: .header, offset: 0)]
  var groups: [[Int]] = []
  var problems: [TOMLProblem] = []
  /// The table that keys go to.
  private var current = 0
  private var depth = 0
  /// Kept from key to key, so that no array is made for each.
  private var parts: [(text: String, offset: Int)] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func parseDocument() {
    if let invalid = bytes.firstInvalidUTF8 {
      problems = [TOMLProblem(offset: invalid, message: "not valid UTF-8")]
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while index < bytes.count {
      let start = index
      do {
        try parseStatement()
      } catch {
        problems.append(error)
        guard problems.count < Self.mostProblems else { return }
        recover(from: start, to: error.offset)
      }
    }
  }

  /// Goes to the next statement after a fault.
  private mutating func recover(from start: Int, to fault: Int) {
    depth = 0
    index = max(index, fault)
    // Within a value of several lines the next line may be anything: go on at the next header.
    let isWithinLines = bytes[start..<min(index, bytes.count)].contains(0x0A)
    skipLine()
    while isWithinLines, index < bytes.count, bytes[index] != UInt8(ascii: "[") { skipLine() }
  }

  private mutating func skipLine() {
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    index = min(index + 1, bytes.count)
  }

  // MARK: Layout

  func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }

  func fails(_ message: String, at offset: Int? = nil, note: String? = nil) -> TOMLProblem {
    TOMLProblem(offset: offset ?? index, message: message, note: note)
  }

  mutating func skipBlanks() {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
  }

  /// Steps over LF or CR LF; false where neither stands.
  mutating func skipNewline() throws(TOMLProblem) -> Bool {
    switch peek() {
    case 0x0A:
      index += 1
      return true
    case 0x0D:
      guard index + 1 < bytes.count, bytes[index + 1] == 0x0A else {
        throw fails("a carriage return must be followed by a line feed")
      }
      index += 2
      return true
    default:
      return false
    }
  }

  private mutating func skipComment() throws(TOMLProblem) {
    guard peek() == UInt8(ascii: "#") else { return }
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20 && byte != 0x09 || byte == 0x7F {
        if byte == 0x0A { return }
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { return }
        throw fails("a comment must not hold control characters")
      }
      index += 1
    }
  }

  private mutating func endStatement() throws(TOMLProblem) {
    skipBlanks()
    try skipComment()
    guard index < bytes.count else { return }
    guard try skipNewline() else { throw fails("expected the end of the line") }
  }

  /// Steps over white space, line ends and comments within an array.
  private mutating func skipLayout() throws(TOMLProblem) {
    repeat {
      skipBlanks()
      try skipComment()
    } while try skipNewline()
  }

  // MARK: Statements

  private mutating func parseStatement() throws(TOMLProblem) {
    skipBlanks()
    switch peek() {
    case nil: return
    case 0x0A, 0x0D, UInt8(ascii: "#"): try endStatement()
    case UInt8(ascii: "["): try parseHeader()
    default:
      try parseKeyValue(into: current)
      try endStatement()
    }
  }

  private mutating func parseHeader() throws(TOMLProblem) {
    let start = index
    // If the header is wrong, the keys below it belong nowhere.
    nodes.append(TOMLNode(origin: .header, offset: start))
    current = nodes.count - 1
    index += 1
    let isArray = peek() == UInt8(ascii: "[")
    if isArray { index += 1 }
    try parseKey()
    guard peek() == UInt8(ascii: "]") else {
      throw fails("the header lacks its closing bracket", note: "expected ]")
    }
    index += 1
    if isArray {
      guard peek() == UInt8(ascii: "]") else {
        throw fails("the header lacks its second closing bracket", note: "expected ]]")
      }
      index += 1
    }
    current = try openTable(isArray: isArray, at: start)
    try endStatement()
  }

  /// Finds or makes the table that a header names.
  private mutating func openTable(isArray: Bool, at start: Int) throws(TOMLProblem) -> Int {
    let path = parts
    var node = 0
    for part in path.dropLast() {
      guard let entry = nodes[node].entry(part.text) else {
        node = addTable(.implicit, to: node, key: part)
        continue
      }
      switch entry.value {
      case .table(let next) where nodes[next].origin != .inline: node = next
      case .tables(let group): node = groups[group][groups[group].count - 1]
      default: throw conflict(part, entry)
      }
    }
    let last = path[path.count - 1]
    guard let entry = nodes[node].entry(last.text) else {
      guard isArray else { return addTable(.header, to: node, key: last, at: start) }
      nodes.append(TOMLNode(origin: .header, offset: start))
      groups.append([nodes.count - 1])
      let item = TOMLItem(value: .tables(groups.count - 1), start: start, end: index)
      nodes[node].append(TOMLEntry(key: last.text, keyOffset: last.offset, item: item))
      return nodes.count - 1
    }
    switch entry.value {
    case .tables(let group) where isArray:
      nodes.append(TOMLNode(origin: .header, offset: start))
      groups[group].append(nodes.count - 1)
      return nodes.count - 1
    case .table(let table) where !isArray && nodes[table].origin == .implicit:
      nodes[table].origin = .header
      nodes[table].offset = start
      return table
    default:
      throw conflict(last, entry)
    }
  }

  private mutating func addTable(
    _ origin: TOMLNode.Origin, to node: Int, key: (text: String, offset: Int), at offset: Int? = nil
  ) -> Int {
    let start = offset ?? key.offset
    nodes.append(TOMLNode(origin: origin, offset: start))
    let item = TOMLItem(value: .table(nodes.count - 1), start: start, end: index)
    nodes[node].append(TOMLEntry(key: key.text, keyOffset: key.offset, item: item))
    return nodes.count - 1
  }

  private func conflict(_ key: (text: String, offset: Int), _ earlier: TOMLEntry) -> TOMLProblem {
    let line = 1 + bytes[..<earlier.keyOffset].count { $0 == 0x0A }
    return fails("`\(key.text)` is already defined", at: key.offset, note: "first in line \(line)")
  }

  private mutating func parseKeyValue(into table: Int) throws(TOMLProblem) {
    try parseKey()
    guard peek() == UInt8(ascii: "=") else {
      throw fails("a key must be followed by `=` and a value", note: "expected =")
    }
    index += 1
    // The value may hold keys itself, so the path must be walked before.
    var node = table
    for place in 0..<parts.count - 1 {
      let part = parts[place]
      guard let entry = nodes[node].entry(part.text) else {
        node = addTable(.dotted, to: node, key: part)
        continue
      }
      guard case .table(let next) = entry.value else { throw conflict(part, entry) }
      switch nodes[next].origin {
      case .dotted: break
      case .implicit: nodes[next].origin = .dotted
      case .header, .inline: throw conflict(part, entry)
      }
      node = next
    }
    let key = parts[parts.count - 1]
    let earlier = nodes[node].entry(key.text)
    skipBlanks()
    let item = try parseValue()
    if let earlier { throw conflict(key, earlier) }
    nodes[node].append(TOMLEntry(key: key.text, keyOffset: key.offset, item: item))
  }

  /// Reads a key, dotted or not, into `parts`, and the blanks around it.
  private mutating func parseKey() throws(TOMLProblem) {
    parts.removeAll(keepingCapacity: true)
    while true {
      skipBlanks()
      let start = index
      switch peek() {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = bytes[index]
        if bytes[index...].starts(with: [quote, quote, quote]) {
          throw fails("a key must not be a string of several lines")
        }
        parts.append((try parseQuoted(), start))
      default:
        while index < bytes.count, bytes[index].isBareKey { index += 1 }
        guard index > start else { throw fails("expected a key") }
        parts.append((text(start..<index), start))
      }
      guard parts.count <= Self.deepest else { throw fails("tables nest too deep", at: start) }
      skipBlanks()
      guard peek() == UInt8(ascii: ".") else { return }
      index += 1
    }
  }

  // MARK: Values

  private mutating func parseValue() throws(TOMLProblem) -> TOMLItem {
    let start = index
    let value: TOMLValue
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): value = .string(try parseString())
    case UInt8(ascii: "["): value = .array(try parseArray())
    case UInt8(ascii: "{"): value = .table(try parseInlineTable())
    default: value = try parseScalar()
    }
    return TOMLItem(value: value, start: start, end: index)
  }

  private mutating func descend() throws(TOMLProblem) {
    depth += 1
    guard depth <= Self.deepest else { throw fails("values nest too deep") }
    index += 1
  }

  private mutating func parseArray() throws(TOMLProblem) -> [TOMLItem] {
    let start = index
    try descend()
    var items: [TOMLItem] = []
    while true {
      try skipLayout()
      if peek() == UInt8(ascii: "]") { break }
      guard index < bytes.count else { throw fails("the array is never closed", at: start) }
      items.append(try parseValue())
      try skipLayout()
      if peek() == UInt8(ascii: ",") {
        index += 1
      } else if peek() != UInt8(ascii: "]") {
        guard index < bytes.count else { throw fails("the array is never closed", at: start) }
        throw fails("values of an array must be parted by commas", note: "expected , or ]")
      }
    }
    index += 1
    depth -= 1
    return items
  }

  private mutating func parseInlineTable() throws(TOMLProblem) -> Int {
    let start = index
    try descend()
    nodes.append(TOMLNode(origin: .inline, offset: start))
    let table = nodes.count - 1
    skipBlanks()
    while peek() != UInt8(ascii: "}") {
      try parseKeyValue(into: table)
      skipBlanks()
      if peek() == UInt8(ascii: ",") {
        index += 1
        skipBlanks()
        guard peek() != UInt8(ascii: "}") else {
          throw fails("a table in braces must not end with a comma")
        }
      } else if peek() != UInt8(ascii: "}") {
        throw fails("a table in braces must be closed on its line", note: "expected , or }")
      }
    }
    index += 1
    depth -= 1
    return table
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }

  fileprivate var isBareKey: Bool {
    isDigit || (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
  }
}
