import SourceText

// Copies of code are found by winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: local algorithms for
// document fingerprinting", SIGMOD 2003): of all grams of k tokens a few are chosen, by a rule that
// looks at nothing but the grams around, so that a text and its copy choose the same ones.
//
// A token counts as what does not change when code is renamed and laid out anew. Keywords, marks and
// literals stand for themselves. A name stands for how many names back it was used last, if that is
// near; so `a[i] = a[j]` and `x[m] = x[n]` are one, and `a[i] = b[i]` is another. Braces, semicolons
// and line ends, which often may be left out, and comments are no tokens here.

/// A gram of tokens that was chosen to stand for its surroundings.
struct CodeFingerprint {
  /// Of `CodeFingerprints.hashBits` bits.
  var hash: UInt64
  /// The number of its last token among those that count.
  var ordinal: Int32
  /// The index of its last token in the lexed text.
  var token: Int32
}

/// The fingerprints of one text.
struct CodeFingerprints {
  /// The tokens of a gram: about three lines.
  static let gramLength = 16
  /// Of so many grams in a row at least one is chosen, and about 2 of one more than that.
  static let window = 8
  /// A name last used more than so many names ago counts as new.
  static let reach: UInt32 = 10
  static let hashBits: UInt64 = 40

  /// In the order of the text.
  private(set) var chosen: [CodeFingerprint] = []
  /// How many tokens count.
  private(set) var tokenCount = 0

  /// One pass over the tokens; costs less than the lexing did. Memory grows with the text: 16 bytes
  /// for four or five tokens.
  init(_ lexed: LexedSource, bytes: [UInt8], language: Language) {
    let words = CodeWords.words(of: language)
    chosen.reserveCapacity(lexed.tokens.count / 5 + 8)
    bytes.withUnsafeBufferPointer { source in
      lexed.tokens.withUnsafeBufferPointer { tokens in
        words.slots.withUnsafeBufferPointer { slots in
          read(tokens, source, slots)
        }
      }
    }
  }

  /// Where a name was used last, by its hash: 20 bits of the hash over 12 bits of the number of the use.
  private static let useBits: UInt64 = 12

