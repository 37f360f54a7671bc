// One pass over the bytes for all patterns. Each byte has one of 64 classes; the last four classes are
// a key of 24 bits, hashed into one bitmap of 2^21 bits, of which a few per cent are set. Windows that
// have too many keys for that (an `@` between letters) are keyed by two classes in a second, exact
// bitmap of 512 bytes. So each byte of the text costs three look-ups. Where a bit is set, the runs of
// the triggers with that window are compared with the text, the rarest byte first; what is left
// becomes an interval: where in the text a match of the pattern may begin.
//
// The bitmaps hold only the patterns that are asked for (the rules for one language), so that the
// others cost nothing. A pattern without any run is a candidate everywhere.

/// The places in which a match of one pattern may begin, as offsets, both inclusive.
struct StartInterval: Sendable, Hashable {
  var first: Int
  var last: Int
}

/// Which groups of an index have a key; immutable, made once for a set.
final class KeyTable: Sendable {
  static let length = 4
  /// The most keys that a window of four classes may have.
  static let spellingLimit = 512

  /// The groups of every key, key by key.
  let groups: [Int32]
  /// An open hash table from keys of four classes to stretches of `groups`.
  private let slots: [Slot]
  /// Where in `groups` those of each two classes begin, and end before the next.
  private let pairStarts: [Int32]

  private struct Slot: Sendable {
    /// `UInt32.max` where it is free.
    var key: UInt32 = .max
    var first: Int32 = 0
    var count: Int32 = 0
  }

  /// Costs a few steps for each key, some 0.5 ms for a thousand patterns.
  init(_ index: PatternIndex) {
    var keyCount = 0
    for (number, group) in index.groups.enumerated() where !group.isPair {
      var count = 1
      for word in index.window(number) { count *= word.nonzeroBitCount }
      keyCount += count
    }
    var capacity = 16
    while capacity < keyCount * 2 { capacity *= 2 }
    var slots = [Slot](repeating: Slot(), count: capacity)
    var starts = [Int32](repeating: 0, count: 4_097)
    for (number, group) in index.groups.enumerated() {
      Self.forEachKey(of: index.window(number), isPair: group.isPair) { key in
        if group.isPair {
          starts[Int(key) + 1] += 1
        } else {
          let slot = Self.slot(of: key, in: slots)
          slots[slot].key = key
          slots[slot].count += 1
        }
      }
    }
    var count: Int32 = 0
    for slot in slots.indices {
      slots[slot].first = count
      count += slots[slot].count
      slots[slot].count = 0
    }
    starts[0] = count
    for key in 0..<4_096 { starts[key + 1] += starts[key] }
    var groups = [Int32](repeating: 0, count: Int(starts[4_096]))
    var next = starts
    for (number, group) in index.groups.enumerated() {
      Self.forEachKey(of: index.window(number), isPair: group.isPair) { key in
        if group.isPair {
          groups[Int(next[Int(key)])] = Int32(number)
          next[Int(key)] += 1
        } else {
          let slot = Self.slot(of: key, in: slots)
          groups[Int(slots[slot].first + slots[slot].count)] = Int32(number)
          slots[slot].count += 1
        }
      }
    }
    self.slots = slots
    self.groups = groups
    pairStarts = starts
  }

  /// Calls `body` with every key of a window.
  @inline(__always)
  private static func forEachKey(
    of window: ArraySlice<UInt64>, isPair: Bool, _ body: (UInt32) -> Void
  ) {
    let start = window.startIndex
    forEachClass(of: window[start]) { first in
      forEachClass(of: window[start + 1]) { second in
        let pair = first << 6 | second
        if isPair { return body(pair) }
        forEachClass(of: window[start + 2]) { third in
          forEachClass(of: window[start + 3]) { fourth in
            body(pair << 12 | third << 6 | fourth)
          }
        }
      }
    }
  }

  @inline(__always)
  private static func forEachClass(of mask: UInt64, _ body: (UInt32) -> Void) {
    var rest = mask
    while rest != 0 {
      body(UInt32(truncatingIfNeeded: rest.trailingZeroBitCount))
      rest &= rest - 1
    }
  }

  static func hash(_ key: UInt32) -> UInt32 { key &* 0x9E37_79B1 }

