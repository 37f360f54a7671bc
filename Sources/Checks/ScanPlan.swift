// What is worked out once of a catalog of rules, and shared by all workers: one set of patterns for
// everything that the bytes are searched for. A rule with a pattern takes part with that pattern; a
// structural rule with the words that its patterns are anchored at.

import PatternEngine
import Rules
import SourceText
import Synchronization

/// The rules of a review, ready to be run.
package struct ScanPlan: Sendable {
  package let rules: [Rule]
  package let checks: [RuleCategory: any Check]
  let set: PatternSet
  let uses: [Use]
  let validators: [String: Validator]
  /// The filters of the set for each language, made on first use by any worker.
  let filters = LanguageFilters()
  /// Structural patterns, by number.
  let codePatterns: [(rule: Int, pattern: CodePattern)]

  /// What a match of the set's pattern means.
  enum Use: Sendable {
    case rule(Int)
    /// An anchor word: the structural patterns to try there.
    case anchor([Int])
  }

  /// Fails with every rule whose pattern cannot be read.
  package init(
    rules: [Rule], checks: [any Check] = AllChecks.all, validators: [Validator] = Validator.all
  ) throws(PatternSet.Failure) {
    self.rules = rules
    self.checks = Dictionary(
      checks.map { ($0.category, $0) }, uniquingKeysWith: { first, _ in first })
    self.validators = Dictionary(
      validators.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var patterns: [String] = []
    var uses: [Use] = []
    var codePatterns: [(rule: Int, pattern: CodePattern)] = []
    var anchors: [String: [Int]] = [:]
    var anchorOrder: [String] = []
    for (index, rule) in rules.enumerated() {
      switch rule.matcher {
      case .pattern(let pattern):
        patterns.append(pattern)
        uses.append(.rule(index))
      case .code(let texts):
        for text in texts {
          guard let pattern = try? CodePattern(text) else { continue }
          codePatterns.append((index, pattern))
          for anchor in pattern.anchorTexts {
            if anchors[anchor] == nil { anchorOrder.append(anchor) }
            anchors[anchor, default: []].append(codePatterns.count - 1)
          }
        }
      }
    }
    for anchor in anchorOrder {
      patterns.append(Self.quoted(anchor))
      uses.append(.anchor(anchors[anchor] ?? []))
    }
    set = try PatternSet(patterns)
    self.uses = uses
    self.codePatterns = codePatterns
  }

  /// What the engine knows of the patterns of a rule: the worst of them.
  package func facts(ofRule index: Int) -> PatternIndex.Facts? {
    var worst: PatternIndex.Facts?
    for (pattern, use) in uses.enumerated() {
      switch use {
      case .rule(index): return set.facts(of: pattern)
      case .anchor(let numbers) where numbers.contains { codePatterns[$0].rule == index }:
        let facts = set.facts(of: pattern)
        if worst.map({ facts.cost > $0.cost }) ?? true { worst = facts }
      case .rule, .anchor: continue
      }
    }
    return worst
  }

  /// The pattern that matches just that text, as a whole word where it is one.
  private static func quoted(_ text: String) -> String {
    func isWord(_ byte: UInt8?) -> Bool { byte.map(ByteSet.word.contains) ?? false }
    var result = isWord(text.utf8.first) ? "\\b" : ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, !isWord(UInt8(truncatingIfNeeded: scalar.value)) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    if isWord(text.utf8.last) { result += "\\b" }
    return result
  }
}

/// The filters that were made for a plan's set, by language.
final class LanguageFilters: Sendable {
  private let filters = Mutex<[Language: Prefilter]>([:])

  func filter(for language: Language, _ make: () -> Prefilter) -> Prefilter {
    if let known = filters.withLock({ $0[language] }) { return known }
    let made = make()
    return filters.withLock { filters in
      if let known = filters[language] { return known }
      filters[language] = made
      return made
    }
  }
}
