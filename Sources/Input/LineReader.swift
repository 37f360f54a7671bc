/// Reads a stream by lines, in groups of as many as have come in.
package struct LineReader: Sendable {
  package struct Line: Sendable {
    /// From 1.
    package let number: Int
    /// Without its line end; nil where it is longer than what is held.
    package let bytes: [UInt8]?
  }

  private let descriptor: Int32
  private let longest: Int
  /// What was read of a line whose end has not come.
  private var pending: [UInt8] = []
  /// The line whose end has not come is longer than what is held, and its bytes are dropped.
  private var isOverlong = false
  private var isAtEnd = false
  private var count = 0
  /// Lines that were read and not yet handed out.
  private var ready: ArraySlice<Line> = []

  /// `longest` is the number of bytes of a line that are held at most.
  package init(descriptor: Int32 = 0, longest: Int) {
    self.descriptor = descriptor
    self.longest = longest
  }

  /// The next lines that are there, at least one and at most so many; nil at the end. Waits until there
  /// is one.
  package mutating func next(atMost most: Int) throws(InputError) -> ArraySlice<Line>? {
    while ready.isEmpty {
      if isAtEnd { return nil }
      try read()
    }
    let lines = ready.prefix(most)
    ready = ready.dropFirst(most)
    return lines
  }

  private mutating func read() throws(InputError) {
    var lines: [Line] = []
    if let bytes = try StandardInput.available(descriptor: descriptor) {
      var start = 0
      while let end = bytes[start...].firstIndex(of: 0x0A) {
        lines.append(line(endingWith: bytes[start..<end]))
        start = end + 1
      }
      hold(bytes[start...])
    } else {
      isAtEnd = true
      if !pending.isEmpty || isOverlong { lines.append(line(endingWith: [])) }
    }
    ready = lines[...]
  }

  private mutating func line(endingWith rest: ArraySlice<UInt8>) -> Line {
    hold(rest)
    count += 1
    var bytes: [UInt8]? = isOverlong ? nil : pending
    if bytes?.last == 0x0D { bytes?.removeLast() }
    pending = []
    isOverlong = false
    return Line(number: count, bytes: bytes)
  }

  private mutating func hold(_ bytes: ArraySlice<UInt8>) {
    if isOverlong { return }
    if pending.count + bytes.count > longest {
      pending = []
      isOverlong = true
    } else {
      pending += bytes
    }
  }
}
