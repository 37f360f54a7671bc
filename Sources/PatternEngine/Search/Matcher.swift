/// One compiled pattern with the scratch memory of its engines; owned by one caller at a time.
package struct Matcher {
  package let program: Program
  private var dfa: LazyDFA
  private var simulation: NFASimulation?
  private let syntax: PatternSyntax
  /// The program that reads backwards from a match's end to its start; made at the first match.
  private var backward: (program: Program, dfa: LazyDFA)?

  package init(_ pattern: String) throws(PatternError) {
    let parsed = try PatternParser.parse(pattern)
    syntax = parsed.syntax
    program = try ProgramCompiler.compile(parsed)
    dfa = LazyDFA(program)
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
      var position: Int?
      if let end = dfa.firstMatchEnd(program, in: text, range: range, isAnchored: true) {
        position = end
      }
      return position == range.upperBound
    }
  }

  /// Leftmost-first, non-overlapping matches within `range`, in order. An empty match that touches
  /// the one before it is left out.
  package mutating func forEachMatch(
    in text: UnsafeBufferPointer<UInt8>, range: Range<Int>, _ body: ([Range<Int>?]) -> Void
  ) {
    var position = range.lowerBound
    var lastEnd: Int?
    while position <= range.upperBound {
      guard
        let end = dfa.firstMatchEnd(
          program, in: text, range: position..<range.upperBound, isAnchored: false)
      else { return }
      guard let slots = groups(endingAt: end, from: position, in: text) else { return }
      let start = slots[0]
      // An empty match neither touches the one before it nor splits a scalar.
      let splitsScalar = start == end && end < text.count && text[end] & 0xC0 == 0x80
      if start == end, end == lastEnd || splitsScalar {
        position = end + 1
        continue
      }
      body(
        (0..<(program.slotCount / 2)).map { group in
          slots[group * 2] >= 0 && slots[group * 2 + 1] >= 0
            ? slots[group * 2]..<slots[group * 2 + 1] : nil
        })
      lastEnd = end
      position = start == end ? end + 1 : end
    }
  }

  /// The slots of the leftmost-first match that ends at `end` and begins at or after `position`:
  /// the backward automaton finds where it begins, so the groups cost no more than the match is long.
  private mutating func groups(
    endingAt end: Int, from position: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> [Int]? {
    if backward == nil {
      let reversed = ParsedPattern(syntax: syntax.reversed, groupNames: [nil])
      if let program = try? ProgramCompiler.compile(reversed) {
        backward = (program, LazyDFA(program, isLongest: true))
      }
    }
    var start: Int?
    if let program = backward?.program {
      start = backward?.dfa.longestMatchStart(program, in: text, range: position..<end)
    }
    if let start, program.slotCount == 2 { return [start, end] }
    if simulation == nil { simulation = NFASimulation(program) }
    return simulation?.firstMatch(
      program, in: text, range: (start ?? position)..<end, isAnchored: start != nil)
  }

  /// All matches in a whole text.
  package mutating func matches(in text: [UInt8]) -> [[Range<Int>?]] {
    var result: [[Range<Int>?]] = []
    text.withUnsafeBufferPointer { text in
      forEachMatch(in: text, range: 0..<text.count) { result.append($0) }
    }
    return result
  }
}
