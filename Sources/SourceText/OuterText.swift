import Synchronization

/// One input as it was given, decoded, or a piece of a long one: the text in which all positions of a
/// report are counted.
///
/// Immutable and shared by the documents that were taken from it.
package final class OuterText: Sendable {
  /// Where a piece begins within its whole input; all zero for an input that is held whole.
  package struct Origin: Sendable, Hashable {
    /// The line ends before it.
    package var line: Int
    /// The scalars before it on its line.
    package var column: Int
    /// The bytes before it, as they were given.
    package var byteOffset: Int

    package init(line: Int = 0, column: Int = 0, byteOffset: Int = 0) {
      self.line = line
      self.column = column
      self.byteOffset = byteOffset
    }
  }

  /// The path as the report shows it: as the user gave it, with the place below it.
  package let path: String
  /// The text as UTF-8, always valid.
  package let bytes: [UInt8]
  /// Leads from `bytes` to the bytes of the input as it was given (UTF-16, a BOM, Latin-1), counted
  /// from the origin.
  package let encoded: PositionMap
  package let origin: Origin
  /// Whether the input goes on behind these bytes.
  package let goesOn: Bool
  /// The number (from 1) that the report gives to each line of `lines`, for the new side of a diff,
  /// which holds only some of a file's lines; nil where they are counted as they come.
  package let lineNumbers: [Int]?
  private let layout = AtomicLazyReference<Layout>()

  package init(
    path: String, bytes: [UInt8], encoded: PositionMap = .identity, origin: Origin = Origin(),
    goesOn: Bool = false, lineNumbers: [Int]? = nil
  ) {
    self.path = path
    self.bytes = bytes
    self.encoded = encoded
    self.origin = origin
    self.goesOn = goesOn
    self.lineNumbers = lineNumbers
  }

  /// The lines of `bytes`; made on first use, as most inputs have no findings.
  package var lines: LineIndex { madeLayout.lines }

  /// The region of a range of `bytes`; costs a binary search and at most 8 KB of counting.
  package func region(of range: Range<Int>) -> Region {
    let start = position(of: range.lowerBound)
    let end = position(of: range.upperBound)
    let raw = encoded.outer(range)
    return Region(
      startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column,
      byteOffset: origin.byteOffset + raw.lowerBound, byteLength: raw.count)
  }

  private func position(of offset: Int) -> (line: Int, column: Int) {
    let layout = madeLayout
    let line = layout.lines.line(at: offset)
    let start = layout.lines.range(ofLine: line).lowerBound
    let end = max(start, min(offset, bytes.count))
    var column = 1 + end - start - layout.continuations(in: start..<end, of: bytes)
    if line == 0 { column += origin.column }
    guard let lineNumbers, let last = lineNumbers.last else {
      return (origin.line + line + 1, column)
    }
    return (line < lineNumbers.count ? lineNumbers[line] : last + 1, column)
  }

  private var madeLayout: Layout {
    if let made = layout.load() { return made }
    return layout.storeIfNil(Layout(bytes))
  }

  /// What positions are told by.
  private final class Layout: Sendable {
    let lines: LineIndex
    /// For texts with long lines: the number of continuation bytes before each block of `blockSize`
    /// bytes, so that a column on a line of a gigabyte costs no more than on any other.
    private let continuationsBeforeBlock: [Int32]

    private static let blockSize = 4096

    init(_ bytes: [UInt8]) {
      lines = LineIndex(bytes)
      var before: [Int32] = []
      if lines.longest > Self.blockSize {
        before.reserveCapacity(bytes.count / Self.blockSize + 1)
        before.append(0)
        bytes.withUnsafeBufferPointer { bytes in
          var start = 0
          while start + Self.blockSize <= bytes.count {
            let count = ByteScan.continuations(in: bytes, start..<start + Self.blockSize)
            before.append(before[before.count - 1] + Int32(count))
            start += Self.blockSize
          }
        }
      }
      continuationsBeforeBlock = before
    }

    /// The number of bytes in a range that continue a scalar.
    func continuations(in range: Range<Int>, of bytes: [UInt8]) -> Int {
      bytes.withUnsafeBufferPointer { bytes in
        if continuationsBeforeBlock.isEmpty || range.count < Self.blockSize {
          return ByteScan.continuations(in: bytes, range)
        }
        return continuations(before: range.upperBound, bytes)
          - continuations(before: range.lowerBound, bytes)
      }
    }

    private func continuations(before offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
      let block = offset / Self.blockSize
      return Int(continuationsBeforeBlock[block])
        + ByteScan.continuations(in: bytes, block * Self.blockSize..<offset)
    }
  }
}
