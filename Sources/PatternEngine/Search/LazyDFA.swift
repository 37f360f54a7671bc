// A lazy DFA builds each state the first time a byte leads to it, and remembers the step, so that
// most bytes cost one table look-up. A state is the ordered list of the places where the threads of
// Pike's machine stand after a byte; the order keeps leftmost-first preference, and a match cuts off
// what stands behind it.
//
// Three things make it exact:
// - What consumes nothing is followed only when the next byte is known, since `\b` and `$` depend on
//   it. A match is therefore told one byte late: the step over a byte says whether the text before
//   that byte matches. A state remembers what held behind it (line start, word byte) where the
//   program asks for such a thing.
// - The end of the searched range is a step of its own, over the byte that follows it in the text
//   (or over "end of text", the last column of the table).
// - A search that may begin in some places only has the thread that starts new matches while it is in
//   such a place, and loses it behind: two more steps that are remembered like those over bytes.
//
// States are kept in a bounded cache. When it is full it is emptied and built anew, so hostile text
// costs at most O(program) for each byte and never unbounded memory. Tested by EngineAgreementTests.

/// The scratch memory and tables of one program's DFA.
package struct LazyDFA {
  /// How many states are kept before the cache starts over.
  static let stateLimit = 4_096
  /// How many table entries are kept before the cache starts over.
  static let tableLimit = 1 << 18

  private static let unknown: Int32 = -1
  private static let dead: Int32 = 0
  private static let matchFlag: Int32 = 1 << 30

  /// Row after row: for each class the next state's row (premultiplied, with `matchFlag`), then the
  /// end of text, then the same state without and with the thread that starts new matches.
  private var table: [Int32] = []
  private let stride: Int
  private let closeColumn: Int
  private let openColumn: Int
  private let wants: Wish
  /// The threads of all states, one state after the other.
  private var threads: [Int32] = []
  private var states: [State] = []
  /// An open hash table of state numbers; -1 is free.
  private var slots: [Int32] = []
  private var starts: [Int32]
  private var gathered: SparseSet
  private var opened: SparseSet
  private var stack: [Int32] = []
  private var wanted: [Int32] = []

  /// What is asked about the matches from a place.
  enum Wish {
    /// The end of the one that leftmost-first prefers.
    case preferred
    /// The end of the longest.
    case longest
    /// Whether there is one: the first end that is met. The order of threads is of no matter.
    case any
  }

  private struct State {
    var first: Int32
    var count: Int32
    var hash: UInt32
    /// Assertions about what stands before, as bits; bit 7: a word byte stands before.
    var behind: UInt8
  }

  package init(_ program: Program) { self.init(program, wants: .preferred) }

  init(_ program: Program, wants: Wish) {
    self.wants = wants
    stride = program.classCount + 3
    closeColumn = program.classCount + 1
    openColumn = program.classCount + 2
    gathered = SparseSet(capacity: program.instructions.count)
    opened = SparseSet(capacity: program.instructions.count)
    starts = [Int32](repeating: Self.unknown, count: 8)
    reset()
  }

  var stateCount: Int { states.count }

  /// The bytes that the tables take.
  var byteCount: Int { table.count * 4 + threads.count * 4 + states.count * 16 + slots.count * 4 }

  private mutating func reset() {
    table.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    threads.removeAll(keepingCapacity: true)
    slots = [Int32](repeating: -1, count: 32)
    for index in starts.indices { starts[index] = Self.unknown }
    // The dead state is row 0.
    wanted.removeAll(keepingCapacity: true)
    _ = number(behind: 0)
    for column in 0..<stride { table[column] = Self.dead }
  }

  // MARK: - Searching

  /// The end of the leftmost-first match that begins and ends within `range`, or nil. The bytes
  /// around the range count for assertions only.
  package mutating func firstMatchEnd(
    _ program: Program, in text: UnsafeBufferPointer<UInt8>, range: Range<Int>, isAnchored: Bool
  ) -> Int? {
    var state = startState(program, before: range.lowerBound, in: text, isAnchored: isAnchored)
    var position = range.lowerBound
    var end: Int?
    if !run(program, text, &state, &position, to: range.upperBound, &end) { return end }
    finish(program, text, state, at: range.upperBound, &end)
    return end
  }

  /// A match that was found.
  struct Found {
    /// Where it starts, or a place before that.
    var from: Int
    var isStart: Bool
    var end: Int
  }

  /// The leftmost-first match that begins in one of the intervals from `index` on that are searched
  /// together, since threads of one live when the next begins, and not before `position`. Leaves in
  /// `index` an interval that does not begin behind the match, or without one the interval behind those
  /// that were searched.
  mutating func firstMatch(
    _ program: Program, in text: UnsafeBufferPointer<UInt8>, starts intervals: [StartInterval],
    index: inout Int, from position: Int, reach: Int = .max
  ) -> Found? {
    let from = max(intervals[index].first, position)
    var last = min(intervals[index].last, text.count)
    if from > last {
      index += 1
      return nil
    }
    var isOpen = from < last
    var isStart = !isOpen
    var state = startState(program, before: from, in: text, isAnchored: !isOpen)
    var place = from
    var end: Int?
    while true {
      let limit = reach < text.count - last ? last + reach : text.count
      var stop = limit
      if isOpen {
        stop = min(stop, last + 1)
      } else if end == nil, index + 1 < intervals.count {
        stop = max(place, min(stop, intervals[index + 1].first))
      }
      guard run(program, text, &state, &place, to: stop, &end) else { break }
      if isOpen, place > last {
        while index + 1 < intervals.count, intervals[index + 1].first <= place {
          index += 1
          last = max(last, min(intervals[index].last, text.count))
        }
        if place > last {
          isOpen = false
          state = startsChanged(program, state, column: closeColumn)
          if state == Self.dead { break }
        }
      } else if !isOpen, end == nil, index + 1 < intervals.count,
        intervals[index + 1].first <= place
      {
        index += 1
        last = min(intervals[index].last, text.count)
        isOpen = place <= last
        isStart = false
        if isOpen { state = startsChanged(program, state, column: openColumn) }
      } else if place >= limit {
        finish(program, text, state, at: place, &end)
        break
      }
    }
    guard let end else {
      index += 1
      return nil
    }
    // What was taken in on the way may begin behind the match.
    while index > 0, intervals[index].first > end { index -= 1 }
    return Found(from: from, isStart: isStart, end: end)
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

  /// Steps over the bytes up to `limit` as long as the steps are known and lead to states that are
  /// neither dead nor tell of a match: most of a text.
  @inline(__always)
  private func skipKnown(
    _ program: Program, _ text: UnsafeBufferPointer<UInt8>, _ state: inout Int32,
    _ position: inout Int, to limit: Int
  ) {
    let last = min(limit, text.count)
    var (known, place) = (state, position)
    // A state is the start of a row of `table`, and a class is less than a row is long; `byteClasses`
    // has a class for each byte.
    table.withUnsafeBufferPointer { table in
      program.byteClasses.withUnsafeBufferPointer { classes in
        while place < last {
          let next = table[Int(known) + Int(classes[Int(text[place])])]
          // Unknown is negative, dead is zero, and a match has the flag.
          guard next > 0, next < Self.matchFlag else { break }
          known = next
          place += 1
        }
      }
    }
    (state, position) = (known, place)
  }

  /// Steps over the bytes up to `limit`; false where no thread is left before that.
  @inline(__always)
  private mutating func run(
    _ program: Program, _ text: UnsafeBufferPointer<UInt8>, _ state: inout Int32,
    _ position: inout Int, to limit: Int, _ end: inout Int?
  ) -> Bool {
    while position < limit {
      skipKnown(program, text, &state, &position, to: limit)
      guard position < limit else { break }
      let column = Int(program.byteClasses[Int(text[position])])
      var next = table[Int(state) + column]
      if next == Self.unknown { next = step(program, from: state, column: column) }
      if next & Self.matchFlag != 0 {
        end = position
        next &= ~Self.matchFlag
      }
      if next == Self.dead { return false }
      state = next
      position += 1
    }
    return true
  }

  /// The last step, over what follows the searched bytes.
  private mutating func finish(
    _ program: Program, _ text: UnsafeBufferPointer<UInt8>, _ state: Int32, at limit: Int,
    _ end: inout Int?
  ) {
    let column =
      limit < text.count ? Int(program.byteClasses[Int(text[limit])]) : program.classCount
    var next = table[Int(state) + column]
    if next == Self.unknown { next = step(program, from: state, column: column) }
    if next & Self.matchFlag != 0 { end = limit }
  }

  // MARK: - Building states

  private mutating func startState(
    _ program: Program, before place: Int, in text: UnsafeBufferPointer<UInt8>, isAnchored: Bool
  ) -> Int32 {
    startState(
      program, isAtStart: place == 0, before: place > 0 ? text[place - 1] : 0,
      isAnchored: isAnchored)
  }

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
    if program.hasLookBehind {
      if kind == 0 { behind = Look.textStart | Look.lineStart }
      if kind == 1 { behind = Look.lineStart }
    }
    if program.hasWordAssertions, kind == 2 { behind |= Look.afterWord }
    wanted.removeAll(keepingCapacity: true)
    wanted.append(Int32(truncatingIfNeeded: isAnchored ? program.start : program.unanchoredStart))
    // Numbering may empty the cache; the start is remembered after that.
    let number = self.number(behind: behind)
    starts[index] = number
    return number
  }

  /// The same state without, or with, the thread that starts new matches.
  private mutating func startsChanged(
    _ program: Program, _ row: Int32, column: Int
  ) -> Int32 {
    let known = table[Int(row) + column]
    if known != Self.unknown { return known }
    let state = states[Int(row) / stride]
    let loop = Int32(truncatingIfNeeded: program.unanchoredStart)
    wanted.removeAll(keepingCapacity: true)
    for place in Int(state.first)..<Int(state.first + state.count) where threads[place] != loop {
      wanted.append(threads[place])
    }
    if column == openColumn { wanted.append(loop) }
    let generation = states.count
    let number = self.number(behind: wanted.isEmpty ? 0 : state.behind)
    return remember(number, at: row, column, before: generation)
  }

  /// Works out and remembers the step from a state over a class of bytes, or over the end of text.
  private mutating func step(_ program: Program, from row: Int32, column: Int) -> Int32 {
    let state = states[Int(row) / stride]
    let isEnd = column == program.classCount
    let byte = isEnd ? 0 : program.representatives[column]
    let isWord = !isEnd && ByteSet.word.contains(byte)

    var looks = state.behind & ~Look.afterWord
    if isEnd { looks |= Look.textEnd | Look.lineEnd }
    if !isEnd, byte == 0x0A { looks |= Look.lineEnd }
    let isAfterWord = state.behind & Look.afterWord != 0
    looks |= isAfterWord != isWord ? Look.wordBoundary : Look.notWordBoundary
    opened.removeAll()
    // Threads that neither take this byte nor match before it are not followed.
    var next = ClassSet.match
    if !isEnd { next.insert(column) }
    for place in Int(state.first)..<Int(state.first + state.count)
    where program.firsts[Int(threads[place])].meets(next) {
      open(threads[place], program, looks: looks, next: next)
    }

    gathered.removeAll()
    var isMatch = false
    step: for place in 0..<opened.count {
      switch program.instructions[opened[place]] {
      case .bytes(let set, let next):
        if !isEnd, program.sets[set].contains(byte) { _ = gathered.insert(next) }
      case .match:
        isMatch = true
        switch wants {
        case .preferred: break step
        case .longest: continue
        case .any:
          gathered.removeAll()
          break step
        }
      case .split, .save, .assertion, .fail: continue
      }
    }
    wanted.removeAll(keepingCapacity: true)
    for place in 0..<gathered.count { wanted.append(Int32(truncatingIfNeeded: gathered[place])) }
    if wants == .any { wanted.sort() }
    var behind: UInt8 = 0
    if !wanted.isEmpty, !isEnd {
      if program.hasLookBehind, byte == 0x0A { behind |= Look.lineStart }
      if program.hasWordAssertions, isWord { behind |= Look.afterWord }
    }
    let generation = states.count
    let number = self.number(behind: behind)
    return remember(
      isMatch ? number | Self.matchFlag : number, at: row, column, before: generation)
  }

  /// Where the cache was emptied in between, the old row is gone and nothing is remembered.
  private mutating func remember(
    _ result: Int32, at row: Int32, _ column: Int, before generation: Int
  ) -> Int32 {
    if states.count >= generation { table[Int(row) + column] = result }
    return result
  }

  /// Follows everything that consumes nothing and leads to what is wanted, in order of preference, into
  /// `opened`.
  private mutating func open(
    _ start: Int32, _ program: Program, looks: UInt8, next: ClassSet
  ) {
    stack.append(start)
    while let top = stack.popLast() {
      var id = Int(top)
      follow: while opened.insert(id) {
        switch program.instructions[id] {
        case .split(let first, let second):
          guard program.firsts[first].meets(next) else {
            if !program.firsts[second].meets(next) { break follow }
            id = second
            continue follow
          }
          if program.firsts[second].meets(next) {
            stack.append(Int32(truncatingIfNeeded: second))
          }
          id = first
        case .save(_, let behind): id = behind
        case .assertion(let kind, let behind):
          guard looks & Look.bit(kind) != 0 else { break follow }
          id = behind
        case .bytes, .match, .fail: break follow
        }
      }
    }
  }

  /// Room for some more, and a quarter of what there is: hundreds of tables that double would leave
  /// megabytes unused.
  private static func reserve(_ count: Int, in list: inout [Int32]) {
    guard list.count + count > list.capacity else { return }
    list.reserveCapacity(list.count + max(8 * count, list.count / 4))
  }

  /// The row, premultiplied, of the state with the threads in `wanted`; made where it is new.
  private mutating func number(behind: UInt8) -> Int32 {
    var hash = UInt32(behind) &* 0x9E37_79B1
    for thread in wanted { hash = (hash ^ UInt32(bitPattern: thread)) &* 0x0100_0193 }
    hash ^= hash >> 15
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if states[number].hash == hash, isWanted(states[number], behind) {
        return Int32(truncatingIfNeeded: number * stride)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    if states.count >= Self.stateLimit || table.count + stride > Self.tableLimit {
      // What is wanted lives in scratch memory that emptying reuses.
      let kept = wanted
      reset()
      wanted = kept
      return number(behind: behind)
    }
    let number = states.count
    states.append(
      State(
        first: Int32(truncatingIfNeeded: threads.count),
        count: Int32(truncatingIfNeeded: wanted.count), hash: hash, behind: behind))
    Self.reserve(wanted.count, in: &threads)
    threads += wanted
    Self.reserve(stride, in: &table)
    table.append(contentsOf: repeatElement(Self.unknown, count: stride))
    slots[slot] = Int32(truncatingIfNeeded: number)
    if states.count * 2 > slots.count { growSlots() }
    return Int32(truncatingIfNeeded: number * stride)
  }

  private func isWanted(_ state: State, _ behind: UInt8) -> Bool {
    guard state.behind == behind, Int(state.count) == wanted.count else { return false }
    let first = Int(state.first)
    for place in 0..<wanted.count where threads[first + place] != wanted[place] { return false }
    return true
  }

  private mutating func growSlots() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, state) in states.enumerated() {
      var slot = Int(state.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  /// Assertions as bits of a byte.
  private enum Look {
    static let textStart = bit(.textStart)
    static let textEnd = bit(.textEnd)
    static let lineStart = bit(.lineStart)
    static let lineEnd = bit(.lineEnd)
    static let wordBoundary = bit(.wordBoundary)
    static let notWordBoundary = bit(.notWordBoundary)
    static let afterWord: UInt8 = 1 << 7

    static func bit(_ kind: PatternSyntax.Assertion) -> UInt8 { 1 << kind.rawValue }
  }
}
