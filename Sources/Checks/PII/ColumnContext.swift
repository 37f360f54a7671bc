// A number in a table is named by the head of its column, often thousands of lines away, or by the
// list of columns of an INSERT, or by nothing but the name of the file.

import Rules
import SourceText

/// Looks for the words of a rule's context where they are not near: in column heads and file names.
enum ColumnContext {
  /// The first of the words that names the column or the file of a range.
  static func first(
    of search: ContextSearch, for range: Range<Int>, in scan: DocumentScan
  ) -> String? {
    var stretches: [Range<Int>] = []
    if let head = scan.tableLines.columnHead(of: range, in: scan) { stretches.append(head) }
    if let name = scan.insertedColumns.name(of: range, in: scan.bytes) { stretches.append(name) }
    return search.first(inNameOf: scan, or: stretches)
  }

  /// The field with a number (from 0) of a line.
  static func field(
    _ column: Int, of line: Range<Int>, _ separator: UInt8, _ bytes: [UInt8]
  ) -> Range<Int>? {
    var start = line.lowerBound
    var index = 0
    for place in line where bytes[place] == separator {
      if index == column { return start..<place }
      index += 1
      start = place + 1
    }
    return index == column ? start..<line.upperBound : nil
  }
}

/// The lines of a document as rows of tables: how many fields each has, and which are heads.
///
/// Each line is looked at once, when first asked for; belongs to one worker.
final class TableLines {
  private struct Line {
    var isKnown = false
    /// It may be the head of a table: words, and hardly a digit.
    var isHead = false
    /// How often each separator stands on it, outside double quotes; -1 for a line too long.
    var counts = SIMD4<Int16>(repeating: 0)
    /// The head of the table for each separator; -1 for none, -2 for not yet known.
    var heads = SIMD4<Int32>(repeating: -2)
  }

  /// Page after page of lines, made when first asked for.
  private var pages: [[Line]] = []
  /// The fields of the head that was asked for last: where each ends.
  private var fields = (line: -1, separator: 0, ends: [Int]())
  /// How far the separators of a line were counted last.
  private var counted = (line: -1, place: 0, counts: SIMD4<Int16>(repeating: 0), isQuoted: false)

  static let separators: [UInt8] = [
    UInt8(ascii: ";"), 0x09, UInt8(ascii: "|"), UInt8(ascii: ","),
  ]
  /// How many lines back a head is looked for, besides the first line of the document.
  private static let linesBack = 40
  /// A line of so many bytes is no row.
  private static let longest = 4_000
  private static let pageSize = 128

  /// The field above a range in the head of a table whose fields are parted by `;`, tab, `|` or comma.
  func columnHead(of range: Range<Int>, in scan: DocumentScan) -> Range<Int>? {
    let number = scan.lines.line(at: range.lowerBound)
    guard number > 0 else { return nil }
    if pages.isEmpty {
      pages = Array(repeating: [], count: scan.lines.count / Self.pageSize + 1)
    }
    let counts = facts(number, scan).counts
    guard counts != SIMD4(repeating: 0), counts[0] >= 0 else { return nil }
    for separator in 0..<4 where counts[separator] > 0 {
      let head = head(of: number, separator, scan)
      guard head >= 0 else { continue }
      let column = columns(before: range.lowerBound, on: number, scan)[separator]
      return field(Int(column), of: head, separator, scan)
    }
    return nil
  }

  /// Whether a line has as many fields as another.
  func isAlike(_ line: Int, _ other: Int, _ scan: DocumentScan) -> Bool {
    let counts = facts(line, scan).counts
    return counts == facts(other, scan).counts && counts[0] >= 0
  }

  private func field(
    _ column: Int, of head: Int, _ separator: Int, _ scan: DocumentScan
  ) -> Range<Int>? {
    let range = scan.line(numbered: head)
    if fields.line != head || fields.separator != separator {
      let mark = Self.separators[separator]
      fields = (head, separator, range.filter { scan.bytes[$0] == mark } + [range.upperBound])
    }
    guard column < fields.ends.count else { return nil }
    return (column > 0 ? fields.ends[column - 1] + 1 : range.lowerBound)..<fields.ends[column]
  }

