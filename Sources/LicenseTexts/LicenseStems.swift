// Most documents hold no license text, and most bytes of those that do are not of it. Licenses speak of
// warranty, liability, redistribution: where such a word stands, or others stand together, and nowhere
// else, is it worth reading words.
//
// A stem has seven letters or more, so that one of every four places in a row lies within its first
// seven with four bytes to read. One look at every fourth place therefore finds them all.

import PatternEngine

/// What tells that a document may hold a license text, and where.
package enum LicenseStems {
  /// The first seven letters of words that licenses have and programs seldom, in lower case: English,
  /// German, French and Dutch. Letters of other alphabets end a word.
  private static let telling = [
    "copyrig", "license", "licence", "warrant", "permiss", "permitt", "redistr", "liabili",
    "damages", "implied", "disclai", "arising", "modific", "covered", "bedingu", "creativ",
    "commerc", "ffentli", "obligat", "granted", "authors", "derived", "respect", "incorpo",
    "unmodif", "tradema", "appreci", "dedicat", "whateve", "altered", "proprie", "parties",
    "publish", "irrevoc", "haftung", "bermitt", "consequ", "softwar", "nationa", "lizenzg",
    "urheber", "nutzung", "logicie", "licenci", "bewerke", "licenti", "gebruik", "verleen",
    "infring", "merchan", "noninfr", "endorse", "unrestr",
  ]

  /// The same of words that programs have as well.
  private static let common = [
    "program", "without", "conditi", "distrib", "modifie", "documen", "excepti", "restric",
    "changes", "library", "develop", "product", "purpose", "combina", "package", "special",
    "foundat", "written", "stateme", "provide", "version", "problem",
  ]

  /// Both, the telling ones first.
  package static let words = telling + common

  /// Stems farther apart than this are of different windows.
  private static let reach = 1_200
  /// How far around its first and last stem a window goes.
  private static let margin = 600

  /// The slots of the grams that each stem begins and ends with.
  private static let slots = words.compactMap { GramTable.slots(of: Array($0.utf8)[...]) }

  /// Whether a text of these grams can hold a license text at all: a telling stem, or two common ones.
  /// Where this says no, there is no window. Each license text has that, and nearly each third of one.
  package static func mayStand(in grams: GramTable) -> Bool {
    var isOne = false
    for (number, slot) in slots.enumerated() where grams.holds(slot.first) && grams.holds(slot.last)
    {
      if isOne || number < telling.count { return true }
      isOne = true
    }
    return false
  }

  // MARK: - Windows

  /// The stems by the fours of their first seven letters.
  private struct Table: Sendable {
    /// A bit for each hash of four bytes.
    var grams = [UInt64](repeating: 0, count: 1 << (LicenseStems.gramBits - 6))
    /// Which stem has these seven letters, by their number; open addressing.
    var keys = [UInt64](repeating: 0, count: 256)
    var numbers = [UInt8](repeating: 0, count: 256)

    init() {
      for (number, word) in LicenseStems.words.enumerated() {
        let letters = Array(word.utf8)
        for offset in 0..<4 {
          let gram = letters[offset..<(offset + 4)].reversed().reduce(UInt32(0)) {
            $0 << 8 | UInt32($1)
          }
          let slot = LicenseStems.slot(gram)
          grams[slot >> 6] |= 1 << UInt64(slot & 63)
        }
        let key = letters.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var slot = LicenseStems.keySlot(key)
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & 255 }
        keys[slot] = key
        numbers[slot] = UInt8(truncatingIfNeeded: number)
      }
    }

    /// The number of the stem of these letters.
    func number(of key: UInt64) -> Int? {
      var slot = LicenseStems.keySlot(key)
      while keys[slot] != 0 {
        if keys[slot] == key { return Int(numbers[slot]) }
        slot = (slot + 1) & 255
      }
      return nil
    }
  }

  private static let gramBits = 14
  private static let table = Table()

  @inline(__always)
  private static func slot(_ gram: UInt32) -> Int {
    Int((gram &* 0x9E37_79B1) >> UInt32(32 - gramBits))
  }

  private static func keySlot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  /// The stretches of a document in which license texts may stand, in order, apart from each other.
  package static func windows(in document: [UInt8]) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    var first = 0
    var last = Int.min / 2
    var stem = 0
    var isEnough = false
    func close() {
      guard isEnough else { return }
      let start = max(windows.last?.upperBound ?? 0, first - margin)
      windows.append(start..<min(document.count, last + margin))
    }
    let tellingCount = telling.count
    forEachStem(in: document) { place, number in
      if place - last > reach {
        close()
        first = place
        stem = number
        isEnough = false
      }
      last = place
      isEnough = isEnough || number < tellingCount || number != stem
    }
    close()
    return windows
  }

  /// Calls `body` with the place and number of each stem that begins a word.
  private static func forEachStem(in document: [UInt8], _ body: (Int, Int) -> Void) {
    let table = table
    let end = document.count - 3
    table.grams.withUnsafeBufferPointer { grams in
      document.withUnsafeBytes { bytes in
        var place = 0
        while place < end {
          // `place + 4` is at most the count; a slot has `gramBits` bits, and `grams` one for each.
          let four = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
          let slot = slot(UInt32(littleEndian: four) | 0x2020_2020)
          if grams[slot >> 6] & 1 << UInt64(slot & 63) != 0,
            let (start, number) = stem(around: place, in: bytes, table)
          {
            body(start, number)
          }
          place += 4
        }
      }
    }
  }

  /// The stem that has the bytes at `place` within its first seven letters.
  private static func stem(
    around place: Int, in bytes: UnsafeRawBufferPointer, _ table: Table
  ) -> (start: Int, number: Int)? {
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    var start = place
    while start > 0, place - start < 4, isLetter(bytes[start - 1]) { start -= 1 }
    guard place - start < 4, start + 7 <= bytes.count else { return nil }
    var key: UInt64 = 0
    for offset in 0..<7 { key = key << 8 | UInt64(bytes[start + offset] | 0x20) }
    return table.number(of: key).map { (start, $0) }
  }
}
