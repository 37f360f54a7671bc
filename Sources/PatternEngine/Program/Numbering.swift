/// Numbers different values in the order in which they come, for values whose mixed bits are at hand: a
/// program asks for a set's number at each of its instructions.
struct Numbering<Value: Equatable> {
  private(set) var values: [Value] = []
  /// An open hash table of numbers; -1 is free.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The number of a value; `bits` is the same for equal values.
  mutating func number(of value: Value, bits: UInt64) -> Int {
    var slot = Self.slot(bits, slots.count)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if values[number] == value { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = values.count
    values.append(value)
    hashes.append(bits)
    slots[slot] = Int32(truncatingIfNeeded: number)
    if values.count * 2 > slots.count { grow() }
    return number
  }

  private var hashes: [UInt64] = []

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, bits) in hashes.enumerated() {
      var slot = Self.slot(bits, slots.count)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  private static func slot(_ bits: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 40) & (count - 1)
  }
}
