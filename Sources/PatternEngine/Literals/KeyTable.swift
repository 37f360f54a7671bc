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
