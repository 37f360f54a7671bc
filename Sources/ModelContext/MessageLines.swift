/// Cuts what a client writes into lines: each is one message (specification 2026-07-28,
/// basic/transports/stdio).
package struct MessageLines: Sendable {
  /// In bytes. What is longer is not kept; it is answered with an error.
  package static let longest = 64 * 1024 * 1024

  package enum Line: Equatable, Sendable {
    /// Without its line end.
    case message([UInt8])
    case tooLong
  }

  private let longest: Int
  private var line: [UInt8] = []
  /// The line that is being read was given up.
  private var isTooLong = false

  package init(longest: Int = Self.longest) { self.longest = longest }

  /// Takes what was read, however it was cut, and gives back the lines that ended in it.
  package mutating func add(_ bytes: some Collection<UInt8>) -> [Line] {
    var lines: [Line] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      keep(rest[..<end])
      lines.append(take())
      rest = rest[rest.index(after: end)...]
    }
    keep(rest)
    return lines
  }

  /// The last line, where the input ended without a line end.
  package mutating func end() -> Line? { isTooLong || !line.isEmpty ? take() : nil }

  private mutating func keep(_ bytes: some Collection<UInt8>) {
    guard !isTooLong else { return }
    if line.count + bytes.count > longest {
      isTooLong = true
      line = []
    } else {
      line += bytes
    }
  }

  private mutating func take() -> Line {
    defer {
      line = []
      isTooLong = false
    }
    return isTooLong ? .tooLong : .message(line)
  }
}
