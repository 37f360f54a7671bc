// One pass over the bytes for all patterns. Each byte has one of 64 classes; the last four classes are
// a key of 24 bits, hashed into one bitmap of 2^21 bits, of which a few per cent are set. Windows that
// have too many keys for that (an `@` between letters) are keyed by two classes in a second, exact
// bitmap of 512 bytes. So each byte of the text costs three look-ups. Where a bit is set, the runs of
// the triggers with that window are compared with the text, the rarest byte first; what is left
// becomes an interval: where in the text a match of the pattern may begin.
//
// The bitmaps hold only the patterns that are asked for (the rules for one language), so that the
// others cost nothing. A pattern without any run is a candidate everywhere.

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
  init(_ index: PatternIndex, isWanted: [Bool]) {
    self.isWanted = isWanted
    keys = index.keys
    unfiltered = index.unfiltered.filter { isWanted[Int($0)] }
    let isGroupWanted = index.wantedGroups(isWanted)
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
                // Only bytes of the text, four of them, have classes beyond those of ASCII.
                if KeyTable.isBeyondASCII(key) {
                  let raw = text[(position - 4)..<position].reduce(0) { $0 << 8 | UInt32($1) }
                  let stretch = keys.rawStretch(of: raw)
                  if !stretch.isEmpty {
                    body(UnsafeBufferPointer(rebasing: groups[stretch]), position)
                  }
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
