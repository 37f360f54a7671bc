import SourceText

// Copies of code are found by winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: local algorithms for
// document fingerprinting", SIGMOD 2003): of all grams of k tokens a few are chosen, by a rule that
// looks at nothing but the grams around, so that a text and its copy choose the same ones.
//
// A token counts as what does not change when code is renamed and laid out anew. Keywords, marks and
// literals stand for themselves. A name stands for how many tokens back it was used before in the same
// gram, if it was; so `a[i] = a[j]` and `x[m] = x[n]` are one, and `a[i] = b[i]` is another. Braces,
// semicolons and line ends, which often may be left out, and comments are no tokens here.
//
// Beside it, each gram has a second hash, in which names stand for themselves. It makes evidence of
// what is too common otherwise, and tells what was taken as it is.

/// A gram of tokens that was chosen to stand for its surroundings.
struct CodeFingerprint {
  /// What the gram was chosen by; the five low bits tell nothing of it.
  fileprivate var order: UInt64
  fileprivate var namedSum: UInt64
  /// The number of its last token among those that count.
  var ordinal: Int32
  /// The index of its last token in the lexed text.
  var token: Int32

  /// Of `CodeFingerprints.hashBits` bits; the same for renamed code.
  // Chosen for being least, orders are not spread evenly; mixed once more, they are.
  var hash: UInt64 {
    @inline(__always) get { TokenHash.mix(order | 31) >> (64 - CodeFingerprints.hashBits) }
  }

  /// Of as many bits, with the names.
  var namedHash: UInt64 {
    @inline(__always) get { TokenHash.mix(namedSum) >> (64 - CodeFingerprints.hashBits) }
  }
}

/// The fingerprints of one text.
struct CodeFingerprints {
  /// The tokens of a gram: about three lines. At most 31.
  static let gramLength = 16
  /// Of so many grams in a row at least one is chosen, and about 2 of one more than that.
  static let window = 5
  static let hashBits: UInt64 = 40

  /// In the order of the text.
  private(set) var chosen: [CodeFingerprint] = []
  /// How many tokens count.
  private(set) var tokenCount = 0

  /// One pass over the tokens; costs less than the lexing did. Memory grows with the text: 24 bytes
  /// for two or three tokens.
  init(_ lexed: LexedSource, bytes: [UInt8], language: Language) {
    let words = CodeWords.words(of: language)
    bytes.withUnsafeBufferPointer { source in
      lexed.tokens.withUnsafeBufferPointer { tokens in
        words.slots.withUnsafeBufferPointer { slots in
          read(tokens, source, slots)
        }
      }
    }
  }

  /// What is kept of one of the last 32 tokens.
  private struct Recent {
    /// What it stands for in the gram.
    var symbol: UInt64 = 0
    /// What it stands for in the gram with names.
    var name: UInt64 = 0
    /// The next use of the same name, which is fresh once this one leaves the gram.
    var nextUse = 0
    /// By how much that next use's symbol is above a fresh name's; 0 if there is none.
    var nextExcess: UInt64 = 0
  }

  /// Where a name was used last, by its hash: 20 bits of the hash over 12 bits of the token's number.
  private static let useBits: UInt64 = 12
  private static let freshName: UInt64 = 0xE703_7ED1_A0B4_28DB
  private static let nameStep: UInt64 = 0xA076_1D64_78BD_642F

