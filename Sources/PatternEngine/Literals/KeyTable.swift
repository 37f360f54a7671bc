/// Which groups of an index have a key; immutable, read once for a set.
///
/// A key is four classes of bytes, or two. The classes of bytes beyond ASCII are few, and every word of
/// many scripts has the same: where all four are of them, the bytes themselves are the key.
final class KeyTable: Sendable {
  static let length = 4
  /// The most keys that a window of four classes may have.
  static let spellingLimit = 512

  /// The groups of every key, key by key.
  let groups: [Int32]
  private let grams: StretchTable
  private let raw: StretchTable
  /// Where in `groups` those of each two classes begin, and end before the next.
  private let pairStarts: [Int32]

  /// Where in a list the groups of a key are: an open hash table.
  private struct StretchTable: Sendable {
    private var slots: [Slot]

    struct Slot: Sendable {
      var key: UInt32 = 0
      var first: Int32 = 0
      /// 0 where the slot is free.
      var count: Int32 = 0
    }

    init(keys: [UInt32], counts: [UInt32], from start: Int) {
      var capacity = 16
      while capacity < keys.count * 2 { capacity *= 2 }
      slots = [Slot](repeating: Slot(), count: capacity)
      var first = start
      for (key, count) in zip(keys, counts) where count > 0 {
        slots[slot(of: key)] = Slot(
          key: key, first: Int32(truncatingIfNeeded: first),
          count: Int32(truncatingIfNeeded: count))
        first += Int(count)
      }
    }

    /// The slot that has the key, or a free one.
    @inline(__always)
    private func slot(of key: UInt32) -> Int {
      var slot = Int(KeyTable.hash(key) >> 8) & (slots.count - 1)
      while slots[slot].count != 0, slots[slot].key != key {
        slot = (slot + 1) & (slots.count - 1)
      }
      return slot
    }

    @inline(__always)
    func stretch(of key: UInt32) -> Range<Int> {
      let slot = slots[slot(of: key)]
      return Int(slot.first)..<(Int(slot.first) + Int(slot.count))
    }

    func eachStretch(_ body: (_ key: UInt32, _ stretch: Range<Int>) -> Void) {
      for slot in slots where slot.count != 0 {
        body(slot.key, Int(slot.first)..<(Int(slot.first) + Int(slot.count)))
      }
    }
  }

  /// Reads what ``packed(_:)`` wrote; costs a few steps for each key.
  init(_ reader: inout PackedReader) {
    groups = reader.words(of: 3).map { Int32(truncatingIfNeeded: $0) }
    let gramKeys = reader.words(of: 4)
    let gramCounts = reader.words(of: 2)
    let rawKeys = reader.words(of: 5)
    let rawCounts = reader.words(of: 2)
    grams = StretchTable(keys: gramKeys, counts: gramCounts, from: 0)
    let gramEnd = gramCounts.reduce(0) { $0 + Int($1) }
    raw = StretchTable(keys: rawKeys, counts: rawCounts, from: gramEnd)
    var start = gramEnd + rawCounts.reduce(0) { $0 + Int($1) }
    var starts = [Int32](repeating: 0, count: 4_097)
    for (pair, count) in reader.words(of: 2).enumerated() where pair < 4_096 {
      starts[pair] = Int32(truncatingIfNeeded: start)
      start += Int(count)
    }
    starts[4_096] = Int32(truncatingIfNeeded: start)
    pairStarts = starts
  }

  /// The groups of each key, written down.
  static func pack(_ keys: Keys, to writer: inout PackedWriter) {
    let grams = keys.grams.sorted { $0.key < $1.key }
    let raw = keys.raw.sorted { $0.key < $1.key }
    let pairs = (UInt32(0)..<4_096).map { keys.pairs[$0] ?? [] }
    writer.write(
      words: (grams.map(\.value) + raw.map(\.value) + pairs).joined().map {
        UInt32(truncatingIfNeeded: $0)
      }, of: 3)
    for (list, width) in [(grams, 4), (raw, 5)] {
      writer.write(words: list.map(\.key), of: width)
      writer.write(words: list.map { UInt32(truncatingIfNeeded: $0.value.count) }, of: 2)
    }
    writer.write(words: pairs.map { UInt32(truncatingIfNeeded: $0.count) }, of: 2)
  }

