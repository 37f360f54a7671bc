// A number in a table is named by the head of its column, often thousands of lines away, or by the
// list of columns of an INSERT, or by nothing but the name of the file.

import Rules
import SourceText

/// Looks for the words of a rule's context where they are not near: in column heads and file names.
enum ColumnContext {
  /// The first of the words that names the column or the file of a range. Costs a few kilobytes at most.
  static func first(
    of context: RuleContext, for range: Range<Int>, in scan: DocumentScan
  ) -> String? {
    var places: [[UInt8]] = [ContextWords.folded(Array(scan.document.name.utf8)[...])]
    if let head = columnHead(of: range, in: scan) {
      places.append(ContextWords.folded(scan.bytes[head]))
    }
    if let name = insertedColumn(of: range, in: scan) {
      places.append(ContextWords.folded(scan.bytes[name]))
    }
    for word in context.words {
      let wanted = ContextWords.folded(Array(word.utf8)[...])
      if places.contains(where: { ContextWords.contains($0, wanted) }) { return word }
    }
    return nil
  }

  /// How many lines back a head is looked for, besides the first line of the document.
  private static let linesBack = 40
  /// How far back the list of columns of an INSERT may stand, in bytes.
  private static let insertReach = 16_384

  /// The field above the range in the head of a table whose fields are parted by `;`, tab, `|` or comma.
  private static func columnHead(of range: Range<Int>, in scan: DocumentScan) -> Range<Int>? {
    let number = scan.lines.line(at: range.lowerBound)
    guard number > 0 else { return nil }
    let line = scan.line(at: range.lowerBound)
    guard line.count < 4_000 else { return nil }
    for separator in [UInt8(ascii: ";"), 0x09, UInt8(ascii: "|"), UInt8(ascii: ",")] {
      let count = separators(separator, in: line, scan.bytes)
      guard count > 0 else { continue }
      let column = separators(separator, in: line.lowerBound..<range.lowerBound, scan.bytes)
      for candidate in [0] + (max(1, number - linesBack)..<max(1, number)).reversed() {
        let start = scan.lines.starts[candidate]
        let head = scan.line(at: start)
        guard head.count < 4_000, isHead(scan.bytes[head]),
          separators(separator, in: head, scan.bytes) == count
        else { continue }
        return field(column, of: head, separator, scan.bytes)
      }
    }
    return nil
  }

  /// Heads have words and, but for names such as `line2`, no numbers.
  private static func isHead(_ line: ArraySlice<UInt8>) -> Bool {
    var letters = 0
    var digits = 0
    for byte in line {
      if byte.isASCIILetter || byte >= 0x80 { letters += 1 }
      if byte.isASCIIDigit { digits += 1 }
    }
    return letters >= 2 && digits * 8 <= letters
  }

  /// How often the separator stands in the range, outside double quotes.
  private static func separators(_ separator: UInt8, in range: Range<Int>, _ bytes: [UInt8]) -> Int
  {
    var count = 0
    var isQuoted = false
    for byte in bytes[range] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == separator, !isQuoted { count += 1 }
    }
    return count
  }

  private static func field(
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

  /// The name in `INSERT INTO t (a, b, c) VALUES (…)` of the column that the range stands in.
  private static func insertedColumn(of range: Range<Int>, in scan: DocumentScan) -> Range<Int>? {
    let bytes = scan.bytes
    let limit = max(0, range.lowerBound - insertReach)
    // The tuple opens at the nearest parenthesis before the value that is not in a string.
    guard range.lowerBound > limit else { return nil }
    var open = range.lowerBound - 1
    var isQuoted = false
    var column = 0
    // Read backward, a quote opens a string just as well.
    if bytes[open] == UInt8(ascii: "'") { open -= 1 }
    while open >= limit {
      let byte = bytes[open]
      if byte == UInt8(ascii: "'") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ","), !isQuoted {
        column += 1
      } else if byte == UInt8(ascii: "("), !isQuoted {
        break
      } else if byte == UInt8(ascii: ";"), !isQuoted {
        return nil
      }
      open -= 1
    }
    guard open > limit, let values = lastWord("values", before: open, from: limit, bytes) else {
      return nil
    }
    var close = values - 1
    while close > limit, bytes[close] != UInt8(ascii: ")") {
      guard bytes[close] == 0x20 || bytes[close] == 0x0A || bytes[close] == 0x0D else { return nil }
      close -= 1
    }
    var start = close
    while start > limit, bytes[start] != UInt8(ascii: "(") { start -= 1 }
    guard bytes[start] == UInt8(ascii: "("), close > start else { return nil }
    let names = (start + 1)..<close
    return field(column, of: names, UInt8(ascii: ","), bytes)
  }

  /// Where a lower-case word last stands before a place, in any case.
  private static func lastWord(
    _ word: StaticString, before end: Int, from limit: Int, _ bytes: [UInt8]
  ) -> Int? {
    let count = word.utf8CodeUnitCount
    let wanted = word.withUTF8Buffer { Array($0) }
    var place = end - count
    while place >= limit {
      if bytes[place] | 0x20 == wanted[0],
        (1..<count).allSatisfy({ bytes[place + $0] | 0x20 == wanted[$0] })
      {
        return place
      }
      place -= 1
    }
    return nil
  }
}
