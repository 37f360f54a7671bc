// A table of a thousand people is one thing to know and not a thousand: what is found in a column of a
// table, in a list of JSON objects or in rows that are inserted is told once, with its count of rows.

import SourceText

/// The column that a value stands in, and the row.
struct DataColumn: Hashable {
  /// What tells the columns of a document apart.
  enum Place: Hashable, Sendable {
    /// Where its name begins in the head of a table.
    case head(Int)
    /// Named by the list of columns of an INSERT, of which there may be one for each row.
    case inserted(table: String, name: String)
    /// Named by the key of objects in a list, told by the token that opens the list; -1 for objects that
    /// follow each other.
    case list(Int, key: String)
  }

  var place: Place
  /// What tells its rows apart, and grows from row to row.
  var row: Int
  /// Bytes of the document that name it.
  var name: Range<Int>
}

/// Tells the columns of one document's values, asked in their order.
struct DataColumns {
  private let scan: DocumentScan
  /// How far below the head of a table there are rows without a gap: the line, by that of the head.
  private var reached: [Int: Int] = [:]
  private var lists: JSONLists

  init(_ scan: DocumentScan) {
    self.scan = scan
    lists = JSONLists(scan)
  }

  /// The column of a value that begins behind those asked before; nil where it stands in none. Costs the
  /// lines or tokens since then.
  mutating func column(of value: Range<Int>) -> DataColumn? {
    if scan.document.language.id == "json" { return lists.column(of: value) }
    if let name = scan.insertedColumns.name(of: value, in: scan.bytes) {
      return DataColumn(
        place: .inserted(table: table(before: name.lowerBound), name: words(name)),
        row: value.lowerBound, name: name)
    }
    guard scan.isProse, let name = scan.tableLines.columnHead(of: value, in: scan) else {
      return nil
    }
    let head = scan.lines.line(at: name.lowerBound)
    let row = scan.lines.line(at: value.lowerBound)
    guard isTable(head, downTo: row) else { return nil }
    return DataColumn(place: .head(name.lowerBound), row: row, name: name)
  }

  /// Whether a file is nothing but a table, or the lines from its head to a row have as many fields.
  private mutating func isTable(_ head: Int, downTo row: Int) -> Bool {
    if scan.path.isTable { return true }
    var line = reached[head] ?? head
    while line < row, scan.tableLines.isAlike(line + 1, head, scan) { line += 1 }
    reached[head] = line
    return line >= row
  }

  /// The word before the parenthesis of a list of columns.
  private func table(before name: Int) -> String {
    var open = name
    let limit = max(0, name - Self.longestHead)
    while open > limit, scan.bytes[open] != UInt8(ascii: "(") { open -= 1 }
    return words(scan.line(at: open).clamped(to: 0..<open))
  }

  private static let longestHead = 4_000

  private func words(_ range: Range<Int>) -> String {
    String(
      decoding: scan.bytes[range].lazy.filter { $0 > 0x20 }.map {
        (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
      }, as: UTF8.self)
  }
}

/// What is told of a column: how many of its rows hold a finding of one kind.
struct ColumnRows: Sendable {
  /// What tells the columns of an input apart, and what is told of them.
  struct Key: Hashable, Sendable {
    /// What the column lies in within its input.
    var within: [String]
    var place: DataColumn.Place
    /// The title of what is found.
    var kind: String
    var isNote: Bool
  }

  let key: Key
  /// Its first value: bytes of the outer text.
  let first: Range<Int>
  /// As it may be shown.
  private let name: String
  var count = 1
  /// The last row that was counted.
  var lastRow: Int

  /// `name` is the name as it is written.
  init(key: Key, name: String, first: Range<Int>, lastRow: Int) {
    self.key = key
    self.first = first
    self.name = Self.shown(name)
    self.lastRow = lastRow
  }

  /// What a report says of it.
  var phrase: String { "\(count) rows of the column \"\(name)\"" }

  /// A name as a text from outside may be shown within quotes: one short line.
  private static func shown(_ name: String) -> String {
    let kept = name.unicodeScalars.filter {
      $0.value >= 0x20 && $0 != "\"" && !(0x7F...0x9F).contains($0.value)
    }
    var text = String(String.UnicodeScalarView(kept.prefix(longestName)))
    if kept.count > longestName { text += "…" }
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }

  private static let longestName = 40
}

/// The lists of objects that values in JSON stand in.
private struct JSONLists {
  /// A bracket that is open: its token, and whether it is a list.
  private struct Open {
    var token: Int
    var isList: Bool
  }

  private let scan: DocumentScan
  private var open: [Open] = []
  private var next = 0

  init(_ scan: DocumentScan) { self.scan = scan }

  /// The column of a value that is a member of an object in a list, or of one object after another.
  mutating func column(of value: Range<Int>) -> DataColumn? {
    guard let token = scan.token(at: value.lowerBound), token >= 2, token >= next,
      scan.walk.isMark(token - 1, ":"), scan.walk.kind(token - 2) == .string
    else { return nil }
    while next < token { advance() }
    guard let object = open.last, !object.isList else { return nil }
    let list = open.dropLast().last
    if let list, !list.isList { return nil }
    let name = scan.lexed.tokens[token - 2]
    return DataColumn(
      place: .list(list?.token ?? -1, key: scan.walk.content(token - 2)), row: object.token,
      name: Int(name.start)..<Int(name.end))
  }

  private mutating func advance() {
    defer { next += 1 }
    switch scan.walk.mark(next) {
    case UInt8(ascii: "{"): open.append(Open(token: next, isList: false))
    case UInt8(ascii: "["): open.append(Open(token: next, isList: true))
    case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
    default: break
    }
  }
}
