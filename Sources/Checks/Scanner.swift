// Runs all rules over a document: one pass of the pattern set over the bytes, then each match is
// judged, cheapest question first. Zones, tokens and lines are worked out only for documents in
// which a match asks for them, which is why most files cost no more than the pass itself.

import PatternEngine
import Rules
import SourceText

/// The scanner of one worker: a shared plan and scratch memory of its own.
package struct Scanner {
  private let plan: ScanPlan
  private var cache = SearchCache()
  private let patterns = PatternCache()
  private let judge: CandidateJudge
  /// The names of the groups of each pattern that was met.
  private var groupNames: [Int: [String?]] = [:]
  private var filters: [Language: Prefilter] = [:]

  /// A candidate that was confirmed, still in terms of its document.
  package struct Hit {
    package var candidate: Candidate
    package var scan: DocumentScan
    package var zone: Zone
  }

  package init(_ plan: ScanPlan) {
    self.plan = plan
    judge = CandidateJudge(plan, patterns: patterns)
  }

  /// Everything that the rules find in a document, in no particular order.
  package mutating func scan(_ document: Document) -> [Hit] {
    let scan = DocumentScan(document, patterns: patterns)
    var hits: [Hit] = []
    var anchors: [(place: Int, pattern: Int)] = []
    let plan = plan
    let judge = judge
    let filter = filter(for: document.language)
    var matches: [(rule: Int, pattern: Int, match: Match)] = []
    document.bytes.withUnsafeBufferPointer { text in
      plan.set.forEachMatch(in: text, filter: filter, cache: &cache) { match in
        switch plan.uses[match.pattern] {
        case .rule(let rule):
          guard judge.isAbout(rule, scan) else { return }
          matches.append((rule, match.pattern, match))
        case .anchor(let numbers):
          if numbers.contains(where: { judge.isAbout(plan.codePatterns[$0].rule, scan) }) {
            anchors.append((match.range.lowerBound, match.pattern))
          }
        }
      }
    }
    matches.sort {
      ($0.pattern, $0.match.range.lowerBound) < ($1.pattern, $1.match.range.lowerBound)
    }
    for (rule, pattern, match) in matches {
      let names = names(of: pattern)
      let value = names.firstIndex(of: "value").flatMap { match.groups[$0] } ?? match.range
      let hit = judge.judge(rule: rule, match: match.range, value: value, in: scan) {
        var groups: [String: Range<Int>] = [:]
        for (index, name) in names.enumerated() {
          guard let name, let range = match.groups[index] else { continue }
          groups[name] = range
        }
        return groups
      }
      if let hit { hits.append(hit) }
    }
    var seen = Set<[Int]>()
    for anchor in anchors {
      let token = scan.lexed.tokenIndex(at: anchor.place)
      guard token < scan.lexed.tokens.count, Int(scan.lexed.tokens[token].start) <= anchor.place
      else { continue }
      guard case .anchor(let numbers) = plan.uses[anchor.pattern] else { continue }
      for number in numbers {
        let (rule, pattern) = plan.codePatterns[number]
        guard judge.isAbout(rule, scan) else { continue }
        guard let found = CodeMatcher.match(pattern, anchor: token, in: scan) else { continue }
        guard seen.insert([rule, found.range.lowerBound, found.range.upperBound]).inserted else {
          continue
        }
        let hit = judge.judge(rule: rule, match: found.range, value: found.range, in: scan) {
          found.groups
        }
        if let hit { hits.append(hit) }
      }
    }
    return settled(hits, scan)
  }

  private mutating func names(of pattern: Int) -> [String?] {
    if let known = groupNames[pattern] { return known }
    let names = plan.set.groupNames(of: pattern)
    groupNames[pattern] = names
    return names
  }

  /// What the checks leave of the hits of their categories.
  private func settled(_ hits: [Hit], _ scan: DocumentScan) -> [Hit] {
    guard !hits.isEmpty else { return hits }
    var result: [Hit] = []
    let byCategory = Dictionary(grouping: hits) { $0.candidate.rule.category }
    for category in RuleCategory.allCases {
      guard let group = byCategory[category] else { continue }
      guard let check = plan.checks[category] else {
        result += group
        continue
      }
      let candidates = group.map(\.candidate)
        .sorted { $0.match.lowerBound < $1.match.lowerBound }
      result += check.settle(candidates, in: scan).map {
        Hit(candidate: $0, scan: scan, zone: scan.zone(at: $0.value.lowerBound))
      }
    }
    return result
  }

  /// The filter for the patterns that some rule for the language asks for.
  private mutating func filter(for language: Language) -> Prefilter {
    if let known = filters[language] { return known }
    let made = plan.filters.filter(for: language) {
      plan.set.filter { pattern in
        switch plan.uses[pattern] {
        case .rule(let rule): Self.isAbout(plan.rules[rule], language)
        case .anchor(let numbers):
          numbers.contains { Self.isAbout(plan.rules[plan.codePatterns[$0].rule], language) }
        }
      }
    }
    filters[language] = made
    return made
  }

  /// Whether a rule speaks of a language at all.
  private static func isAbout(_ rule: Rule, _ language: Language) -> Bool {
    rule.languages.isEmpty || rule.languages.contains(where: language.includes)
  }
}
