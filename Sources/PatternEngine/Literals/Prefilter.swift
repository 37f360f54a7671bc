// One pass over the bytes for all patterns. Each byte has one of 64 classes; the last four classes are
// a key of 24 bits, hashed into one bitmap of 2^19 bits, of which a few per cent are set. Windows that
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

/// The bitmaps and buckets for some of a set's patterns; immutable, made once and shared.
package final class Prefilter: Sendable {
  static let keyLength = 4
  /// The most keys that a window may have.
  static let spellingLimit = 512
  private static let hashBits: UInt32 = 21
  /// Four times the class of a line end: what stands before and behind every text.
  private static let edge: UInt32 = {
    let newline = UInt32(ByteClass.newline)
    return newline << 18 | newline << 12 | newline << 6 | newline
  }()

  /// The patterns that are looked for.
  let isWanted: [Bool]
  /// The wanted ones that are candidates everywhere.
  let unfiltered: [Int32]
  /// One bit for each hash of a key; empty where no group has four classes.
  private let gramBits: [UInt64]
  /// One bit for each two classes.
  private let pairBits: [UInt64]
  /// An open hash table from keys to stretches of `members`; a free slot has key `UInt32.max`.
  private let slots: [Slot]
  /// The groups of each key, one after the other.
  private let members: [Int32]
  /// The groups of each two classes, as stretches of `pairMembers`.
  private let pairStarts: [Int32]
  private let pairMembers: [Int32]

  private struct Slot: Sendable {
    var key: UInt32
    var first: Int32
    var count: Int32
  }

  /// Costs a few steps for each key of the wanted patterns, some 0.1 ms for a thousand patterns.
  init(_ index: PatternIndex, isWanted: [Bool]) {
    self.isWanted = isWanted
    unfiltered = index.unfiltered.filter { isWanted[Int($0)] }
    var grams: [UInt64] = []
    var pairs: [(key: UInt32, group: Int32)] = []
    for (number, group) in index.groups.enumerated() {
      let first = Int(group.firstTrigger)
      guard
        index.triggers[first..<(first + Int(group.triggerCount))].contains(where: {
          isWanted[Int($0.pattern)]
        })
      else { continue }
      Self.forEachKey(
        of: index.windows[
          (number * Self.keyLength + (group.isPair ? 2 : 0))..<((number + 1) * Self.keyLength)], 0
      ) { key in
        if group.isPair {
          pairs.append((key, Int32(number)))
        } else {
          grams.append(UInt64(key) << 32 | UInt64(number))
        }
      }
    }
    grams.sort()
    var bits = [UInt64](repeating: 0, count: 1 << Int(Self.hashBits - 6))
    var capacity = 16
    while capacity < grams.count * 2 { capacity *= 2 }
    var slots = [Slot](repeating: Slot(key: .max, first: 0, count: 0), count: capacity)
    var members: [Int32] = []
    members.reserveCapacity(grams.count)
    var position = 0
    while position < grams.count {
      let key = UInt32(truncatingIfNeeded: grams[position] >> 32)
      let first = members.count
      while position < grams.count, UInt32(truncatingIfNeeded: grams[position] >> 32) == key {
        members.append(Int32(truncatingIfNeeded: grams[position] & 0xFFFF_FFFF))
        position += 1
      }
      let hash = Self.hash(key)
      bits[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
      var slot = Int(hash) & (capacity - 1)
      while slots[slot].key != .max { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = Slot(key: key, first: Int32(first), count: Int32(members.count - first))
    }
    gramBits = bits
    self.slots = slots
    self.members = members
    var starts = [Int32](repeating: 0, count: 4_097)
    var pairBits = [UInt64](repeating: 0, count: 64)
    for pair in pairs {
      starts[Int(pair.key) + 1] += 1
      pairBits[Int(pair.key >> 6)] |= 1 << UInt64(pair.key & 63)
    }
    for key in 0..<4_096 { starts[key + 1] += starts[key] }
    pairStarts = starts
    var next = starts
    var pairMembers = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      pairMembers[Int(next[Int(pair.key)])] = pair.group
      next[Int(pair.key)] += 1
    }
    self.pairMembers = pairMembers
    self.pairBits = pairBits
  }

  /// Calls `body` with every key of a window.
  private static func forEachKey(
    of classes: ArraySlice<UInt64>, _ prefix: UInt32, _ body: (UInt32) -> Void
  ) {
    guard let mask = classes.first else { return body(prefix) }
    var rest = mask
    while rest != 0 {
      let key = prefix << 6 | UInt32(rest.trailingZeroBitCount)
      rest &= rest - 1
      forEachKey(of: classes.dropFirst(), key, body)
    }
  }

  private static func hash(_ key: UInt32) -> UInt32 { (key &* 0x9E37_79B1) >> (32 - hashBits) }

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
    _ body: (_ groups: ArraySlice<Int32>, _ place: Int) -> Void
  ) {
    var key = Self.edge
    for position in max(0, range.lowerBound - 3)..<max(0, range.lowerBound) {
      let kind = position < text.count ? ByteClass.table[Int(text[position])] : ByteClass.newline
      key = key << 6 | UInt32(kind)
    }
    ByteClass.table.withUnsafeBufferPointer { classes in
      gramBits.withUnsafeBufferPointer { grams in
        pairBits.withUnsafeBufferPointer { pairs in
          // `classes` has 256 entries, `grams` 2^13 words for 19 bits, `pairs` 64 words for 12 bits, and
          // `position` stays below the text's count: no look-up leaves its table.
          let textEnd = min(range.upperBound, text.count)
          var position = range.lowerBound
          while position < textEnd {
            key = (key << 6 | UInt32(classes[Int(text[position])])) & 0xFF_FFFF
            let hash = Self.hash(key)
            let found =
              grams[Int(hash >> 6)] >> UInt64(hash & 63)
              | pairs[Int(key >> 6) & 63] >> UInt64(key & 63)
            position += 1
            if found & 1 != 0 { look(up: key, hash, position, body) }
          }
          while position < range.upperBound {
            key = (key << 6 | UInt32(ByteClass.newline)) & 0xFF_FFFF
            position += 1
            look(up: key, Self.hash(key), position, body)
          }
        }
      }
    }
  }

  @inline(__always)
  private func look(
    up key: UInt32, _ hash: UInt32, _ place: Int,
    _ body: (_ groups: ArraySlice<Int32>, _ place: Int) -> Void
  ) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].key != .max {
      if slots[slot].key == key {
        let first = Int(slots[slot].first)
        body(members[first..<(first + Int(slots[slot].count))], place)
        break
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let pair = Int(key & 0xFFF)
    let first = Int(pairStarts[pair])
    let end = Int(pairStarts[pair + 1])
    if first < end { body(pairMembers[first..<end], place) }
  }
}
