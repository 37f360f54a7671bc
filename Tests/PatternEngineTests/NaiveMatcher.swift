@testable import PatternEngine

/// The obvious matcher: backtracking over the tree, in order of preference. Exponential, and right
/// by inspection; every engine is held against it on small patterns and texts.
struct NaiveMatcher {
  let syntax: PatternSyntax
  let groupCount: Int
  /// A repeated part can match the empty text: engines that are all right may then differ in which
  /// turn of the loop they call the empty one.
  let isAmbiguous: Bool
  private let effort = Effort()

  /// How many nodes it may still try.
  private final class Effort { var left = Int.max }

  init(_ pattern: String) throws {
    let parsed = try PatternParser.parse(pattern)
    syntax = parsed.syntax
    groupCount = parsed.groupNames.count
    isAmbiguous = Self.repeatsEmpty(syntax)
  }

  private static func repeatsEmpty(_ syntax: PatternSyntax) -> Bool {
    switch syntax {
    case .empty, .bytes, .assertion: false
    case .concatenation(let parts), .alternation(let parts): parts.contains(where: repeatsEmpty)
    case .group(let part, _): repeatsEmpty(part)
    case .repetition(let part, _, _, _): part.isNullable || repeatsEmpty(part)
    }
  }

  /// All matches as a search gives them: leftmost-first and apart; an empty one neither touches the
  /// one before nor splits a scalar. Nil where that takes more than `effort` steps.
  func matches(in text: [UInt8], effort: Int = .max) -> [[Range<Int>?]]? {
    self.effort.left = effort
    let found = allMatches(in: text) { firstMatch(in: text, from: $0) }
    return self.effort.left > 0 ? found : nil
  }

  /// The leftmost-first match at or after `start`, as slots.
  func firstMatch(in text: [UInt8], from start: Int) -> [Int]? {
    for position in start...text.count {
      var found: [Int]?
      var slots = [Int](repeating: -1, count: groupCount * 2)
      slots[0] = position
      _ = match(syntax, text, position, &slots) { end, slots in
        slots[1] = end
        found = slots
        return true
      }
      if let found { return found }
    }
    return nil
  }

  private func match(
    _ node: PatternSyntax, _ text: [UInt8], _ position: Int, _ slots: inout [Int],
    _ next: (Int, inout [Int]) -> Bool
  ) -> Bool {
    guard effort.left > 0 else { return false }
    effort.left -= 1
    switch node {
    case .empty: return next(position, &slots)
    case .bytes(let set):
      guard position < text.count, set.contains(text[position]) else { return false }
      return next(position + 1, &slots)
    case .assertion(let kind):
      let holds = text.withUnsafeBufferPointer { kind.holds(at: position, in: $0) }
      return holds && next(position, &slots)
    case .concatenation(let parts):
      return sequence(parts[...], text, position, &slots, next)
    case .alternation(let branches):
      for branch in branches {
        let saved = slots
        if match(branch, text, position, &slots, next) { return true }
        slots = saved
      }
      return false
    case .group(let part, let index):
      let saved = slots
      slots[index * 2] = position
      let start = position
      let matched = match(part, text, position, &slots) { end, slots in
        let outer = (slots[index * 2], slots[index * 2 + 1])
        slots[index * 2] = start
        slots[index * 2 + 1] = end
        if next(end, &slots) { return true }
        (slots[index * 2], slots[index * 2 + 1]) = outer
        return false
      }
      if !matched { slots = saved }
      return matched
    case .repetition(let part, let minimum, let maximum, let isGreedy):
      return repetition(part, minimum, maximum, isGreedy, text, position, &slots, next)
    }
  }

  private func sequence(
    _ parts: ArraySlice<PatternSyntax>, _ text: [UInt8], _ position: Int, _ slots: inout [Int],
    _ next: (Int, inout [Int]) -> Bool
  ) -> Bool {
    guard let first = parts.first else { return next(position, &slots) }
    return match(first, text, position, &slots) { end, slots in
      sequence(parts.dropFirst(), text, end, &slots, next)
    }
  }

  private func repetition(
    _ part: PatternSyntax, _ minimum: Int, _ maximum: Int?, _ isGreedy: Bool, _ text: [UInt8],
    _ position: Int, _ slots: inout [Int], _ next: (Int, inout [Int]) -> Bool
  ) -> Bool {
    if minimum > 0 {
      return match(part, text, position, &slots) { end, slots in
        repetition(
          part, minimum - 1, maximum.map { $0 - 1 }, isGreedy, text, end, &slots, next)
      }
    }
    let mayRepeat = maximum.map { $0 > 0 } ?? true
    func again(_ slots: inout [Int]) -> Bool {
      guard mayRepeat else { return false }
      return match(part, text, position, &slots) { end, slots in
        // A turn that consumes nothing does not count.
        guard end > position else { return false }
        return repetition(part, 0, maximum.map { $0 - 1 }, isGreedy, text, end, &slots, next)
      }
    }
    let saved = slots
    if isGreedy {
      if again(&slots) { return true }
      slots = saved
      return next(position, &slots)
    }
    if next(position, &slots) { return true }
    slots = saved
    return again(&slots)
  }
}

/// All matches within a range, from what finds the slots of the first one at or after a place.
func allMatches(
  in text: [UInt8], range: Range<Int>? = nil, _ first: (Int) -> [Int]?
) -> [[Range<Int>?]] {
  let limits = range ?? 0..<text.count
  var result: [[Range<Int>?]] = []
  var position = limits.lowerBound
  var lastEnd: Int?
  while position <= limits.upperBound, let slots = first(position) {
    let (start, end) = (slots[0], slots[1])
    let splitsScalar = start == end && end < text.count && text[end] & 0xC0 == 0x80
    if start < end || end != lastEnd && !splitsScalar {
      result.append(
        stride(from: 0, to: slots.count, by: 2).map { slot in
          slots[slot] >= 0 && slots[slot + 1] >= 0 ? slots[slot]..<slots[slot + 1] : nil
        })
      lastEnd = end
    }
    position = start == end ? end + 1 : end
  }
  return result
}

/// All matches by the slow engine, thread by thread over the whole range; the bytes around it count
/// for assertions only.
func simulatedMatches(
  _ program: Program, in text: [UInt8], range: Range<Int>? = nil
) -> [[Range<Int>?]] {
  var simulation = NFASimulation(program)
  let limits = range ?? 0..<text.count
  return text.withUnsafeBufferPointer { bytes in
    allMatches(in: text, range: limits) { start in
      simulation.firstMatch(
        program, in: bytes, range: start..<limits.upperBound, isAnchored: false)
    }
  }
}
