/// One compiled pattern with the scratch memory of its engines; owned by one caller at a time.
package struct Matcher {
  package let program: Program
  private var dfa: LazyDFA
  private var simulation: NFASimulation?
  /// A pattern that matches more, by whose small automaton most places are ruled out before they are
  /// searched; made once the pattern's own has grown.
  private var relaxed: (program: Program, dfa: LazyDFA)?
  private var hasRelaxed = false
  /// How many states of its own are worth a second automaton.
  private let relaxedLimit: Int
  /// The program that reads backwards from a match's end to its start; made at the first match.
  private var backward: (program: Program, dfa: LazyDFA)?

  package init(_ pattern: String) throws(PatternError) {
    self.init(try ProgramCompiler.compile(pattern))
  }

  package init(_ program: Program) { self.init(program, relaxedLimit: 64) }

  init(_ program: Program, relaxedLimit: Int) {
    self.program = program
    self.relaxedLimit = relaxedLimit
    dfa = LazyDFA(program)
  }

  /// The bytes that its tables take.
  var byteCount: Int {
    dfa.byteCount + (backward?.dfa.byteCount ?? 0) + (relaxed?.dfa.byteCount ?? 0)
  }

  /// Whether it matches somewhere within `range`; the bytes around count for assertions only.
  package mutating func matches(
    _ text: UnsafeBufferPointer<UInt8>, range: Range<Int>, isAnchored: Bool = false
  ) -> Bool {
    dfa.firstMatchEnd(program, in: text, range: range, isAnchored: isAnchored) != nil
  }

  /// Whether it matches somewhere in a whole text.
  package mutating func matches(_ text: [UInt8], range: Range<Int>? = nil) -> Bool {
    text.withUnsafeBufferPointer { matches($0, range: range ?? 0..<text.count) }
  }

  /// Whether it matches the whole range.
  package mutating func matchesWholly(_ text: [UInt8], range: Range<Int>) -> Bool {
    text.withUnsafeBufferPointer { text in
      dfa.firstMatchEnd(program, in: text, range: range, isAnchored: true) == range.upperBound
    }
  }

  /// Leftmost-first, non-overlapping matches in the whole text, in order. An empty match that touches
  /// the one before it is left out.
  package mutating func forEachMatch(
    in text: UnsafeBufferPointer<UInt8>, _ body: ([Range<Int>?]) -> Void
  ) {
    var progress = SearchProgress()
    var captures = Captures()
    forEachMatch(
      in: text, starts: [StartInterval(first: 0, last: text.count)], hasFreePrefix: false,
      maximumLength: nil, progress: &progress, captures: &captures, body)
  }

  /// The same of the matches that begin in one of the intervals, which are in order and apart, and
  /// behind those that `progress` knows of. With a free prefix each interval ends at a run.
  mutating func forEachMatch(
    in text: UnsafeBufferPointer<UInt8>, starts: [StartInterval], hasFreePrefix: Bool,
    maximumLength: Int?, progress: inout SearchProgress, captures: inout Captures,
    _ body: ([Range<Int>?]) -> Void
  ) {
    var index = 0
    // The intervals before `doubted` are searched: they may have a match, for all that is known.
    var doubted = 0
    // Where a pattern with a free prefix has no match.
    var tried = -1
    while index < starts.count {
      if index >= doubted {
        doubted = rulesOut(
          text, starts, &index, from: progress.position, reach: maximumLength ?? .max)
        if index >= doubted { continue }
      }
      let found: LazyDFA.Found?
      if hasFreePrefix {
        found = firstMatch(in: text, starts[index], &tried, from: progress.position)
        if found == nil { index += 1 }
      } else {
        found = dfa.firstMatch(
          program, in: text, starts: starts, index: &index, from: progress.position)
      }
      guard let found else { continue }
      guard let groups = groups(of: found, in: text, &captures),
        let match = groups[0]
      else { return }
      // An empty match neither touches the one before it nor splits a scalar.
      let splitsScalar = match.isEmpty && found.end < text.count && text[found.end] & 0xC0 == 0x80
      if match.isEmpty, found.end == progress.lastEnd || splitsScalar {
        progress.position = found.end + 1
        continue
      }
      body(groups)
      progress.lastEnd = found.end
      progress.position = match.isEmpty ? found.end + 1 : found.end
    }
  }

  /// Moves `index` behind the intervals from there on that surely have no match, as far as that comes in
  /// one go, and returns the end of those behind them that may have one.
  private mutating func rulesOut(
    _ text: UnsafeBufferPointer<UInt8>, _ starts: [StartInterval], _ index: inout Int,
    from position: Int, reach: Int
  ) -> Int {
    if !hasRelaxed {
      guard dfa.stateCount > relaxedLimit else { return index + 1 }
      hasRelaxed = true
      if let syntax = program.syntax.relaxed,
        let program = try? ProgramCompiler.compile(
          ParsedPattern(syntax: syntax, groupNames: [nil]))
      {
        relaxed = (program, LazyDFA(program, wants: .any))
      }
    }
    guard let program = relaxed?.program else { return index + 1 }
    var reached = index
    let found = relaxed?.dfa.firstMatch(
      program, in: text, starts: starts, index: &reached, from: position, reach: reach)
    if found == nil { index = reached }
    return found == nil ? reached : reached + 1
  }

  /// The match of a pattern with a free prefix: it begins at the first place of an interval that is not
  /// before `position`, or at none of its places.
  private mutating func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, _ interval: StartInterval, _ tried: inout Int,
    from position: Int
  ) -> LazyDFA.Found? {
    let from = max(interval.first, position)
    guard from <= interval.last, from != tried else { return nil }
    tried = from
    return dfa.firstMatchEnd(program, in: text, range: from..<text.count, isAnchored: true)
      .map { LazyDFA.Found(from: from, isStart: true, end: $0) }
  }

  /// The groups of a match: where its start is open, the backward automaton finds it from its end, so
  /// that the groups cost no more than the match is long.
  private mutating func groups(
    of found: LazyDFA.Found, in text: UnsafeBufferPointer<UInt8>, _ captures: inout Captures
  ) -> [Range<Int>?]? {
    var start: Int? = found.from
    if !found.isStart {
      if backward == nil {
        let reversed = ParsedPattern(syntax: program.syntax.reversed, groupNames: [nil])
        if let program = try? ProgramCompiler.compile(reversed) {
          backward = (program, LazyDFA(program, wants: .longest))
        }
      }
      guard let reversed = backward?.program else { return nil }
      start = backward?.dfa.longestMatchStart(reversed, in: text, range: found.from..<found.end)
    }
    guard let start else { return nil }
    if program.slotCount == 2 { return [start..<found.end] }
    if captures.find(program, in: text, range: start..<found.end) {
      return Self.ranges(captures.slots)
    }
    if simulation == nil { simulation = NFASimulation(program) }
    return simulation?.firstMatch(program, in: text, range: start..<found.end, isAnchored: true)
      .map(Self.ranges)
  }

  private static func ranges(_ slots: [Int]) -> [Range<Int>?] {
    (0..<(slots.count / 2)).map { group in
      slots[group * 2] >= 0 && slots[group * 2 + 1] >= 0
        ? slots[group * 2]..<slots[group * 2 + 1] : nil
    }
  }

  /// All matches in a whole text.
  package mutating func matches(in text: [UInt8]) -> [[Range<Int>?]] {
    var result: [[Range<Int>?]] = []
    text.withUnsafeBufferPointer { text in forEachMatch(in: text) { result.append($0) } }
    return result
  }
}

/// How far the search for one pattern's matches in a text has come.
struct SearchProgress: Sendable {
  /// Where the next match may begin at the earliest.
  var position = 0
  var lastEnd: Int?
}
