// One pass over the bytes for all patterns. Every required sequence gives one trigger: its rarest
// window of four byte sets. Triggers with the same window form a group. The spellings of a group's
// window, letters folded, are hashed into one bitmap of 2^19 bits, of which a few per cent are set;
// each position of the text costs one hash and one bit test. Windows with too many spellings for
// that (a run of digits, an `@` between letters) are keyed by their rarest two bytes in a second,
// exact bitmap. Where a bit is set the group's window is compared with the text, then the whole
// sequences of its triggers; what is left becomes a candidate window of its pattern: the bytes
// within which a match around this place must lie.
//
// A pattern without any sequence is a candidate everywhere.

/// Finds the places where some pattern may match.
struct Prefilter: Sendable {
  static let windowLength = 4
  /// The most spellings of a window that is keyed by its four bytes.
  static let spellingLimit = 512
  static let hashBits: UInt32 = 19

  /// A sequence that leads to candidates of a pattern.
  private struct Trigger: Sendable {
    var pattern: Int32
    /// Where in the sequence the group's window starts.
    var offset: Int32
    /// The sequence, as a stretch of `steps`.
    var firstStep: Int32
    var stepCount: Int32
    /// How far before the sequence a match may begin, and how far from its start it may end; -1 is unbounded.
    var before: Int
    var after: Int
  }

  /// A window that triggers share.
  private struct Group: Sendable {
    /// Its sets, as a stretch of `steps`.
    var firstStep: Int32
    var stepCount: Int32
    /// How far its key lies from its start.
    var keyOffset: Int32
    /// Its triggers, as a stretch of `groupTriggers`.
    var firstTrigger: Int32
    var triggerCount: Int32
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
  private var groups: [Group] = []
  /// The triggers of each group, one after the other.
  private var groupTriggers: [Trigger] = []
  /// The sets of all sequences, one after the other, and the bits of each set.
  private var steps: [Int32] = []
  private let setBits: [UInt64]
  /// Patterns that are candidates everywhere.
  private(set) var unfiltered: [Int32] = []
  private let patternCount: Int

  init(_ literals: [RequiredLiterals], _ table: ByteSetTable) {
    patternCount = literals.count
    var numbers: [[Int32]: Int] = [:]
    var members: [[Trigger]] = []
    var grams: [(key: UInt32, group: Int32)] = []
    var pairs: [(key: UInt32, group: Int32)] = []
    let any = table.number(of: .all)
    for (pattern, required) in literals.enumerated() {
      guard !required.sequences.isEmpty else {
        unfiltered.append(Int32(pattern))
        continue
      }
      for sequence in required.sequences {
        guard let found = table.bestWindow(sequence.sets) else { continue }
        let trigger = Trigger(
          pattern: Int32(pattern), offset: Int32(found.start), firstStep: Int32(steps.count),
          stepCount: Int32(sequence.sets.count), before: sequence.before.maximum ?? -1,
          after: sequence.maximumAfter ?? -1)
        steps += sequence.sets
        let width = min(Self.windowLength, sequence.sets.count)
        let window = sequence.sets[found.start..<(found.start + width)]
        if let known = numbers[Array(window)] {
          members[known].append(trigger)
          continue
        }
        numbers[Array(window)] = members.count
        members.append([trigger])
        let number = Int32(groups.count)
        var group = Group(
          firstStep: trigger.firstStep + Int32(found.start), stepCount: Int32(width), keyOffset: 0,
          firstTrigger: 0, triggerCount: 0)
        if table.spellings(window) <= Self.spellingLimit {
          let padding = Array(repeating: any, count: Self.windowLength - width)
          for key in Self.gramKeys(window + padding, table) { grams.append((key, number)) }
        } else {
          let offset = table.bestPair(window).offset
          group.keyOffset = Int32(offset)
          let first = window[window.startIndex + offset]
          let second = width > 1 ? window[window.startIndex + offset + 1] : any
          for key in Self.pairKeys(first, second, table) { pairs.append((key, number)) }
        }
        groups.append(group)
      }
    }
    for (number, triggers) in members.enumerated() {
      groups[number].firstTrigger = Int32(groupTriggers.count)
      groups[number].triggerCount = Int32(triggers.count)
      groupTriggers += triggers
    }
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

  /// The hashes of all spellings of a window.
  private static func gramKeys(_ sets: ArraySlice<Int32>, _ table: ByteSetTable) -> [UInt32] {
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

  private static func pairKeys(
    _ first: Int32, _ second: Int32, _ table: ByteSetTable
  ) -> [UInt32] {
    let seconds = table.sets[Int(second)].bytes
    return table.sets[Int(first)].bytes.flatMap { first in
      seconds.map { UInt32(first) | UInt32($0) << 8 }
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
    guard !groups.isEmpty else { return }
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

  /// Compares what stands behind a key with the text around a place: windows, then whole sequences.
  private func check(
    _ key: UInt32, _ starts: [Int32], _ numbers: [Int32], _ text: UnsafeBufferPointer<UInt8>,
    _ position: Int, _ windows: inout [[Window]], _ touched: inout [Int32]
  ) {
    for place in Int(starts[Int(key)])..<Int(starts[Int(key) + 1]) {
      let group = groups[Int(numbers[place])]
      let start = position - Int(group.keyOffset)
      guard stands(group.firstStep, group.stepCount, at: start, in: text) else { continue }
      let first = Int(group.firstTrigger)
      for member in first..<(first + Int(group.triggerCount)) {
        let trigger = groupTriggers[member]
        let start = start - Int(trigger.offset)
        if stands(trigger.firstStep, trigger.stepCount, at: start, in: text) {
          add(trigger, at: start, text.count, &windows, &touched)
        }
      }
    }
  }

  /// Whether a stretch of `steps` matches the text at a place.
  private func stands(
    _ first: Int32, _ count: Int32, at start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard start >= 0, start + Int(count) <= text.count else { return false }
    for index in 0..<Int(count) {
      let byte = text[start + index]
      let set = Int(steps[Int(first) + index])
      guard setBits[set * 4 + Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0 else { return false }
    }
    return true
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
