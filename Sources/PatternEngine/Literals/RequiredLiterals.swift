/// A run of byte sets, with the gaps between them at which a word must begin or end.
struct ByteRun: Hashable, Sendable {
  /// Numbers of a ``ByteSetTable``.
  var sets: [Int32] = []
  /// Bit `n`: `\b` holds before the run's byte `n`, or at its end where `n` is the count.
  var boundaries: UInt64 = 0

  static let empty = ByteRun()
  /// The longest that is kept while several are followed side by side, and where there is one.
  static let lengthLimit = 20
  static let loneLengthLimit = 48

  var count: Int { sets.count }

  static func + (left: ByteRun, right: ByteRun) -> ByteRun {
    ByteRun(
      sets: left.sets + right.sets,
      boundaries: left.boundaries | right.boundaries << UInt64(left.count))
  }

  /// Its first bytes, `length` at most.
  func prefix(_ length: Int) -> ByteRun {
    guard length < count else { return self }
    let kept = max(length, 0)
    return ByteRun(
      sets: Array(sets.prefix(kept)), boundaries: boundaries & (1 << UInt64(kept) - 1))
  }

  /// A run with the byte before and behind it, where `\b` says what they are: no word byte beside
  /// one, or the reverse. `lead` is 1 where a byte before the run was added.
  func looking(_ table: ByteSetTable) -> (sets: [Int32], lead: Int) {
    func beside(_ set: Int32) -> Int32? {
      var all = table.sets[Int(set)]
      all.formUnion(.word)
      if all == .word { return table.number(of: .notWord) }
      all = table.sets[Int(set)]
      all.formUnion(.notWord)
      return all == .notWord ? table.number(of: .word) : nil
    }
    var result = sets
    var lead = 0
    if boundaries & 1 == 1, let first = sets.first, let before = beside(first) {
      result.insert(before, at: 0)
      lead = 1
    }
    if boundaries >> UInt64(count) & 1 == 1, let last = sets.last,
      let behind = beside(last)
    {
      result.append(behind)
    }
    return (result, lead)
  }
}

/// A run that stands somewhere in a match.
struct RequiredSequence: Hashable, Sendable {
  var run: ByteRun
  /// How many bytes of the match stand before it, at least and at most; nil is unbounded.
  var before: Span
  /// The set, by number, that all bytes of the match before it are members of.
  var beforeSet: Int32
}

/// How long something may be, in bytes; nil is unbounded.
struct Span: Hashable, Sendable {
  var minimum: Int
  var maximum: Int?

  static let zero = Span(minimum: 0, maximum: 0)

  static func + (left: Span, right: Span) -> Span {
    var maximum: Int?
    if let first = left.maximum, let second = right.maximum {
      maximum = min(first + second, 1 << 40)
    }
    return Span(minimum: min(left.minimum + right.minimum, 1 << 40), maximum: maximum)
  }

  func advanced(by count: Int) -> Span {
    Span(minimum: max(0, minimum + count), maximum: maximum.map { max(0, $0 + count) })
  }
}

/// What every match of a pattern must contain.
struct RequiredLiterals: Sendable {
  /// Empty where the pattern has nothing to go by: every place is a candidate.
  var sequences: [RequiredSequence]
  /// The expected share of places in ordinary text that are candidates, 0 to 1.
  var cost: Double
  var length: Span
  /// The only sequence is the pattern: where it stands there is a match, and nothing else is one.
  var isExact: Bool
  /// Before the run stand up to so many bytes of one set, fewer will do, and nothing else is asked of
  /// them: of the places where a match may begin, the first alone is worth a try.
  var hasFreePrefix = false
}
