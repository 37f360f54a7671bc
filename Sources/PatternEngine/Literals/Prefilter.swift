// One pass over the bytes for all patterns. Every required sequence gives one trigger: its rarest
// window of four byte sets (shorter ones are filled up with "any byte"). All spellings of all
// windows, letters folded, are hashed into one bitmap of 2^17 bits, which stays in the first-level
// cache; each position of the text costs one hash and one bit test. Where the bit is set the
// triggers of that hash are looked up and their whole sequences compared; what is left becomes a
// candidate window of its pattern: the bytes within which a match around this place must lie.
//
// Windows with too many spellings for the bitmap (an `@` between letters) are keyed by two bytes in
// a second, exact bitmap. A pattern without any sequence is a candidate everywhere.

/// Finds the places where some pattern may match.
struct Prefilter: Sendable {
  static let gramLength = 4
  /// The most spellings of one window.
  static let gramLimit = 12_000

  private static let hashBits: UInt32 = 17

  struct Trigger: Sendable {
    var pattern: Int32
    /// Where in the sequence the window starts.
    var offset: Int32
    var sequence: RequiredSequence
  }

  /// A stretch of the text that a pattern has to be searched in.
  struct Window: Sendable {
    var start: Int
    var end: Int
  }

  /// One bit for each hash of four folded bytes.
  private var gramBits = [UInt64](repeating: 0, count: 1 << Int(hashBits - 6))
  /// One bit for each pair of bytes.
  private var pairBits: [UInt64] = []
  /// The trigger numbers of each hash bucket, one after the other.
  private var bucketStarts: [Int32] = []
  private var bucketTriggers: [Int32] = []
  private var pairStarts: [Int32] = []
  private var pairTriggers: [Int32] = []
  private var triggers: [Trigger] = []
  /// Patterns that are candidates everywhere.
  private(set) var unfiltered: [Int32] = []
  private let patternCount: Int

  init(_ literals: [RequiredLiterals]) {
    patternCount = literals.count
    var grams: [(key: UInt32, trigger: Int32)] = []
    var pairs: [(key: UInt32, trigger: Int32)] = []
    for (pattern, required) in literals.enumerated() {
      guard !required.sequences.isEmpty else {
        unfiltered.append(Int32(pattern))
        continue
      }
      for sequence in required.sequences {
        guard let window = Rarity.bestWindow(sequence.sets) else { continue }
        let number = Int32(triggers.count)
        triggers.append(
          Trigger(pattern: Int32(pattern), offset: Int32(window.start), sequence: sequence))
        let width = min(Self.gramLength, sequence.sets.count)
        var sets = Array(sequence.sets[window.start..<(window.start + width)])
        while sets.count < Self.gramLength { sets.append(.all) }
        if let keys = Self.gramKeys(sets) {
          for key in keys { grams.append((key, number)) }
        } else {
          let pair = Self.bestPair(sequence.sets)
          triggers[Int(number)].offset = Int32(pair.start)
          for key in Self.pairKeys(pair.sets) { pairs.append((key, number)) }
        }
      }
    }
    (bucketStarts, bucketTriggers) = Self.buckets(grams, count: 1 << Int(Self.hashBits))
    for gram in grams { gramBits[Int(gram.key >> 6)] |= 1 << UInt64(gram.key & 63) }
    if !pairs.isEmpty {
      (pairStarts, pairTriggers) = Self.buckets(pairs, count: 1 << 16)
      pairBits = [UInt64](repeating: 0, count: 1 << 10)
      for pair in pairs { pairBits[Int(pair.key >> 6)] |= 1 << UInt64(pair.key & 63) }
    }
  }

  private static func hash(_ gram: UInt32) -> UInt32 {
    ((gram | 0x2020_2020) &* 0x9E37_79B1) >> (32 - hashBits)
  }

  /// The hashes of all spellings of a window; nil where there are too many.
  private static func gramKeys(_ sets: [ByteSet]) -> [UInt32]? {
    var spellings: [UInt32] = [0]
    for (index, set) in sets.enumerated() {
      var folded = Set<UInt8>()
      for byte in set.bytes { folded.insert(byte | 0x20) }
      guard spellings.count * folded.count <= gramLimit else { return nil }
      var longer: [UInt32] = []
      longer.reserveCapacity(spellings.count * folded.count)
      for spelling in spellings {
        for byte in folded { longer.append(spelling | UInt32(byte) << UInt32(index * 8)) }
      }
      spellings = longer
    }
    return spellings.map(hash)
  }

