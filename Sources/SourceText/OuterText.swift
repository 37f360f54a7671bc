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
  /// For texts with long lines: the number of continuation bytes before each block of `blockSize`
  /// bytes, so that a column on a line of a gigabyte costs no more than on any other.
  private let continuationsBeforeBlock: [Int]

  private static let blockSize = 4096

  package init(
    path: String, bytes: [UInt8], encoded: PositionMap = .identity, lineNumbers: [Int]? = nil
  ) {
    self.path = path
    self.bytes = bytes
    self.encoded = encoded
    self.lines = LineIndex(bytes)
    self.lineNumbers = lineNumbers
    continuationsBeforeBlock =
      lines.longest > Self.blockSize ? Self.continuationsBeforeBlock(bytes) : []
  }

  /// The region of a range of `bytes`; costs a binary search and at most 8 KB of counting.
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
    let start = lines.starts[line]
    let end = max(start, min(offset, bytes.count))
    let column = 1 + end - start - continuations(in: start..<end)
    guard let lineNumbers, let last = lineNumbers.last else { return (line + 1, column) }
    return (line < lineNumbers.count ? lineNumbers[line] : last + 1, column)
  }

  /// The number of bytes in `range` that continue a scalar.
  private func continuations(in range: Range<Int>) -> Int {
    if continuationsBeforeBlock.isEmpty || range.count < Self.blockSize {
      return Self.continuations(bytes, range)
    }
    return continuations(before: range.upperBound) - continuations(before: range.lowerBound)
  }

  private func continuations(before offset: Int) -> Int {
    let block = offset / Self.blockSize
    return continuationsBeforeBlock[block]
      + Self.continuations(bytes, block * Self.blockSize..<offset)
  }

  private static func continuations(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    for byte in bytes[range] where byte & 0xC0 == 0x80 { count += 1 }
    return count
  }

  private static func continuationsBeforeBlock(_ bytes: [UInt8]) -> [Int] {
    var result = [0]
    result.reserveCapacity(bytes.count / blockSize + 1)
    var start = 0
    while start + blockSize <= bytes.count {
      result.append(result[result.count - 1] + continuations(bytes, start..<start + blockSize))
      start += blockSize
    }
    return result
  }
}
