/// Lines that end in a backslash within a word go on with the next one: shells, C, Makefiles,
/// properties.
struct ContinuedLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Up to here the text was read.
  private var readTo = 0

  private static let longestLine = 400
  private static let mostLines = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Takes a backslash before a line end; these come in order. Adds the lines as one.
  mutating func mark(at place: Int, into text: inout DerivedText) {
    guard place > readTo, bytes[place - 1].isInToken, text.budget > 0,
      var start = nextLine(after: place)
    else { return }
    var low = place
    while low > readTo, place - low < Self.longestLine, bytes[low - 1] != 0x0A { low -= 1 }
    while low < place, bytes[low] <= 0x20 || bytes[low] & 0xC0 == 0x80 { low += 1 }
    text.append(low..<place, of: bytes)
    var lines = 1
    var end = place
    while lines < Self.mostLines {
      end = start
      while end < bytes.count, end - start < Self.longestLine, bytes[end] != 0x0A { end += 1 }
      lines += 1
      let isContinued = end > start && bytes[end - 1] == UInt8(ascii: "\\")
      text.append(start..<(isContinued ? end - 1 : end), of: bytes)
      guard isContinued, let next = nextLine(after: end - 1) else { break }
      start = next
    }
    readTo = end
    text.end(.continued(lines), place: low..<end)
  }

  /// Where the word goes on behind a backslash and a line end; nil where it does not.
  private func nextLine(after place: Int) -> Int? {
    var next = place + 1
    if next < bytes.count, bytes[next] == 0x0D { next += 1 }
    guard next < bytes.count, bytes[next] == 0x0A else { return nil }
    next += 1
    let limit = min(bytes.count, next + 40)
    while next < limit, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    return next < bytes.count && bytes[next].isInToken ? next : nil
  }
}
