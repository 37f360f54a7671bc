/// Which of a prefilter's patterns are looked for in one text.
package struct PatternChoice: Sendable {
  /// Of all patterns of the set.
  fileprivate(set) var isWanted: [Bool]
  /// The groups that lead to one of them.
  fileprivate(set) var isGroupWanted: [Bool]

  /// All that a filter knows.
  package init(_ filter: Prefilter) {
    isWanted = filter.isWanted
    isGroupWanted = filter.isGroupWanted
  }
}

/// Patterns of a prefilter that are not looked for in every text: leaves them out, and the groups of
/// triggers that lead to nothing else.
package struct PatternNarrowing: Sendable {
  private let all: PatternChoice
  /// The triggers of the groups that lead to none but conditional patterns, group by group.
  private let triggers: [(group: Int32, pattern: Int32)]

  /// Costs a look at each trigger of the index.
  init(_ filter: Prefilter, _ index: PatternIndex, conditional: [Int]) {
    let all = PatternChoice(filter)
    var isFree = all.isWanted
    for pattern in conditional { isFree[pattern] = false }
    var triggers: [(group: Int32, pattern: Int32)] = []
    index.forEachGroup { group, patterns in
      guard all.isGroupWanted[group], !patterns.contains(where: { isFree[Int($0)] }) else { return }
      for pattern in patterns where all.isWanted[Int(pattern)] {
        triggers.append((Int32(truncatingIfNeeded: group), Int32(truncatingIfNeeded: pattern)))
      }
    }
    self.all = all
    self.triggers = triggers
  }

  /// The choice without some of the conditional patterns. Costs a copy of a byte for each pattern and
  /// group, and a look at the triggers of conditional ones.
  package func without(_ patterns: [Int]) -> PatternChoice {
    var choice = all
    for pattern in patterns { choice.isWanted[pattern] = false }
    for (group, _) in triggers { choice.isGroupWanted[Int(group)] = false }
    for (group, pattern) in triggers where choice.isWanted[Int(pattern)] {
      choice.isGroupWanted[Int(group)] = true
    }
    return choice
  }
}
