// A column of passwords has one in every row, and the rule that knows the column's name sees the first
// of them. The rest are found from there, row by row, as long as the rows are of one kind.

import Rules
import SourceText

/// Walks the rows of a table with a column of passwords: of Markdown, of CSV, of an INSERT.
enum PasswordRows {
  /// More rows than that are not told one by one.
  private static let limit = 300
  /// A row of more bytes is none.
  private static let longest = 1_000

  static func isOfTable(_ rule: Rule) -> Bool {
    rule.validators.contains("column-password") || rule.validators.contains("sql-row-password")
  }

  /// Moves a candidate to the first of its rows that `accepts` takes the password of; false if none.
  static func settleOnFirst(
    _ candidate: inout Candidate, in scan: DocumentScan,
    _ accepts: (inout Candidate, [UInt8]) -> Bool
  ) -> Bool {
    walk(candidate, in: scan) { row, cell in
      var moved = candidate
      moved.value = row
      guard accepts(&moved, cell) else { return true }
      moved.match = min(moved.match.lowerBound, row.lowerBound)..<row.upperBound
      candidate = moved
      return false
    } == false
  }

  /// The rows after that of a confirmed candidate that `accepts` takes as well.
  static func further(
    _ candidate: Candidate, in scan: DocumentScan,
    _ accepts: (inout Candidate, [UInt8]) -> Bool
  ) -> [Candidate] {
    var result: [Candidate] = []
    _ = walk(candidate, in: scan) { row, cell in
      guard row.lowerBound > candidate.value.lowerBound else { return true }
      var other = candidate
      other.value = row
      other.match = row
      other.severity = candidate.rule.severity
      other.confidence = candidate.rule.confidence
      other.evidence = []
      if accepts(&other, cell) { result.append(other) }
      return true
    }
    return result
  }

  /// Calls `body` with each row and its password until it returns false; whether it never did.
  @discardableResult
  private static func walk(
    _ candidate: Candidate, in scan: DocumentScan,
    _ body: (_ row: Range<Int>, _ cell: [UInt8]) -> Bool
  ) -> Bool {
    guard let head = candidate.groups["columns"] else { return true }
    let columns = Array(scan.bytes[head])
    let isInserted = candidate.rule.validators.contains("sql-row-password")
    // A row may name a password among its data; a head has names only, and nothing like it above.
    let goesOn = isInserted || isHead(head, columns, scan)
    var row: Range<Int>? = candidate.value
    var count = 0
    while let here = row, count < limit {
      let bytes = Array(scan.bytes[here])
      let cell =
        isInserted
        ? InsertedRow.password(columns: columns, row: bytes)
        : TableRow.password(columns: columns, row: bytes)
      if let cell {
        let text = Array(bytes[cell])
        // Another head, of the next table.
        if !isInserted, CredentialName(text).password == .strong, ValueShape(text).digits == 0 {
          return true
        }
        if !body(here, text) { return false }
        if !goesOn { return true }
      } else if !isInserted, !isRow(bytes) {
        return true
      }
      row = isInserted ? nextInserted(after: here, scan) : nextLine(after: here, scan)
      count += 1
    }
    return true
  }

  private static func isHead(_ head: Range<Int>, _ columns: [UInt8], _ scan: DocumentScan) -> Bool {
    guard !columns.contains(where: { (0x30...0x39).contains($0) }) else { return false }
    let number = scan.lines.line(at: head.lowerBound)
    guard number > 0 else { return true }
    let before = scan.line(numbered: number - 1)
    return before.count > longest ? false : !isRow(Array(scan.bytes[before]))
  }

  private static func isRow(_ line: [UInt8]) -> Bool {
    line.contains { "|,;\t".utf8.contains($0) }
  }

  private static func nextLine(after row: Range<Int>, _ scan: DocumentScan) -> Range<Int>? {
    let number = scan.lines.line(at: max(row.lowerBound, row.upperBound - 1)) + 1
    guard number < scan.lines.count else { return nil }
    let line = scan.line(numbered: number)
    return line.count >= 3 && line.count <= longest ? line : nil
  }

  /// The next `(…)` after a comma, quotes observed.
  private static func nextInserted(after row: Range<Int>, _ scan: DocumentScan) -> Range<Int>? {
    let bytes = scan.bytes
    let end = min(bytes.count, row.upperBound + longest)
    var place = row.upperBound
    var hasComma = false
    while place < end, bytes[place] != UInt8(ascii: "(") {
      if bytes[place] == UInt8(ascii: ",") {
        hasComma = true
      } else if bytes[place] > 0x20 {
        return nil
      }
      place += 1
    }
    guard hasComma, place < end else { return nil }
    let start = place
    var quote: UInt8 = 0
    while place < end {
      let byte = bytes[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: ")") {
        return start..<(place + 1)
      }
      place += 1
    }
    return nil
  }
}
