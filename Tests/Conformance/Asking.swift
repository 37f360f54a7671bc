@testable import PatternEngine

/// A match as the suites write it: the whole and its groups; nil for a group that took no part.
typealias Groups = [Range<Int>?]

/// Asks every engine for all matches of a pattern within a range of a text.
///
/// Anchored searches are no part of the engine's face; here each begins where the one before ended,
/// by the slow engine, under the face's own rule that an empty match splits no scalar.
struct Asking {
  let pattern: String
  let text: [UInt8]
  let range: Range<Int>
  var isAnchored = false

  /// The answers, by the engine's name; all should be the same.
  func answers() throws -> [(engine: String, matches: [Groups])] {
    let program = try ProgramCompiler.compile(pattern)
    let slow = text.withUnsafeBufferPointer { simulated(program, $0) }
    if isAnchored { return [("simulation, anchored", slow)] }
    var matcher = try Matcher(pattern)
    var answers = [("simulation", slow)]
    guard range == 0..<text.count else {
      // Within a part of a text the matcher says only whether it matches.
      if matcher.matches(text, range: range) == slow.isEmpty { answers.append(("matcher", [])) }
      return answers
    }
    answers.append(("matcher", matcher.matches(in: text)))
    let set = try PatternSet([pattern])
    for blockSize in [16_384, 3] {
      var cache = SearchCache()
      cache.blockSize = blockSize
      var matches: [Groups] = []
      text.withUnsafeBufferPointer { bytes in
        set.forEachMatch(in: bytes, filter: set.filter(), cache: &cache) {
          matches.append($0.groups)
        }
      }
      answers.append(("set, in blocks of \(blockSize)", matches))
    }
    return answers
  }

  private func simulated(_ program: Program, _ bytes: UnsafeBufferPointer<UInt8>) -> [Groups] {
    var simulation = NFASimulation(program)
    var result: [Groups] = []
    var position = range.lowerBound
    var lastEnd: Int?
    while position <= range.upperBound,
      let slots = simulation.firstMatch(
        program, in: bytes, range: position..<range.upperBound, isAnchored: isAnchored)
    {
      let (start, end) = (slots[0], slots[1])
      let splitsScalar = start == end && end < text.count && text[end] & 0xC0 == 0x80
      if isAnchored, splitsScalar { break }
      if start < end || end != lastEnd && !splitsScalar {
        result.append(
          stride(from: 0, to: slots.count, by: 2).map {
            slots[$0] < 0 || slots[$0 + 1] < 0 ? nil : slots[$0]..<slots[$0 + 1]
          })
        lastEnd = end
      }
      position = start == end ? end + 1 : end
    }
    return result
  }
}

/// Whether the groups that the suite tells of are those that were found.
func agree(_ found: [Groups], _ expected: [Groups]) -> Bool {
  found.count == expected.count
    && zip(found, expected).allSatisfy { found, expected in
      expected.count <= found.count && zip(found, expected).allSatisfy { $0 == $1 }
    }
}

func written(_ matches: [Groups]) -> String {
  matches.map { groups in
    "["
      + groups.map { $0.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "-" }
      .joined(separator: " ") + "]"
  }.joined()
}
