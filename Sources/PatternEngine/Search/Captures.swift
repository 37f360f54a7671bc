// The groups of a match whose start and end are known: the paths through the program are tried in
// order of preference, and what was tried in vain at a place is not tried there again, so that it
// costs at most program × match, and no more than what is tried. The first path that reaches the end
// is the preferred one.

/// The scratch memory of finding groups.
struct Captures {
  /// The most pairs of instruction and place; longer matches are left to ``NFASimulation``.
  static let limit = 1 << 24

  /// One bit for each instruction at each place; none is set between two calls.
  private var tried: [UInt64] = []
  /// The words of `tried` that have bits.
  private var used: [Int32] = []
  private var stack: [Frame] = []
  private(set) var slots: [Int] = []

  private struct Frame {
    /// An instruction to go on with at `place`, or, where negative, the slot `~id` to set back to it.
    var id: Int
    var place: Int
  }

  /// Fills `slots` for the match of `range`; false where it is too long for this, or none.
  mutating func find(
    _ program: Program, in text: UnsafeBufferPointer<UInt8>, range: Range<Int>
  ) -> Bool {
    let width = range.count + 1
    let count = program.instructions.count
    guard width <= Self.limit / count else { return false }
    let words = (width * count + 63) / 64
    if tried.count < words {
      tried.append(contentsOf: repeatElement(0, count: words - tried.count))
    }
    defer {
      for word in used { tried[Int(word)] = 0 }
      used.removeAll(keepingCapacity: true)
    }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(-1, count: program.slotCount))
    stack.removeAll(keepingCapacity: true)
    stack.append(Frame(id: program.start, place: range.lowerBound))
    while let frame = stack.popLast() {
      if frame.id < 0 {
        slots[~frame.id] = frame.place
        continue
      }
      var id = frame.id
      var place = frame.place
      follow: while true {
        let bit = (place - range.lowerBound) * count + id
        let known = tried[bit >> 6]
        if known >> UInt64(bit & 63) & 1 == 1 { break }
        if known == 0 { used.append(Int32(truncatingIfNeeded: bit >> 6)) }
        tried[bit >> 6] = known | 1 << UInt64(bit & 63)
        switch program.instructions[id] {
        case .bytes(let set, let next):
          guard place < range.upperBound, program.sets[set].contains(text[place]) else {
            break follow
          }
          id = next
          place += 1
        case .split(let first, let second):
          stack.append(Frame(id: second, place: place))
          id = first
        case .save(let slot, let next):
          stack.append(Frame(id: ~slot, place: slots[slot]))
          slots[slot] = place
          id = next
        case .assertion(let kind, let next):
          guard kind.holds(at: place, in: text) else { break follow }
          id = next
        case .match:
          if place == range.upperBound { return true }
          break follow
        case .fail: break follow
        }
      }
    }
    return false
  }
}