  private static func bestPair(_ sets: [ByteSet]) -> (start: Int, sets: [ByteSet]) {
    guard sets.count > 1 else { return (0, [sets[0], .all]) }
    var best = (start: 0, cost: Double.infinity)
    for start in 0..<(sets.count - 1) {
      let cost = Rarity.cost([sets[start]]) * Rarity.cost([sets[start + 1]])
      if cost < best.cost { best = (start, cost) }
    }
    return (best.start, [sets[best.start], sets[best.start + 1]])
  }

  private static func pairKeys(_ sets: [ByteSet]) -> [UInt32] {
    let second = sets[1].bytes
    return sets[0].bytes.flatMap { first in second.map { UInt32(first) | UInt32($0) << 8 } }
  }

  /// Sorts by key: the triggers of key `k` stand from `starts[k]` to `starts[k + 1]`.
  private static func buckets(
    _ entries: [(key: UInt32, trigger: Int32)], count: Int
  ) -> (starts: [Int32], triggers: [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for entry in entries { starts[Int(entry.key) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var triggers = [Int32](repeating: 0, count: entries.count)
    for entry in entries {
      triggers[Int(next[Int(entry.key)])] = entry.trigger
      next[Int(entry.key)] += 1
    }
    return (starts, triggers)
  }

  // MARK: - Searching

  /// Adds to `windows`, by pattern, the stretches that must be searched, in order and apart.
  func candidates(
    in text: UnsafeBufferPointer<UInt8>, windows: inout [[Window]], touched: inout [Int32]
  ) {
    for pattern in unfiltered {
      windows[Int(pattern)].append(Window(start: 0, end: text.count))
      touched.append(pattern)
    }
    guard !triggers.isEmpty else { return }
    let count = text.count
    let hasPairs = !pairBits.isEmpty
    gramBits.withUnsafeBufferPointer { gramBits in
      pairBits.withUnsafeBufferPointer { pairBits in
        // Every load of four bytes at `position` stays inside the text: position <= count - 4.
        guard let base = UnsafeRawPointer(text.baseAddress) else { return }
        var position = 0
        while position + 4 <= count {
          let gram = base.loadUnaligned(fromByteOffset: position, as: UInt32.self)
          let key = Self.hash(UInt32(littleEndian: gram))
          if gramBits[Int(key >> 6)] & (1 << UInt64(key & 63)) != 0 {
            check(key, bucketStarts, bucketTriggers, text, position, &windows, &touched)
          }
          if hasPairs {
            let pair = UInt32(littleEndian: gram) & 0xFFFF
            if pairBits[Int(pair >> 6)] & (1 << UInt64(pair & 63)) != 0 {
              check(pair, pairStarts, pairTriggers, text, position, &windows, &touched)
            }
          }
          position += 1
        }
        // The last three places, filled up with zeros.
        while position < count {
          var gram: UInt32 = 0
          for index in position..<count {
            gram |= UInt32(text[index]) << UInt32((index - position) * 8)
          }
          check(Self.hash(gram), bucketStarts, bucketTriggers, text, position, &windows, &touched)
          if hasPairs {
            check(gram & 0xFFFF, pairStarts, pairTriggers, text, position, &windows, &touched)
          }
          position += 1
        }
      }
    }
  }

  /// Compares the sequences behind a key with the text around a place.
  private func check(
    _ key: UInt32, _ starts: [Int32], _ numbers: [Int32], _ text: UnsafeBufferPointer<UInt8>,
    _ position: Int, _ windows: inout [[Window]], _ touched: inout [Int32]
  ) {
    next: for place in Int(starts[Int(key)])..<Int(starts[Int(key) + 1]) {
      let trigger = Int(numbers[place])
      let sequenceStart = position - Int(triggers[trigger].offset)
      let count = triggers[trigger].sequence.sets.count
      guard sequenceStart >= 0, sequenceStart + count <= text.count else { continue }
      for index in 0..<count
      where !triggers[trigger].sequence.sets[index].contains(text[sequenceStart + index]) {
        continue next
      }
      add(trigger, at: sequenceStart, text.count, &windows, &touched)
    }
  }

  private func add(
    _ trigger: Int, at place: Int, _ textCount: Int, _ windows: inout [[Window]],
    _ touched: inout [Int32]
  ) {
    let before = triggers[trigger].sequence.before
    let after = triggers[trigger].sequence.maximumAfter
    var start = before.maximum.map { max(0, place - $0) } ?? 0
    var end = after.map { min(textCount, place + $0) } ?? textCount
    let pattern = Int(triggers[trigger].pattern)
    if windows[pattern].isEmpty { touched.append(triggers[trigger].pattern) }
    // Triggers come in order of their place, not of their window: an earlier window may begin later.
    while let last = windows[pattern].last, last.end >= start {
      start = min(start, last.start)
      end = max(end, last.end)
      windows[pattern].removeLast()
    }
    windows[pattern].append(Window(start: start, end: end))
  }
}