  // The kernel. Its indexes hold because: `slots` has 2^slotBits and `uses` 2^useBits entries, and
  // both are indexed by as many bits; `ring` and `grams` are indexed modulo their sizes; a token's
  // range is checked against `source` before anything of it is read.
  private mutating func read(
    _ tokens: UnsafeBufferPointer<Token>, _ source: UnsafeBufferPointer<UInt8>,
    _ slots: UnsafeBufferPointer<UInt32>
  ) {
    let useCount = 1 << Int(Self.useBits)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: useCount + Self.window) { words in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 32 + Self.window) { longWords in
        words.initialize(repeating: 0)
        longWords.initialize(repeating: 0)
        roll(
          tokens, source, slots, uses: UnsafeMutableBufferPointer(rebasing: words[..<useCount]),
          ring: UnsafeMutableBufferPointer(rebasing: longWords[..<32]),
          grams: UnsafeMutableBufferPointer(rebasing: longWords[32...]),
          ends: UnsafeMutableBufferPointer(rebasing: words[useCount...]))
      }
    }
  }

  @inline(__always)
  private mutating func roll(
    _ tokens: UnsafeBufferPointer<Token>, _ source: UnsafeBufferPointer<UInt8>,
    _ slots: UnsafeBufferPointer<UInt32>, uses: UnsafeMutableBufferPointer<UInt32>,
    ring: UnsafeMutableBufferPointer<UInt64>, grams: UnsafeMutableBufferPointer<UInt64>,
    ends: UnsafeMutableBufferPointer<UInt32>
  ) {
    let base = TokenHash.factor
    var leaving: UInt64 = 1
    for _ in 0..<Self.gramLength { leaving = leaving &* base }
    var sum: UInt64 = 0
    var ordinal = 0
    var nameNumber: UInt32 = 0
    // The least gram of the window, its number and its token.
    var least = UInt64.max
    var leastOrdinal = -1
    var lastChosen = -1

    for index in 0..<tokens.count {
      let token = tokens[index]
      let start = Int(token.start)
      let end = Int(token.end)
      guard start >= 0, start < end, end <= source.count else { continue }
      let symbol: UInt64
      switch token.kind {
      case .newline:
        continue
      case .punctuation:
        let first = UInt64(source[start])
        if first == UInt64(UInt8(ascii: ";")) || first == UInt64(UInt8(ascii: "{"))
          || first == UInt64(UInt8(ascii: "}"))
        {
          continue
        }
        var mark = first
        if end - start > 1 { mark |= UInt64(source[start + 1]) << 8 }
        if end - start > 2 { mark |= UInt64(source[start + 2]) << 16 }
        symbol = (mark &+ 0x1F) &* 0xD6E8_FEB8_6659_FD93
      case .identifier:
        let hash = TokenHash.hash(source, start, end)
        let tag = CodeWords.tag(hash)
        var slot = Int(truncatingIfNeeded: hash &>> (64 - CodeWords.slotBits))
        while slots[slot] != 0, slots[slot] != tag { slot = (slot + 1) & (slots.count - 1) }
        if slots[slot] != 0 {
          symbol = hash
        } else {
          nameNumber &+= 1
          let use = Int(truncatingIfNeeded: hash &>> (64 - Self.useBits))
          let mark = UInt32(truncatingIfNeeded: hash) & ~0xFFF
          let now = nameNumber & 0xFFF
          let last = uses[use]
          uses[use] = mark | now
          let back = (now &- last) & 0xFFF
          symbol =
            last & ~0xFFF == mark && back <= Self.reach
            ? UInt64(back &+ 2) &* 0xA076_1D64_78BD_642F : 0xE703_7ED1_A0B4_28DB
        }
      case .number:
        symbol = TokenHash.hash(source, start, end, folding: 0x2020_2020_2020_2020) &+ 1
      case .string:
        let from = Int(token.contentStart)
        let to = Int(token.contentEnd)
        if token.isInterpolated || from < 0 || from > to || to > source.count {
          symbol = 0x8EBC_6AF0_9C88_C6E3
        } else {
          symbol = TokenHash.hash(source, from, to) &+ 2
        }
      }
      let place = ordinal & 31
      let out = ring[(ordinal &- Self.gramLength) & 31]
      ring[place] = symbol
      sum = sum &* base &+ symbol &- out &* leaving
      ordinal &+= 1
      let gramNumber = ordinal &- Self.gramLength
      guard gramNumber >= 0 else { continue }
      let hash = TokenHash.mix(sum) >> (64 - Self.hashBits)
      let inWindow = gramNumber & (Self.window - 1)
      grams[inWindow] = hash
      ends[inWindow] = UInt32(truncatingIfNeeded: index)
      if hash < least {
        least = hash
        leastOrdinal = gramNumber
      } else if gramNumber &- leastOrdinal >= Self.window {
        least = .max
        for number in (gramNumber &- Self.window &+ 1)...gramNumber {
          let candidate = grams[number & (Self.window - 1)]
          if candidate <= least {
            least = candidate
            leastOrdinal = number
          }
        }
      }
      if leastOrdinal != lastChosen, gramNumber >= Self.window - 1 {
        lastChosen = leastOrdinal
        choose(leastOrdinal, grams, ends)
      }
    }
    // A text shorter than a window has its least gram.
    if lastChosen < 0, leastOrdinal >= 0 {
      choose(leastOrdinal, grams, ends)
    }
    tokenCount = ordinal
  }

  @inline(__always)
  private mutating func choose(
    _ number: Int, _ grams: UnsafeMutableBufferPointer<UInt64>,
    _ ends: UnsafeMutableBufferPointer<UInt32>
  ) {
    let inWindow = number & (Self.window - 1)
    chosen.append(
      CodeFingerprint(
        hash: grams[inWindow],
        ordinal: Int32(truncatingIfNeeded: number + Self.gramLength - 1), 
        token: Int32(truncatingIfNeeded: ends[inWindow])))
  }
}

extension CodeFingerprints {
  /// The index of the first token of a fingerprint's gram; walks back over the gram.
  static func firstToken(
    of print: CodeFingerprint, _ lexed: LexedSource, _ bytes: [UInt8]
  ) -> Int {
    var left = gramLength
    var index = Int(print.token)
    while index > 0 {
      if counts(lexed.tokens[index], bytes) { left -= 1 }
      if left == 0 { break }
      index -= 1
    }
    return index
  }

  /// Whether a token counts: it is no line end, brace or semicolon.
  static func counts(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.start >= 0, token.start < token.end, Int(token.end) <= bytes.count else {
      return false
    }
    switch token.kind {
    case .newline: return false
    case .identifier, .number, .string: return true
    case .punctuation:
      let first = bytes[Int(token.start)]
      return first != UInt8(ascii: ";") && first != UInt8(ascii: "{") && first != UInt8(ascii: "}")
    }
  }
}
