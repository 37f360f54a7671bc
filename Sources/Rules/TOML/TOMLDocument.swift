import SourceText

/// A TOML 1.0.0 file, read: its values with their places, and everything that is wrong with it.
///
/// Tables live in one array and refer to each other by index, so that reading never recurses for
/// tables and nothing is copied as they grow. Offsets count bytes from 0 in `bytes`.
package final class TOMLDocument: Sendable {
  /// The name for messages, as it was given.
  package let file: String
  package let bytes: [UInt8]
  /// Empty for a valid file; otherwise the tables hold what could be read.
  package let faults: [TOMLFault]
  let lines: LineIndex
  let nodes: [TOMLNode]
  let groups: [[Int]]

  /// Reads a file; linear in its size, values may nest at most 128 deep.
  package init(_ bytes: [UInt8], file: String) {
    var parser = TOMLParser(bytes)
    parser.parseDocument()
    let lines = LineIndex(bytes)
    self.file = file
    self.bytes = bytes
    self.lines = lines
    nodes = parser.nodes
    groups = parser.groups
    faults = parser.problems.map { problem in
      TOMLFault(
        file: file, bytes: bytes, lines: lines, offset: problem.offset, message: problem.message,
        note: problem.note)
    }
  }

  package var root: TOMLTable { TOMLTable(document: self, index: 0) }

  /// The line and column of a byte, both from 1, the column in Unicode scalars.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    lines.position(of: offset, in: bytes)
  }

  /// A fault at a byte of this file.
  package func fault(at offset: Int, _ message: String, note: String? = nil) -> TOMLFault {
    TOMLFault(
      file: file, bytes: bytes, lines: lines, offset: offset, message: message, note: note)
  }

  /// The table that a value is; nil for other values.
  package func table(_ item: TOMLItem) -> TOMLTable? {
    guard case .table(let index) = item.value else { return nil }
    return TOMLTable(document: self, index: index)
  }

  /// The tables of an array of tables, written with `[[…]]` or inline; nil if it holds other values.
  package func tables(_ item: TOMLItem) -> [TOMLTable]? {
    switch item.value {
    case .tables(let group):
      return groups[group].map { TOMLTable(document: self, index: $0) }
    case .array(let items):
      var found: [TOMLTable] = []
      for item in items {
        guard let table = table(item) else { return nil }
        found.append(table)
      }
      return found
    case .string, .integer, .float, .boolean, .dateTime, .table:
      return nil
    }
  }
}

/// A table of a document; a cheap reference.
package struct TOMLTable: Sendable {
  package let document: TOMLDocument
  let index: Int

  /// In the order of the file.
  package var entries: [TOMLEntry] { document.nodes[index].entries }
  /// Where the table begins: its header's bracket, its brace, or the first key that made it.
  package var offset: Int { document.nodes[index].offset }

  package subscript(key: String) -> TOMLEntry? { document.nodes[index].entry(key) }
}

/// A key and its value.
package struct TOMLEntry: Sendable {
  package let key: String
  /// The offset of the key's first byte.
  package let keyOffset: Int
  package let item: TOMLItem

  package var value: TOMLValue { item.value }
}

/// A value and the bytes that it is written in.
package struct TOMLItem: Sendable {
  package let value: TOMLValue
  package let start: Int
  package let end: Int
}

/// What a key can stand for.
package enum TOMLValue: Sendable {
  case string(String)
  case integer(Int64)
  case float(Double)
  case boolean(Bool)
  case dateTime(TOMLDateTime)
  case array([TOMLItem])
  /// Look it up with ``TOMLDocument/table(_:)``.
  case table(Int)
  /// Written as `[[name]]`; look it up with ``TOMLDocument/tables(_:)``.
  case tables(Int)

  /// What it is, in words for messages.
  package var kind: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .float: "a number"
    case .boolean: "a boolean"
    case .dateTime: "a date or time"
    case .array: "an array"
    case .table: "a table"
    case .tables: "an array of tables"
    }
  }
}

/// A date, a time, or both, with or without an offset from UTC (RFC 3339).
package struct TOMLDateTime: Sendable, Hashable {
  package struct Date: Sendable, Hashable {
    package var year: Int
    package var month: Int
    package var day: Int
  }

  package struct Time: Sendable, Hashable {
    package var hour: Int
    package var minute: Int
    /// 60 in a leap second.
    package var second: Int
    /// Digits beyond the ninth are cut off.
    package var nanosecond: Int
  }

  package var date: Date?
  package var time: Time?
  /// Minutes east of UTC; nil for local times.
  package var offset: Int?
}

/// A table while the file is read, and after.
struct TOMLNode: Sendable {
  /// How a table came to be, which decides what may still be added to it.
  enum Origin: Sendable {
    /// Named only as a part of a longer header: may get a header of its own later.
    case implicit
    /// Has its header, or is an element of an array of tables, or is the root.
    case header
    /// Made by a dotted key: takes more dotted keys, but no header.
    case dotted
    /// Written in braces: complete.
    case inline
  }

  var origin: Origin
  var offset: Int
  private(set) var entries: [TOMLEntry] = []
  /// Only for large tables; small ones are searched in order.
  private var places: [String: Int] = [:]

  init(origin: Origin, offset: Int) {
    self.origin = origin
    self.offset = offset
  }

  func entry(_ key: String) -> TOMLEntry? {
    if entries.count > 32 { return places[key].map { entries[$0] } }
    // Looked at in place: copying entries costs more than comparing keys.
    return entries.firstIndex { $0.key == key }.map { entries[$0] }
  }

  mutating func append(_ entry: TOMLEntry) {
    entries.append(entry)
    if entries.count == 33 {
      for (place, entry) in entries.enumerated() { places[entry.key] = place }
    } else if entries.count > 33 {
      places[entry.key] = entries.count - 1
    }
  }
}

extension LineIndex {
  /// The line and column of a byte, both from 1, the column in Unicode scalars.
  func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let start = range(ofLine: line).lowerBound
    var column = 1
    for byte in bytes[start..<max(start, min(offset, bytes.count))]
    where byte & 0xC0 != 0x80 {
      column += 1
    }
    return (line + 1, column)
  }
}