  private func facts(_ number: Int, _ scan: DocumentScan) -> Line {
    let (page, place) = number.quotientAndRemainder(dividingBy: Self.pageSize)
    if pages[page].isEmpty { pages[page] = Array(repeating: Line(), count: Self.pageSize) }
    if pages[page][place].isKnown { return pages[page][place] }
    var made = Line()
    made.isKnown = true
    let range = scan.line(numbered: number)
    if range.count >= Self.longest {
      made.counts = SIMD4(repeating: -1)
    } else {
      var letters = 0
      var digits = 0
      var isQuoted = false
      for place in range {
        let byte = scan.bytes[place]
        if byte.isASCIILetter || byte >= 0x80 { letters += 1 }
        if byte.isASCIIDigit { digits += 1 }
        Self.count(byte, &made.counts, &isQuoted)
      }
      // Heads have words and, but for names such as `line2`, no numbers.
      made.isHead = letters >= 2 && digits * 8 <= letters
    }
    pages[page][place] = made
    return made
  }

  @inline(__always)
  private static func count(_ byte: UInt8, _ counts: inout SIMD4<Int16>, _ isQuoted: inout Bool) {
    switch byte {
    case UInt8(ascii: "\""): isQuoted.toggle()
    case UInt8(ascii: ";"): if !isQuoted { counts[0] += 1 }
    case 0x09: if !isQuoted { counts[1] += 1 }
    case UInt8(ascii: "|"): if !isQuoted { counts[2] += 1 }
    case UInt8(ascii: ","): if !isQuoted { counts[3] += 1 }
    default: break
    }
  }

  /// The nearest line above with as many fields that is a head; the first line of all goes before.
  private func head(of number: Int, _ separator: Int, _ scan: DocumentScan) -> Int {
    let line = facts(number, scan)
    if line.heads[separator] != -2 { return Int(line.heads[separator]) }
    let wanted = line.counts[separator]
    var found = -1
    if isHead(0, separator, wanted, scan) {
      found = 0
    } else {
      for line in (max(1, number - Self.linesBack)..<max(1, number)).reversed()
      where isHead(line, separator, wanted, scan) {
        found = line
        break
      }
    }
    pages[number / Self.pageSize][number % Self.pageSize].heads[separator] = Int32(clamping: found)
    return found
  }

  private func isHead(_ line: Int, _ separator: Int, _ wanted: Int16, _ scan: DocumentScan) -> Bool
  {
    let line = facts(line, scan)
    return line.isHead && line.counts[separator] == wanted
  }

  /// How often each separator stands on a line before a place.
  private func columns(before place: Int, on number: Int, _ scan: DocumentScan) -> SIMD4<Int16> {
    var (line, start, counts, isQuoted) = counted
    if line != number || start > place {
      (line, start, counts, isQuoted) = (
        number, Int(scan.lines.starts[number]), SIMD4(repeating: 0), false
      )
    }
    for index in start..<place { Self.count(scan.bytes[index], &counts, &isQuoted) }
    counted = (line, place, counts, isQuoted)
    return counts
  }
}

/// The lists of columns in `INSERT INTO t (a, b, c) VALUES (…), (…)`; belongs to one worker.
final class InsertedColumns {
  /// How long a row, and the list of columns, may be, in bytes.
  private static let reach = 16_384

  /// Where the word VALUES stands.
  private let values: [Int]

  /// What reading backward from a place leads to: the parenthesis that opens the row (-1 for none),
  /// and the commas before it.
  private struct Row {
    var open = -1
    var commas = 0
  }

  /// The last place that was read from: outside of a string, and within one.
  private var last: (place: Int, outside: Row, within: Row) = (-1, Row(), Row())

  /// How far each statement was read from its word VALUES on, and where it ends: at a semicolon that is
  /// in no string.
  private struct Statement {
    var reached: Int
    var isQuoted = false
    var end = Int.max
  }

  private var statements: [Int: Statement] = [:]

  init(_ bytes: [UInt8]) {
    values = bytes.withUnsafeBufferPointer { Self.places(of: "values", in: $0) }
  }

