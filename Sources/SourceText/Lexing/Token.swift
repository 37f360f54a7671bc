/// One word of a program: an identifier, a number, a string or a mark. Comments are no tokens.
package struct Token: Sendable, Hashable {
  package enum Kind: UInt8, Sendable {
    /// A name or keyword. `$` and `@` belong to it where the language says so (PHP, Ruby, shell).
    case identifier
    case number
    /// A whole string or character literal, with its prefix and quotes.
    case string
    /// One mark, longest first (`==`, `=>`, `->`, `::`, `(`).
    case punctuation
    /// A line end that ends a statement (only in languages where it can: Python, Ruby, shell, Go, Swift, …).
    case newline
  }

  package var kind: Kind
  /// The string holds interpolated code (`f"{x}"`, `"${x}"`, `"#{x}"`, `` `${x}` ``).
  package var isInterpolated: Bool
  /// The bytes of the token in its document.
  package var start: Int32
  package var end: Int32
  /// For a string the bytes between its quotes; otherwise the token itself. For the opening mark of a
  /// heredoc (`<<~SQL`) the lines of its text, which follow later and are a token of their own too.
  package var contentStart: Int32
  package var contentEnd: Int32

  package init(
    kind: Kind, range: Range<Int>, content: Range<Int>? = nil, isInterpolated: Bool = false
  ) {
    self.kind = kind
    self.isInterpolated = isInterpolated
    start = Int32(clamping: range.lowerBound)
    end = Int32(clamping: range.upperBound)
    contentStart = Int32(clamping: (content ?? range).lowerBound)
    contentEnd = Int32(clamping: (content ?? range).upperBound)
  }

  /// A token without quotes; its places are known to fit.
  init(kind: Kind, start: Int32, end: Int32) {
    self.kind = kind
    isInterpolated = false
    self.start = start
    self.end = end
    contentStart = start
    contentEnd = end
  }

  package var range: Range<Int> { Int(start)..<Int(end) }
  package var content: Range<Int> { Int(contentStart)..<Int(contentEnd) }
}

/// A text taken apart: its tokens, and the zone of every byte.
package final class LexedSource: Sendable {
  /// In order; comments are left out.
  package let tokens: [Token]
  /// The zones, in order, without gaps: each reaches from its start to the next one's.
  package let zoneStarts: [(start: Int, zone: Zone)]

  package init(tokens: [Token], zoneStarts: [(start: Int, zone: Zone)]) {
    self.tokens = tokens
    self.zoneStarts = zoneStarts
  }

  /// The zone of the byte at `offset`; costs a binary search.
  package func zone(at offset: Int) -> Zone {
    guard !zoneStarts.isEmpty else { return .prose }
    let behind = zoneStarts.indices.partitioningIndex { zoneStarts[$0].start > offset }
    return zoneStarts[max(0, behind - 1)].zone
  }

  /// The index of the first token that ends after `offset`; costs a binary search.
  package func tokenIndex(at offset: Int) -> Int {
    tokens.indices.partitioningIndex { Int(tokens[$0].end) > offset }
  }
}
