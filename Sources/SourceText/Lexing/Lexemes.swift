/// Gathers what a lexer finds, in order.
struct Lexemes {
  private(set) var tokens: [Token] = []
  private(set) var zoneStarts: [(start: Int, zone: Zone)]

  /// Starts in `zone`; `size` bytes are to come.
  init(_ zone: Zone, size: Int) {
    zoneStarts = [(0, zone)]
    tokens.reserveCapacity(min(size / 6 + 16, 1 << 22))
  }

  /// Adds a token; past 2 GB, where a token cannot say its place, none.
  mutating func add(_ kind: Token.Kind, _ start: Int, _ end: Int) {
    guard end <= Int(Int32.max) else { return }
    tokens.append(
      Token(
        kind: kind, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
  }

  mutating func addString(
    _ start: Int, _ end: Int, content: Range<Int>, isInterpolated: Bool = false
  ) {
    guard end <= Int(Int32.max) else { return }
    tokens.append(
      Token(kind: .string, range: start..<end, content: content, isInterpolated: isInterpolated))
  }

  /// Says where the text of a heredoc stands, once it is known.
  mutating func setContent(
    _ content: Range<Int>, ofToken index: Int, isInterpolated: Bool = false
  ) {
    guard tokens.indices.contains(index), tokens[index].kind == .string else { return }
    tokens[index].isInterpolated = isInterpolated
    tokens[index].contentStart = Int32(clamping: content.lowerBound)
    tokens[index].contentEnd = Int32(clamping: content.upperBound)
  }

  /// From `start` on the text is of `zone`. Calls come in order of `start`.
  mutating func begin(_ zone: Zone, at start: Int) {
    if let last = zoneStarts.last, last.start == start { zoneStarts.removeLast() }
    if let last = zoneStarts.last, last.zone == zone { return }
    zoneStarts.append((start, zone))
  }

  /// `start..<end` is of `zone`, what follows of `next`.
  mutating func mark(_ zone: Zone, _ start: Int, _ end: Int, then next: Zone) {
    guard start < end else { return }
    begin(zone, at: start)
    begin(next, at: end)
  }

  /// What was found in a text of `count` bytes.
  func finished(at count: Int) -> LexedSource {
    var zones = zoneStarts
    if let last = zones.last, last.start >= count, zones.count > 1 { zones.removeLast() }
    return LexedSource(tokens: tokens, zoneStarts: zones)
  }
}