  // The kernel's indexes hold because `slots` has 2^slotBits and `uses` 2^useBits entries, and both
  // are indexed by as many bits; `recent`, `powers` and `grams` have 32 and are indexed modulo 32;
  // `chosen` has room for one more than there are tokens, of which each adds at most one; a
  // token's range is checked against `source` before anything of it is read.
  private mutating func read(
    _ tokens: UnsafeBufferPointer<Token>, _ source: UnsafeBufferPointer<UInt8>,
    _ slots: UnsafeBufferPointer<UInt32>
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1 << Int(Self.useBits)) { uses in
      uses.initialize(repeating: 0)
      withUnsafeTemporaryAllocation(of: Recent.self, capacity: 32) { recent in
        recent.initialize(repeating: Recent())
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 32) { powers in
          var power: UInt64 = 1
          for index in 0..<32 {
            powers.initializeElement(at: index, to: power)
            power = power &* TokenHash.factor
          }
          withUnsafeTemporaryAllocation(of: CodeFingerprint.self, capacity: 32) { grams in
            grams.initialize(
              repeating: CodeFingerprint(order: .max, namedSum: 0, ordinal: 0, token: 0))
            // Room for all of them, of which only what is written is ever touched.
            chosen = [CodeFingerprint](unsafeUninitializedCapacity: tokens.count + 1) {
              chosen, count in
              (count, tokenCount) = Self.roll(
                tokens, source, slots, uses, recent, powers, grams, into: chosen)
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func roll(
    _ tokens: UnsafeBufferPointer<Token>, _ source: UnsafeBufferPointer<UInt8>,
    _ slots: UnsafeBufferPointer<UInt32>, _ uses: UnsafeMutableBufferPointer<UInt32>,
    _ recent: UnsafeMutableBufferPointer<Recent>, _ powers: UnsafeMutableBufferPointer<UInt64>,
    _ grams: UnsafeMutableBufferPointer<CodeFingerprint>,
    into chosen: UnsafeMutableBufferPointer<CodeFingerprint>
  ) -> (chosen: Int, tokens: Int) {
    let base = TokenHash.factor
    let leaving = powers[Self.gramLength]
    var sum: UInt64 = 0
    var namedSum: UInt64 = 0
    var ordinal = 0
    var count = 0
    var lastChosen = UInt64.max

    for index in 0..<tokens.count {
      let token = tokens[index]
      let start = Int(token.start)
      let end = Int(token.end)
      guard start >= 0, start < end, end <= source.count else { continue }
      var symbol: UInt64
      var name: UInt64
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
        name = symbol
      case .identifier:
        name = TokenHash.hash(source, start, end)
        let tag = CodeWords.tag(name)
        var slot = Int(truncatingIfNeeded: name &>> (64 - CodeWords.slotBits))
        while slots[slot] != 0, slots[slot] != tag { slot = (slot + 1) & (slots.count - 1) }
        if slots[slot] != 0 {
          symbol = name
        } else {
          let use = Int(truncatingIfNeeded: name &>> (64 - Self.useBits))
          let mark = UInt32(truncatingIfNeeded: name) & ~0xFFF
          let now = UInt32(truncatingIfNeeded: ordinal) & 0xFFF
          let last = uses[use]
          uses[use] = mark | now
          let back = Int((now &- last) & 0xFFF)
          symbol = Self.freshName
          if last & ~0xFFF == mark, back < Self.gramLength, back > 0, back <= ordinal {
            let excess = UInt64(back) &* Self.nameStep
            symbol = symbol &+ excess
            recent[(ordinal &- back) & 31].nextUse = ordinal
            recent[(ordinal &- back) & 31].nextExcess = excess
          }
        }
      case .number:
        symbol = TokenHash.hash(source, start, end, folding: 0x2020_2020_2020_2020) &+ 1
        name = symbol
      case .string:
        let from = Int(token.contentStart)
        let to = Int(token.contentEnd)
        if from < 0 || from > to || to > source.count {
          symbol = 0x8EBC_6AF0_9C88_C6E3
          name = symbol
        } else {
          name = TokenHash.hash(source, from, to) &+ 2
          symbol = token.isInterpolated ? 0x8EBC_6AF0_9C88_C6E3 : name
        }
      }
      // The oldest token goes; a later use of its name is fresh from now on.
      let oldest = recent[(ordinal &- Self.gramLength) & 31]
      sum = sum &* base &+ symbol &- oldest.symbol &* leaving
      namedSum = namedSum &* base &+ name &- oldest.name &* leaving
      sum = sum &- oldest.nextExcess &* powers[(ordinal &- oldest.nextUse) & 31]
      recent[oldest.nextUse & 31].symbol &-= oldest.nextExcess
      recent[ordinal & 31] = Recent(symbol: symbol, name: name, nextUse: ordinal, nextExcess: 0)
      ordinal &+= 1
      let number = ordinal &- Self.gramLength
      guard number >= 0 else { continue }

      // The low bits say where in `grams` it is, so that the least one of a window says it too. Nothing
      // here branches by a hash: what is written is only kept if it was not chosen before.
      let order = TokenHash.mix(sum) & ~31 | UInt64(truncatingIfNeeded: number & 31)
      grams[number & 31] = CodeFingerprint(
        order: order, namedSum: namedSum, ordinal: Int32(truncatingIfNeeded: ordinal &- 1),
        token: Int32(truncatingIfNeeded: index))
      var least = order
      for back in 1..<Self.window { least = min(least, grams[(number &- back) & 31].order) }
      chosen[count] = grams[Int(truncatingIfNeeded: least & 31)]
      count &+= number >= Self.window - 1 && least != lastChosen ? 1 : 0
      lastChosen = number >= Self.window - 1 ? least : lastChosen
    }
    // A text shorter than a window has its least gram.
    let gramCount = ordinal - Self.gramLength + 1
    if count == 0, gramCount > 0 {
      var least = UInt64.max
      for number in 0..<min(gramCount, Self.window) { least = min(least, grams[number].order) }
      chosen[0] = grams[Int(truncatingIfNeeded: least & 31)]
      count = 1
    }
    return (count, ordinal)
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
