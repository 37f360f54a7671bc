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
  /// Groups that lead to none but conditional patterns, and those.
  private let groups: [(group: Int, patterns: [Int])]

  init(_ filter: Prefilter, _ index: PatternIndex, conditional: Set<Int>) {
    all = PatternChoice(filter)
    groups = index.wantedPatterns(filter.isWanted).filter {
      !$0.patterns.isEmpty && $0.patterns.allSatisfy(conditional.contains)
    }
  }

  /// The choice without some of the conditional patterns. Costs a copy of a byte for each pattern and
  /// group, and a look at the groups of conditional ones.
  package func without(_ patterns: [Int]) -> PatternChoice {
    var choice = all
    for pattern in patterns { choice.isWanted[pattern] = false }
    for (group, patterns) in groups where !patterns.contains(where: { choice.isWanted[$0] }) {
      choice.isGroupWanted[group] = false
    }
    return choice
  }
}