  static func hash(_ key: UInt32) -> UInt32 { key &* 0x9E37_79B1 }

  /// Whether none of a key's four classes has bytes of ASCII.
  @inline(__always)
  static func isBeyondASCII(_ key: UInt32) -> Bool { key & 0xF3_CF3C == 0xF3_CF3C }

  /// Where in `groups` those of a key of four classes are.
  @inline(__always)
  func stretch(of key: UInt32) -> Range<Int> { grams.stretch(of: key) }

  /// The same of four bytes, the first one topmost.
  @inline(__always)
  func rawStretch(of bytes: UInt32) -> Range<Int> { raw.stretch(of: bytes) }

  /// The same of the last two classes of a key.
  @inline(__always)
  func pairStretch(of key: UInt32) -> Range<Int> {
    let pair = Int(key & 0xFFF)
    return Int(pairStarts[pair])..<Int(pairStarts[pair + 1])
  }

  /// Calls `body` with every key that has groups; those of two classes have `isPair`. Four bytes come
  /// as their classes.
  func forEachKey(_ body: (_ key: UInt32, _ isPair: Bool, _ groups: ArraySlice<Int32>) -> Void) {
    grams.eachStretch { key, stretch in body(key, false, groups[stretch]) }
    raw.eachStretch { bytes, stretch in
      var key: UInt32 = 0
      for shift: UInt32 in [24, 16, 8, 0] {
        key = key << 6 | UInt32(ByteClass.table[Int(bytes >> shift & 0xFF)])
      }
      body(key, false, groups[stretch])
    }
    for pair in UInt32(0)..<4_096 where !pairStretch(of: pair).isEmpty {
      body(pair, true, groups[pairStretch(of: pair)])
    }
  }
}

extension KeyTable {
  /// The groups of each key, while an index is put together.
  struct Keys {
    var grams: [UInt32: [Int]] = [:]
    var raw: [UInt32: [Int]] = [:]
    var pairs: [UInt32: [Int]] = [:]

    /// The most keys of bytes that a window may have.
    static let rawLimit = 16
    /// The classes beyond ASCII, as bits.
    private static let beyondASCII: UInt64 = 0xF << 60

    /// Adds a group with all keys of its window: the classes of four places as bits, or of two, and the
    /// sets of bytes that stand there where those are known.
    mutating func add(_ group: Int, window: [UInt64], sets: [ByteSet]?) {
      if window.count == 2 {
        for pair in Self.spelled(window.map(Self.classes), by: 6) {
          pairs[pair, default: []].append(group)
        }
      } else if let sets, sets.reduce(1, { $0 * $1.bytes.count }) <= Self.rawLimit {
        for key in Self.spelled(sets.map { $0.bytes.map(UInt32.init) }, by: 8) {
          raw[key, default: []].append(group)
        }
      } else {
        for key in Self.spelled(window.map(Self.classes), by: 6) {
          grams[key, default: []].append(group)
        }
      }
    }

    /// Whether a window's classes say too little, so that the bytes themselves are its keys.
    static func tellsBytes(_ window: [UInt64]) -> Bool {
      window.count == KeyTable.length && window.allSatisfy { $0 & ~beyondASCII == 0 }
    }

    private static func classes(of mask: UInt64) -> [UInt32] {
      (0..<UInt32(64)).filter { mask >> UInt64($0) & 1 == 1 }
    }

    /// All keys with one of the choices at each place.
    private static func spelled(_ choices: [[UInt32]], by width: UInt32) -> [UInt32] {
      choices.reduce([0]) { keys, choices in
        keys.flatMap { key in choices.map { key << width | $0 } }
      }
    }
  }
}
