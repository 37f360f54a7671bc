/// Finds the line of a byte offset.
///
/// A line ends with LF, CR LF or a lone CR. Built in one pass; a look-up costs a binary search.
package struct LineIndex: Sendable {
  /// The offset of each line's first byte; the first is 0.
  package let starts: [Int]
  /// The number of bytes that were indexed.
  package let length: Int

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    var index = 0
    let count = bytes.count
    bytes.withUnsafeBufferPointer { bytes in
      while index < count {
        let byte = bytes[index]
        index += 1
        if byte == 0x0A {
          starts.append(index)
        } else if byte == 0x0D, index >= count || bytes[index] != 0x0A {
          starts.append(index)
        }
      }
    }
    self.starts = starts
    self.length = count
  }

  /// The number of lines; an empty text and one that ends with a line end have a last, empty line.
  package var count: Int { starts.count }

  /// The number of bytes of the longest line, with its line end.
  package var longest: Int {
    var longest = 0
    var start = 0
    for next in starts.dropFirst() {
      longest = max(longest, next - start)
      start = next
    }
    return max(longest, length - start)
  }

  /// The line (counted from 0) that holds the byte at `offset`; an offset past the end lies in the last line.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line (counted from 0), with its line end.
  package func range(ofLine line: Int) -> Range<Int> {
    starts[line]..<(line + 1 < starts.count ? starts[line + 1] : length)
  }
}
