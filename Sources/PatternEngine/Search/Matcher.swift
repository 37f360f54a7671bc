/// One compiled pattern with the scratch memory of its engines; owned by one caller at a time.
package struct Matcher {
  package let program: Program
  private var dfa: LazyDFA
  private var simulation: NFASimulation?
  /// The program that reads backwards from a match's end to its start; made at the first match.
  private var backward: (program: Program, dfa: LazyDFA)?

  package init(_ pattern: String) throws(PatternError) {
    self.init(try ProgramCompiler.compile(pattern))
  }

  package init(_ program: Program) {
    self.program = program
    dfa = LazyDFA(program)
  }

  /// The bytes that its tables take.
  var byteCount: Int { dfa.byteCount + (backward?.dfa.byteCount ?? 0) }

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
      progress: &progress, captures: &captures, body)
  }

  /// The same of the matches that begin in one of the intervals, which are in order and apart, and
  /// behind those that `progress` knows of. With a free prefix each interval ends at a run.
  mutating func forEachMatch(
    in text: UnsafeBufferPointer<UInt8>, starts: [StartInterval], hasFreePrefix: Bool,
    progress: inout SearchProgress, captures: inout Captures, _ body: ([Range<Int>?]) -> Void
  ) {
    var index = 0
    while let found = hasFreePrefix
      ? dfa.firstMatch(program, in: text, firstOf: starts, index: &index, from: progress.position)
      : dfa.firstMatch(program, in: text, starts: starts, index: &index, from: progress.position)
    {
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
          backward = (program, LazyDFA(program, isLongest: true))
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
