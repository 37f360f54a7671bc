// Is it worth searching a whole text for a pattern? Most patterns ask for words that most texts do not
// hold. A table of the stretches of three and four bytes of a text says so for any number of patterns
// at the price of one pass.

/// Which three and which four bytes stand beside each other somewhere in a text, as bits by their hash;
/// capital letters count as small ones. What it denies is nowhere in the text.
package struct GramTable: Sendable {
  private static let slotBits: UInt32 = 17
  private var bits: [UInt64]

  /// One pass over the text.
  package init(_ text: UnsafeBufferPointer<UInt8>) {
    bits = [UInt64](repeating: 0, count: 1 << Int(Self.slotBits - 6))
    add(text)
  }

  /// Adds another text, as if it stood apart from the first.
  package mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    bits.withUnsafeMutableBufferPointer { bits in
      var gram: UInt32 = 0
      for (place, byte) in text.enumerated() {
        gram = gram << 8 | UInt32(Self.fold(byte))
        // A slot has `slotBits` bits, and `bits` one for each, by construction.
        if place >= 2 {
          let slot = Self.slot(gram & 0xFF_FFFF)
          bits[slot >> 6] |= 1 << UInt64(slot & 63)
        }
        if place >= 3 {
          let slot = Self.slot(gram)
          bits[slot >> 6] |= 1 << UInt64(slot & 63)
        }
      }
    }
  }

  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  @inline(__always)
  private static func slot(_ gram: UInt32) -> Int {
    Int((gram &* 0x9E37_79B1) >> (32 - slotBits))
  }

  /// Where a stretch of three or four bytes has its bit.
  package typealias Slot = UInt32

  /// The slots of the stretches that begin and end a word; nil for one of less than three bytes.
  package static func slots(of word: ArraySlice<UInt8>) -> (first: Slot, last: Slot)? {
    guard word.count >= 3 else { return nil }
    let length = min(4, word.count)
    func slot(_ bytes: ArraySlice<UInt8>) -> Slot {
      Slot(Self.slot(bytes.reduce(0) { $0 << 8 | UInt32(fold($1)) }))
    }
    return (slot(word.prefix(length)), slot(word.suffix(length)))
  }

  /// Whether the text may hold a stretch; none is beyond the table.
  @inline(__always)
  package func holds(_ slot: Slot) -> Bool { holds(Int(slot) & (1 << Int(Self.slotBits) - 1)) }

  fileprivate func holds(_ slot: Int) -> Bool { bits[slot >> 6] & 1 << UInt64(slot & 63) != 0 }

  /// The slot of one byte of each of the sets, where each has one, but for case.
  fileprivate static func slot(of sets: ArraySlice<ByteSet>) -> Int? {
    var gram: UInt32 = 0
    for set in sets {
      let folded = Set(set.bytes.prefix(3).map(fold))
      guard folded.count == 1, let byte = folded.first else { return nil }
      gram = gram << 8 | UInt32(byte)
    }
    return slot(gram)
  }
}

/// What a text must hold of stretches of three or four bytes for a pattern to match anywhere in it.
package struct RequiredGrams: Sendable {
  /// The slots of all stretches of one of these lists; nil where nothing can be said.
  private let alternatives: [[Int]]?

  /// More alternatives take longer than they save.
  private static let mostAlternatives = 64

  /// Costs some tens of microseconds; says nothing of a pattern that cannot be read.
  package init(_ pattern: String) {
    let table = ByteSetTable()
    guard let parsed = try? PatternParser.parse(pattern) else {
      alternatives = nil
      return
    }
    let runs = LiteralExtraction(table: table).extract(parsed).sequences.map(\.run)
    let lists = runs.map { run in
      let sets = run.sets.map { table.sets[Int($0)] }
      func slots(_ length: Int) -> [Int] {
        sets.indices.dropLast(length - 1).compactMap { place in
          GramTable.slot(of: sets[place..<(place + length)])
        }
      }
      // Four bytes tell more than three.
      let long = slots(4)
      return long.isEmpty ? slots(3) : long
    }
    let isTold =
      !lists.isEmpty && lists.count <= Self.mostAlternatives
      && lists.allSatisfy { !$0.isEmpty }
    alternatives = isTold ? lists : nil
  }

  /// Whether a text may hold a match.
  package func areIn(_ table: GramTable) -> Bool {
    guard let alternatives else { return true }
    return alternatives.contains { $0.allSatisfy(table.holds) }
  }
}
