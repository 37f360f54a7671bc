// A lazy DFA builds each state the first time a byte leads to it, and remembers the step, so that
// most bytes cost one table look-up. A state is the ordered list of the places where the threads of
// Pike's machine stand after a byte; the order keeps leftmost-first preference, and a match cuts off
// what stands behind it.
//
// Two things make it exact:
// - What consumes nothing is followed only when the next byte is known, since `\b` and `$` depend on
//   it. A match is therefore told one byte late: the step over a byte says whether the text before
//   that byte matches. A state remembers what held behind it (line start, word byte) where the
//   program asks for such a thing.
// - The end of the searched range is a step of its own, over the byte that follows it in the text
//   (or over "end of text", the last column of the table).
//
// States are kept in a bounded cache. When it is full it is emptied and built anew, so hostile text
// costs at most O(program) for each byte and never unbounded memory. Tested by EngineAgreementTests.

/// The scratch memory and tables of one program's DFA.
package struct LazyDFA {
  /// How many states are kept before the cache starts over.
  static let stateLimit = 4_096
  /// How many table entries are kept before the cache starts over.
  static let tableLimit = 1 << 19

  private static let unknown: Int32 = -1
  private static let dead: Int32 = 0
  private static let matchFlag: Int32 = 1 << 30

  /// Row after row: for each class the next state's row (premultiplied, with `matchFlag`), then the end of text.
  private var table: [Int32] = []
  private let stride: Int
  /// Keeps the threads behind a match: the longest match is wanted, not the preferred one.
  private let isLongest: Bool
  private var states: [State] = []
  private var numbers: [State: Int32] = [:]
  private var starts: [Int32]
  private var gathered: SparseSet
  private var opened: SparseSet
  private var stack: [Int] = []

  private struct State: Hashable {
    var threads: [Int32]
    /// Assertions about what stands before, as bits.
    var looksBehind: UInt8
    var isAfterWord: Bool
  }

  package init(_ program: Program, isLongest: Bool = false) {
    self.isLongest = isLongest
    stride = program.classCount + 1
    gathered = SparseSet(capacity: program.instructions.count)
    opened = SparseSet(capacity: program.instructions.count)
    starts = [Int32](repeating: Self.unknown, count: 8)
    reset()
  }

  private mutating func reset() {
    table.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    for index in starts.indices { starts[index] = Self.unknown }
    // The dead state is row 0.
    let dead = State(threads: [], looksBehind: 0, isAfterWord: false)
    states.append(dead)
    table.append(contentsOf: repeatElement(Self.dead, count: stride))
    numbers[dead] = Self.dead
  }

  /// The end of the leftmost-first match that begins and ends within `range`, or nil. The bytes
  /// around the range count for assertions only.
  package mutating func firstMatchEnd(
    _ program: Program, in text: UnsafeBufferPointer<UInt8>, range: Range<Int>, isAnchored: Bool
  ) -> Int? {
    let place = range.lowerBound
    var state = startState(
      program, isAtStart: place == 0, before: place > 0 ? text[place - 1] : 0,
      isAnchored: isAnchored)
    var end: Int?
    var position = range.lowerBound
    let limit = range.upperBound
    while position < limit {
      let column = Int(program.byteClasses[Int(text[position])])
      var next = table[Int(state) + column]
      if next == Self.unknown { next = step(program, from: state, column: column) }
      if next & Self.matchFlag != 0 {
        end = position
        next &= ~Self.matchFlag
      }
      if next == Self.dead { return end }
      state = next
      position += 1
    }
    let column =
      limit < text.count ? Int(program.byteClasses[Int(text[limit])]) : program.classCount
    var next = table[Int(state) + column]
    if next == Self.unknown { next = step(program, from: state, column: column) }
    if next & Self.matchFlag != 0 { end = limit }
    return end
  }

  /// The start of the longest match of a reversed program that ends at `range.upperBound` and
  /// begins within `range`, or nil.
  package mutating func longestMatchStart(
    _ program: Program, in text: UnsafeBufferPointer<UInt8>, range: Range<Int>
  ) -> Int? {
    // Read backwards, the text starts at its end and the byte after the match stands before it.
    let behind = range.upperBound
    var state = startState(
      program, isAtStart: behind == text.count, before: behind < text.count ? text[behind] : 0,
      isAnchored: true)
    var start: Int?
    var position = behind
    while position > range.lowerBound {
      let column = Int(program.byteClasses[Int(text[position - 1])])
      var next = table[Int(state) + column]
      if next == Self.unknown { next = step(program, from: state, column: column) }
      if next & Self.matchFlag != 0 {
        start = position
        next &= ~Self.matchFlag
      }
      if next == Self.dead { return start }
      state = next
      position -= 1
    }
    let column =
      position > 0 ? Int(program.byteClasses[Int(text[position - 1])]) : program.classCount
    var next = table[Int(state) + column]
    if next == Self.unknown { next = step(program, from: state, column: column) }
    if next & Self.matchFlag != 0 { start = position }
    return start
  }

  // MARK: - Building states

  private mutating func startState(
    _ program: Program, isAtStart: Bool, before byte: UInt8, isAnchored: Bool
  ) -> Int32 {
    let kind: Int
    if isAtStart {
      kind = 0
    } else if byte == 0x0A {
      kind = 1
    } else {
      kind = ByteSet.word.contains(byte) ? 2 : 3
    }
    let index = kind * 2 + (isAnchored ? 1 : 0)
    if starts[index] != Self.unknown { return starts[index] }
    var behind: UInt8 = 0
    if kind == 0 { behind = Look.textStart | Look.lineStart }
    if kind == 1 { behind = Look.lineStart }
    let state = State(
      threads: [Int32(truncatingIfNeeded: isAnchored ? program.start : program.unanchoredStart)],
      looksBehind: program.hasLookBehind ? behind : 0,
      isAfterWord: program.hasWordAssertions && kind == 2)
    // Numbering may empty the cache; the start is remembered after that.
    let number = self.number(of: state)
    starts[index] = number
    return number
  }

  /// Works out and remembers the step from a state over a class of bytes, or over the end of text.
  private mutating func step(_ program: Program, from row: Int32, column: Int) -> Int32 {
    let state = states[Int(row) / stride]
    let isEnd = column == program.classCount
    let byte = isEnd ? 0 : program.representatives[column]
    let isWord = !isEnd && ByteSet.word.contains(byte)

    var looks = state.looksBehind
    if isEnd { looks |= Look.textEnd | Look.lineEnd }
    if !isEnd, byte == 0x0A { looks |= Look.lineEnd }
    looks |= state.isAfterWord != isWord ? Look.wordBoundary : Look.notWordBoundary
    opened.removeAll()
    for thread in state.threads { open(Int(thread), program, looks: looks) }

    gathered.removeAll()
    var isMatch = false
    step: for place in 0..<opened.count {
      switch program.instructions[opened[place]] {
      case .bytes(let set, let next):
        if !isEnd, program.sets[set].contains(byte) { _ = gathered.insert(next) }
      case .match:
        isMatch = true
        if !isLongest { break step }
      case .split, .save, .assertion, .fail: continue
      }
    }
    var threads: [Int32] = []
    threads.reserveCapacity(gathered.count)
    for place in 0..<gathered.count { threads.append(Int32(truncatingIfNeeded: gathered[place])) }
    let isLive = !threads.isEmpty
    let next = State(
      threads: threads,
      looksBehind: isLive && program.hasLookBehind && !isEnd && byte == 0x0A ? Look.lineStart : 0,
      isAfterWord: isLive && program.hasWordAssertions && isWord)
    let generation = states.count
    let number = self.number(of: next)
    // Where the cache was emptied in between, the old row is gone and nothing is remembered.
    let result = isMatch ? number | Self.matchFlag : number
    if states.count >= generation { table[Int(row) + column] = result }
    return result
  }

  /// Follows everything that consumes nothing, in order of preference, into `opened`.
  private mutating func open(_ start: Int, _ program: Program, looks: UInt8) {
    stack.append(start)
    while let top = stack.popLast() {
      var id = top
      follow: while opened.insert(id) {
        switch program.instructions[id] {
        case .split(let first, let second):
          stack.append(second)
          id = first
        case .save(_, let next): id = next
        case .assertion(let kind, let next):
          guard looks & Look.bit(kind) != 0 else { break follow }
          id = next
        case .bytes, .match, .fail: break follow
        }
      }
    }
  }

  /// The state's row, premultiplied; made where it is new.
  private mutating func number(of state: State) -> Int32 {
    if let known = numbers[state] { return known }
    if states.count >= Self.stateLimit || table.count >= Self.tableLimit { reset() }
    let row = Int32(truncatingIfNeeded: table.count)
    states.append(state)
    table.append(contentsOf: repeatElement(Self.unknown, count: stride))
    numbers[state] = row
    return row
  }

  /// Assertions as bits of a byte.
  private enum Look {
    static let textStart = bit(.textStart)
    static let textEnd = bit(.textEnd)
    static let lineStart = bit(.lineStart)
    static let lineEnd = bit(.lineEnd)
    static let wordBoundary = bit(.wordBoundary)
    static let notWordBoundary = bit(.notWordBoundary)

    static func bit(_ kind: PatternSyntax.Assertion) -> UInt8 { 1 << kind.rawValue }
  }
}
