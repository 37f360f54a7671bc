/// One input as it was given, decoded: the text in which all positions of a report are counted.
///
/// Immutable and shared by the documents that were taken from it.
package final class OuterText: Sendable {
  /// The path as the report shows it: as the user gave it, with the place below it.
  package let path: String
  /// The text as UTF-8, always valid.
  package let bytes: [UInt8]
  /// Leads from `bytes` to the bytes of the input as it was given (UTF-16, a BOM, Latin-1).
  package let encoded: PositionMap
  package let lines: LineIndex
  /// The number (from 1) that the report gives to each line of `lines`, for the new side of a diff,
  /// which holds only some of a file's lines; nil where they are counted as they come.
  package let lineNumbers: [Int]?

  package init(
    path: String, bytes: [UInt8], encoded: PositionMap = .identity, lineNumbers: [Int]? = nil
  ) {
    self.path = path
    self.bytes = bytes
    self.encoded = encoded
    self.lines = LineIndex(bytes)
    self.lineNumbers = lineNumbers
  }

  /// The region of a range of `bytes`.
  package func region(of range: Range<Int>) -> Region {
    let start = position(of: range.lowerBound)
    let end = position(of: range.upperBound)
    let raw = encoded.outer(range)
    return Region(
      startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column,
      byteOffset: raw.lowerBound, byteLength: raw.count)
  }

  private func position(of offset: Int) -> (line: Int, column: Int) {
    let line = lines.line(at: offset)
    var column = 1
    for byte in bytes[lines.starts[line]..<min(offset, bytes.count)] where byte & 0xC0 != 0x80 {
      column += 1
    }
    guard let lineNumbers, let last = lineNumbers.last else { return (line + 1, column) }
    return (line < lineNumbers.count ? lineNumbers[line] : last + 1, column)
  }
}