  /// The name of the column that a range stands in.
  func name(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    guard !values.isEmpty else { return nil }
    let limit = max(0, range.lowerBound - Self.reach)
    guard range.lowerBound > limit, lastValues(before: range.lowerBound - 1) != nil else {
      return nil
    }
    var start = range.lowerBound - 1
    // Read backward, a quote opens a string just as well.
    if bytes[start] == UInt8(ascii: "'") { start -= 1 }
    let row = bytes.withUnsafeBufferPointer { self.row(before: start, limit: limit, $0) }
    guard row.open > limit, let word = lastValues(before: row.open),
      bytes.withUnsafeBufferPointer({ end(ofStatement: word, downTo: row.open, $0) }) > row.open
    else { return nil }
    let before = bytes[max(0, word - Self.reach)..<word]
    guard let close = before.lastIndex(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }),
      bytes[close] == UInt8(ascii: ")"),
      let open = before[..<close].lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    return ColumnContext.field(row.commas, of: (open + 1)..<close, UInt8(ascii: ","), bytes)
  }

  /// Where the statement with a word VALUES ends, as far as it was read, which is down to `place` at least.
  /// Reads each byte of a statement once.
  private func end(
    ofStatement word: Int, downTo place: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var known = statements[word] ?? Statement(reached: word)
    while known.reached < place, known.end == .max {
      let byte = bytes[known.reached]
      if byte == UInt8(ascii: "'") { known.isQuoted.toggle() }
      if byte == UInt8(ascii: ";"), !known.isQuoted { known.end = known.reached }
      known.reached += 1
    }
    statements[word] = known
    return known.end
  }

  /// The nearest parenthesis before a value that is not in a string. Every byte is read once for
  /// values that are asked for in their order: what was read from the last one on is remembered,
  /// for a quote that is open there and for one that is not.
  private func row(before start: Int, limit: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Row {
    var outside = Row()
    var within = Row()
    // Which of the two readings is outside of a string at the place reached.
    var isSwapped = false
    var isOutsideDone = false
    var isWithinDone = false
    var place = start
    while place >= limit, !(isOutsideDone && isWithinDone) {
      if place == last.place {
        let (first, second) = isSwapped ? (last.within, last.outside) : (last.outside, last.within)
        if !isOutsideDone { outside = Row(open: first.open, commas: outside.commas + first.commas) }
        if !isWithinDone { within = Row(open: second.open, commas: within.commas + second.commas) }
        break
      }
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "'"): isSwapped.toggle()
      case UInt8(ascii: ","):
        if isSwapped {
          within.commas += isWithinDone ? 0 : 1
        } else {
          outside.commas += isOutsideDone ? 0 : 1
        }
      case UInt8(ascii: "("), UInt8(ascii: ";"):
        let open = byte == UInt8(ascii: "(") ? place : -1
        if isSwapped {
          if !isWithinDone { within.open = open }
          isWithinDone = true
        } else {
          if !isOutsideDone { outside.open = open }
          isOutsideDone = true
        }
      default: break
      }
      place -= 1
    }
    last = (start, outside, within)
    return outside
  }

  private func lastValues(before end: Int) -> Int? {
    let behind = values.indices.partitioningIndex { values[$0] + 6 > end }
    return behind > 0 ? values[behind - 1] : nil
  }

  /// Where a word of six letters stands, in any case.
  private static func places(
    of word: StaticString, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    word.withUTF8Buffer { word in
      var result: [Int] = []
      // The last letter decides how far the word may be moved on (Horspool).
      var skips = [UInt8](repeating: 6, count: 256)
      for index in 0..<5 {
        skips[Int(word[index])] = UInt8(5 - index)
        skips[Int(word[index] & 0xDF)] = UInt8(5 - index)
      }
      var place = 0
      while place + 6 <= bytes.count {
        let end = bytes[place + 5]
        if end | 0x20 == word[5], (0..<5).allSatisfy({ bytes[place + $0] | 0x20 == word[$0] }) {
          result.append(place)
        }
        place += Int(skips[Int(end)])
      }
      return result
    }
  }
}
