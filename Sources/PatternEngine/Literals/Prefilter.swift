// One pass over the bytes for all patterns. Every required sequence gives one trigger: its rarest
// window of four byte sets (shorter ones are filled up with "any byte"). All spellings of all
// windows, letters folded, are hashed into one bitmap of 2^19 bits, which stays in the second-level
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
  static let gramLimit = 10_000

  private static let hashBits: UInt32 = 19

  /// A sequence that leads to candidates of a pattern.
  private struct Trigger: Sendable {
    var pattern: Int32
    /// Where in the sequence the window starts.
    var offset: Int32
    /// The sequence, as a stretch of `steps`.
    var firstStep: Int32
    var stepCount: Int32
    /// How far before the sequence a match may begin, and how far from its start it may end; -1 is unbounded.
    var before: Int
    var after: Int
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
  /// The groups of each hash, one after the other.
  private var bucketStarts: [Int32] = []
  private var bucketGroups: [Int32] = []
  private var pairStarts: [Int32] = []
  private var pairGroups: [Int32] = []
  /// The triggers of each group, one after the other.
  private var groupStarts: [Int32] = []
  private var groupTriggers: [Int32] = []
  private var triggers: [Trigger] = []
  /// The sets of all sequences, one after the other, and the bits of each set.
  private var steps: [Int32] = []
  private let setBits: [UInt64]
  /// Patterns that are candidates everywhere.
  private(set) var unfiltered: [Int32] = []
  private let patternCount: Int

  init(_ literals: [RequiredLiterals], _ table: ByteSetTable) {
    patternCount = literals.count
    // Triggers with the same window share its spellings: a group.
    var groups: [[Int32]: Int32] = [:]
    var members: [[Int32]] = []
    var grams: [(key: UInt32, group: Int32)] = []
    var pairs: [(key: UInt32, group: Int32)] = []
    let any = table.number(of: .all)
    for (pattern, required) in literals.enumerated() {
      guard !required.sequences.isEmpty else {
        unfiltered.append(Int32(pattern))
        continue
      }
      for sequence in required.sequences {
        guard let window = table.bestWindow(sequence.sets) else { continue }
        var trigger = Trigger(
          pattern: Int32(pattern), offset: Int32(window.start), firstStep: Int32(steps.count),
          stepCount: Int32(sequence.sets.count), before: sequence.before.maximum ?? -1,
          after: sequence.maximumAfter ?? -1)
        steps += sequence.sets
        let width = min(Self.gramLength, sequence.sets.count)
        var sets = Array(sequence.sets[window.start..<(window.start + width)])
        while sets.count < Self.gramLength { sets.append(any) }
        if Self.spellings(sets, table) > Self.gramLimit {
          let pair = Self.bestPair(sequence.sets, any, table)
          trigger.offset = Int32(pair.start)
          sets = pair.sets
        }
        let number = Int32(triggers.count)
        triggers.append(trigger)
        if let group = groups[sets] {
          members[Int(group)].append(number)
          continue
        }
        let group = Int32(members.count)
        groups[sets] = group
        members.append([number])
        if sets.count == Self.gramLength {
          for key in Self.gramKeys(sets, table) { grams.append((key, group)) }
        } else {
          for key in Self.pairKeys(sets, table) { pairs.append((key, group)) }
        }
      }
    }
    for group in members {
      groupStarts.append(Int32(groupTriggers.count))
      groupTriggers += group
    }
    groupStarts.append(Int32(groupTriggers.count))
    setBits = table.sets.flatMap(\.bits)
    (bucketStarts, bucketGroups) = Self.buckets(grams, count: 1 << Int(Self.hashBits))
    for gram in grams { gramBits[Int(gram.key >> 6)] |= 1 << UInt64(gram.key & 63) }
    if !pairs.isEmpty {
      (pairStarts, pairGroups) = Self.buckets(pairs, count: 1 << 16)
      pairBits = [UInt64](repeating: 0, count: 1 << 10)
      for pair in pairs { pairBits[Int(pair.key >> 6)] |= 1 << UInt64(pair.key & 63) }
    }
  }

  private static func hash(_ gram: UInt32) -> UInt32 {
    ((gram | 0x2020_2020) &* 0x9E37_79B1) >> (32 - hashBits)
  }

  /// How many spellings a window has, letters folded.
  private static func spellings(_ sets: [Int32], _ table: ByteSetTable) -> Int {
    var count = 1
    for set in sets { count = min(count * table.folded(set).count, 1 << 40) }
    return count
  }

  /// The hashes of all spellings of a window.
  private static func gramKeys(_ sets: [Int32], _ table: ByteSetTable) -> [UInt32] {
    var spellings: [UInt32] = [0]
    for (index, set) in sets.enumerated() {
      let bytes = table.folded(set)
      if bytes.count == 1 {
        let bits = UInt32(bytes[0]) << UInt32(index * 8)
        for place in spellings.indices { spellings[place] |= bits }
        continue
      }
      var longer: [UInt32] = []
      longer.reserveCapacity(spellings.count * bytes.count)
      for spelling in spellings {
        for byte in bytes { longer.append(spelling | UInt32(byte) << UInt32(index * 8)) }
      }
      spellings = longer
    }
    for place in spellings.indices { spellings[place] = hash(spellings[place]) }
    return spellings
  }

  private static func bestPair(
    _ sets: [Int32], _ any: Int32, _ table: ByteSetTable
  ) -> (start: Int, sets: [Int32]) {
    guard sets.count > 1 else { return (0, [sets[0], any]) }
    var best = (start: 0, cost: Double.infinity)
    for start in 0..<(sets.count - 1) {
      let cost = table.share(of: sets[start]) * table.share(of: sets[start + 1])
      if cost < best.cost { best = (start, cost) }
    }
    return (best.start, [sets[best.start], sets[best.start + 1]])
  }

  private static func pairKeys(_ sets: [Int32], _ table: ByteSetTable) -> [UInt32] {
    let second = table.sets[Int(sets[1])].bytes
    return table.sets[Int(sets[0])].bytes.flatMap { first in
      second.map { UInt32(first) | UInt32($0) << 8 }
    }
  }

  /// Sorts by key: the groups of key `k` stand from `starts[k]` to `starts[k + 1]`.
  private static func buckets(
    _ entries: [(key: UInt32, group: Int32)], count: Int
  ) -> (starts: [Int32], groups: [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for entry in entries { starts[Int(entry.key) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var groups = [Int32](repeating: 0, count: entries.count)
    for entry in entries {
      groups[Int(next[Int(entry.key)])] = entry.group
      next[Int(entry.key)] += 1
    }
    return (starts, groups)
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
            check(key, bucketStarts, bucketGroups, text, position, &windows, &touched)
          }
          if hasPairs {
            let pair = UInt32(littleEndian: gram) & 0xFFFF
            if pairBits[Int(pair >> 6)] & (1 << UInt64(pair & 63)) != 0 {
              check(pair, pairStarts, pairGroups, text, position, &windows, &touched)
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
          check(Self.hash(gram), bucketStarts, bucketGroups, text, position, &windows, &touched)
          if hasPairs {
            check(gram & 0xFFFF, pairStarts, pairGroups, text, position, &windows, &touched)
          }
          position += 1
        }
      }
    }
  }

  /// Compares the sequences behind a key with the text around a place.
  private func check(
    _ key: UInt32, _ starts: [Int32], _ groups: [Int32], _ text: UnsafeBufferPointer<UInt8>,
    _ position: Int, _ windows: inout [[Window]], _ touched: inout [Int32]
  ) {
    for place in Int(starts[Int(key)])..<Int(starts[Int(key) + 1]) {
      let group = Int(groups[place])
      next: for member in Int(groupStarts[group])..<Int(groupStarts[group + 1]) {
        let trigger = triggers[Int(groupTriggers[member])]
        let start = position - Int(trigger.offset)
        let count = Int(trigger.stepCount)
        guard start >= 0, start + count <= text.count else { continue }
        for index in 0..<count {
          let byte = text[start + index]
          let set = Int(steps[Int(trigger.firstStep) + index])
          guard setBits[set * 4 + Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0 else {
            continue next
          }
        }
        add(trigger, at: start, text.count, &windows, &touched)
      }
    }
  }

  private func add(
    _ trigger: Trigger, at place: Int, _ textCount: Int, _ windows: inout [[Window]],
    _ touched: inout [Int32]
  ) {
    var start = trigger.before < 0 ? 0 : max(0, place - trigger.before)
    var end = trigger.after < 0 ? textCount : min(textCount, place + trigger.after)
    let pattern = Int(trigger.pattern)
    if windows[pattern].isEmpty { touched.append(trigger.pattern) }
    // Triggers come in order of their place, not of their window: an earlier window may begin later.
    while let last = windows[pattern].last, last.end >= start {
      start = min(start, last.start)
      end = max(end, last.end)
      windows[pattern].removeLast()
    }
    windows[pattern].append(Window(start: start, end: end))
  }
}
