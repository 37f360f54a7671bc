// Pike's machine: all threads of the automaton advance together, one byte at a time, in order of
// preference; each carries the places where its groups began and ended. A thread that reaches a
// match cuts off every thread behind it, which gives leftmost-first matches with groups in
// O(text × program) time and O(program) memory, whatever pattern and text are.
//
// It is the slow, obvious engine: the lazy DFA decides whether and where something matches, this
// one is asked for the groups of what was found, and the tests hold every other engine against it.

/// Runs a program thread by thread.
package struct NFASimulation {
  private var current: SparseSet
  private var upcoming: SparseSet
  /// The slots of each thread, by instruction.
  private var currentSlots: [Int32]
  private var upcomingSlots: [Int32]
  private var stack: [Frame] = []
  private var working: [Int32]

  private enum Frame {
    case visit(Int)
    case restore(slot: Int, value: Int32)
  }

  package init(_ program: Program) {
    let count = program.instructions.count
    current = SparseSet(capacity: count)
    upcoming = SparseSet(capacity: count)
    currentSlots = [Int32](repeating: -1, count: count * program.slotCount)
    upcomingSlots = currentSlots
    working = [Int32](repeating: -1, count: program.slotCount)
  }

  /// The leftmost-first match that begins and ends within `range`; the bytes around it count for
  /// assertions only. Slots are relative to the text's start, -1 for a group that took no part.
  package mutating func firstMatch(
    _ program: Program, in text: UnsafeBufferPointer<UInt8>, range: Range<Int>, isAnchored: Bool
  ) -> [Int]? {
    current.removeAll()
    upcoming.removeAll()
    var best: [Int]?
    var position = range.lowerBound
    while true {
      if best == nil, !isAnchored || position == range.lowerBound {
        for index in working.indices { working[index] = -1 }
        add(program.start, program, at: position, base: range.lowerBound, text, toCurrent: true)
      }
      if current.isEmpty, best != nil || isAnchored { break }
      let byte: UInt8? = position < range.upperBound ? text[position] : nil
      step: for place in 0..<current.count {
        let id = current[place]
        switch program.instructions[id] {
        case .bytes(let set, let next):
          guard let byte, program.sets[set].contains(byte) else { continue }
          copySlots(of: id, program)
          add(next, program, at: position + 1, base: range.lowerBound, text, toCurrent: false)
        case .match:
          copySlots(of: id, program)
          best = working.map { $0 < 0 ? -1 : Int($0) + range.lowerBound }
          break step
        case .split, .save, .assertion, .fail: continue
        }
      }
      guard position < range.upperBound else { break }
      position += 1
      swap(&current, &upcoming)
      swap(&currentSlots, &upcomingSlots)
      upcoming.removeAll()
    }
    return best
  }

  private mutating func copySlots(of id: Int, _ program: Program) {
    let start = id * program.slotCount
    for slot in 0..<program.slotCount { working[slot] = currentSlots[start + slot] }
  }

  /// Follows everything that consumes nothing, in order of preference, from an instruction on.
  private mutating func add(
    _ start: Int, _ program: Program, at position: Int, base: Int,
    _ text: UnsafeBufferPointer<UInt8>, toCurrent: Bool
  ) {
    stack.append(.visit(start))
    while let frame = stack.popLast() {
      var id: Int
      switch frame {
      case .restore(let slot, let value):
        working[slot] = value
        continue
      case .visit(let instruction): id = instruction
      }
      follow: while true {
        guard toCurrent ? current.insert(id) : upcoming.insert(id) else { break }
        switch program.instructions[id] {
        case .split(let first, let second):
          stack.append(.visit(second))
          id = first
        case .save(let slot, let next):
          stack.append(.restore(slot: slot, value: working[slot]))
          working[slot] = Int32(clamping: position - base)
          id = next
        case .assertion(let kind, let next):
          guard kind.holds(at: position, in: text) else { break follow }
          id = next
        case .bytes, .match:
          let start = id * program.slotCount
          for slot in 0..<program.slotCount {
            if toCurrent {
              currentSlots[start + slot] = working[slot]
            } else {
              upcomingSlots[start + slot] = working[slot]
            }
          }
          break follow
        case .fail: break follow
        }
      }
    }
  }
}

extension PatternSyntax.Assertion {
  /// Whether it holds before the byte at `position`.
  func holds(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .textStart: return position == 0
    case .textEnd: return position == text.count
    case .lineStart: return position == 0 || text[position - 1] == 0x0A
    case .lineEnd: return position == text.count || text[position] == 0x0A
    case .wordBoundary, .notWordBoundary:
      let before = position > 0 && ByteSet.word.contains(text[position - 1])
      let after = position < text.count && ByteSet.word.contains(text[position])
      return (before != after) == (self == .wordBoundary)
    }
  }
}
