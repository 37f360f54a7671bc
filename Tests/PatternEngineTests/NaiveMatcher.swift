@testable import PatternEngine

/// The obvious matcher: backtracking over the tree, in order of preference. Exponential, and right
/// by inspection; every engine is held against it on small patterns and texts.
struct NaiveMatcher {
  let syntax: PatternSyntax
  let groupCount: Int

  init(_ pattern: String) throws {
    let parsed = try PatternParser.parse(pattern)
    syntax = parsed.syntax
    groupCount = parsed.groupNames.count
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
