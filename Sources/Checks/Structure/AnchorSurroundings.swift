import SourceText

/// What stands beside a token; worked out once for all the patterns that have their anchor there.
struct AnchorSurroundings {
  /// The last byte of the mark before it, past line ends; 0 for something else.
  private let before: UInt8
  /// The first byte of the mark behind it, past line ends; 0 for something else.
  private let after: UInt8
  /// Nothing follows: what is cut off may lack its end.
  private let isLast: Bool

  init(_ index: Int, in walk: TokenWalk) {
    let tokens = walk.tokens
    var place = index + 1
    while place < tokens.count, tokens[place].kind == .newline { place += 1 }
    isLast = place >= tokens.count
    after =
      place < tokens.count && tokens[place].kind == .punctuation
      ? walk.bytes[Int(tokens[place].start)] : 0
    place = index - 1
    while place >= 0, tokens[place].kind == .newline { place -= 1 }
    before =
      place >= 0 && tokens[place].kind == .punctuation
      ? walk.bytes[Int(tokens[place].end) - 1] : 0
  }

  /// Whether the marks beside the token are those that a pattern has beside its anchor; 0 is any.
  func fit(before wantedBefore: UInt8, after wantedAfter: UInt8) -> Bool {
    (wantedAfter == 0 || wantedAfter == after || isLast)
      && (wantedBefore == 0 || wantedBefore == before)
  }
}