  /// The slot that has the key, or a free one.
  @inline(__always)
  private static func slot(of key: UInt32, in slots: [Slot]) -> Int {
    var slot = Int(hash(key) >> 8) & (slots.count - 1)
    while slots[slot].key != key, slots[slot].key != .max { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// Where in `groups` those of a key of four classes are.
  @inline(__always)
  func stretch(of key: UInt32) -> Range<Int> {
    let slot = slots[Self.slot(of: key, in: slots)]
    return Int(slot.first)..<Int(slot.first + slot.count)
  }

  /// The same of the last two classes of a key.
  @inline(__always)
  func pairStretch(of key: UInt32) -> Range<Int> {
    let pair = Int(key & 0xFFF)
    return Int(pairStarts[pair])..<Int(pairStarts[pair + 1])
  }

  /// Calls `body` with every key that has groups; those of two classes have `isPair`.
  func forEachKey(_ body: (_ key: UInt32, _ isPair: Bool, _ groups: ArraySlice<Int32>) -> Void) {
    for slot in slots where slot.key != .max {
      body(slot.key, false, groups[stretch(of: slot.key)])
    }
    for pair in UInt32(0)..<4_096 where !pairStretch(of: pair).isEmpty {
      body(pair, true, groups[pairStretch(of: pair)])
    }
  }
}

/// The bitmaps for some of a set's patterns; immutable, made once and shared.
package final class Prefilter: Sendable {
  private static let hashBits: UInt32 = 21
  /// Four times the class of a line end: what stands before and behind every text.
  private static let edge: UInt32 = {
    let newline = UInt32(ByteClass.newline)
    return newline << 18 | newline << 12 | newline << 6 | newline
  }()

  /// The patterns that are looked for.
  let isWanted: [Bool]
  /// The groups that lead to one of them.
  let isGroupWanted: [Bool]
  /// The wanted ones that are candidates everywhere.
  let unfiltered: [Int32]
  private let keys: KeyTable
  /// One bit for each hash of a key.
  private let gramBits: [UInt64]
  /// One bit for each two classes.
  private let pairBits: [UInt64]

  /// Costs a few steps for each key, some 0.1 ms for a thousand patterns, and 256 KB.
  init(_ index: PatternIndex, _ keys: KeyTable, isWanted: [Bool]) {
    self.isWanted = isWanted
    self.keys = keys
    unfiltered = index.unfiltered.filter { isWanted[Int($0)] }
    let isGroupWanted = index.groups.map { group in
      let first = Int(group.firstTrigger)
      return index.triggers[first..<(first + Int(group.triggerCount))].contains {
        isWanted[Int($0.pattern)]
      }
    }
    self.isGroupWanted = isGroupWanted
    var gramBits = [UInt64](repeating: 0, count: 1 << Int(Self.hashBits - 6))
    var pairBits = [UInt64](repeating: 0, count: 64)
    keys.forEachKey { key, isPair, groups in
      guard groups.contains(where: { isGroupWanted[Int($0)] }) else { return }
      if isPair {
        pairBits[Int(key >> 6)] |= 1 << UInt64(key & 63)
      } else {
        let hash = KeyTable.hash(key) >> (32 - Self.hashBits)
        gramBits[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
      }
    }
    self.gramBits = gramBits
    self.pairBits = pairBits
  }

  /// A run with the byte before and behind it, where `\b` says what they are: no word byte beside
  /// one, or the reverse. `lead` is 1 where a byte before the run was added.
  static func looking(_ run: ByteRun, _ table: ByteSetTable) -> (sets: [Int32], lead: Int) {
    func beside(_ set: Int32) -> Int32? {
      var all = table.sets[Int(set)]
      all.formUnion(.word)
      if all == .word { return table.number(of: .notWord) }
      all = table.sets[Int(set)]
      all.formUnion(.notWord)
      return all == .notWord ? table.number(of: .word) : nil
    }
    var sets = run.sets
    var lead = 0
    if run.boundaries & 1 == 1, let first = run.sets.first, let before = beside(first) {
      sets.insert(before, at: 0)
      lead = 1
    }
    if run.boundaries >> UInt64(run.count) & 1 == 1, let last = run.sets.last,
      let behind = beside(last)
    {
      sets.append(behind)
    }
    return (sets, lead)
  }

  // MARK: - Searching

  /// Calls `body` with the groups of each place in `range` at which a window may end, and that place
  /// plus one, in order. A place of up to three behind the text's end counts as in it, so the last
  /// stretch of a text has a range that ends at `text.count + 3`.
  @inline(__always)
  func forEachPlace(
    in text: UnsafeBufferPointer<UInt8>, range: Range<Int>,
    _ body: (_ groups: UnsafeBufferPointer<Int32>, _ place: Int) -> Void
  ) {
    var key = Self.edge
    for position in max(0, range.lowerBound - 3)..<max(0, range.lowerBound) {
      let kind = position < text.count ? ByteClass.table[Int(text[position])] : ByteClass.newline
      key = key << 6 | UInt32(kind)
    }
    ByteClass.table.withUnsafeBufferPointer { classes in
      gramBits.withUnsafeBufferPointer { grams in
        pairBits.withUnsafeBufferPointer { pairs in
          keys.groups.withUnsafeBufferPointer { groups in
            // `classes` has 256 entries, `grams` a bit for each hash, `pairs` 64 words for 12 bits,
            // and `position` stays below the text's count: no look-up leaves its table. A stretch
            // lies within `groups`, which are used in here only.
            let textEnd = min(range.upperBound, text.count)
            var position = range.lowerBound
            while position < range.upperBound {
              let kind = position < textEnd ? classes[Int(text[position])] : ByteClass.newline
              key = (key << 6 | UInt32(kind)) & 0xFF_FFFF
              position += 1
              let hash = KeyTable.hash(key) >> (32 - Self.hashBits)
              let gram = grams[Int(hash >> 6)] >> UInt64(hash & 63)
              let pair = pairs[Int(key >> 6) & 63] >> UInt64(key & 63)
              if (gram | pair) & 1 == 0 { continue }
              if gram & 1 != 0 {
                let stretch = keys.stretch(of: key)
                if !stretch.isEmpty {
                  body(UnsafeBufferPointer(rebasing: groups[stretch]), position)
                }
              }
              if pair & 1 != 0 {
                body(UnsafeBufferPointer(rebasing: groups[keys.pairStretch(of: key)]), position)
              }
            }
          }
        }
      }
    }
  }
}
