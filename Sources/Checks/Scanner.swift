// Runs all rules over a document: one pass of the pattern set over the bytes, then each match is
// judged, cheapest question first. Zones, tokens and lines are worked out only for documents in
// which a match asks for them, which is why most files cost no more than the pass itself.

import PatternEngine
import Rules
import SourceText

/// The scanner of one worker: a shared plan and scratch memory of its own.
package struct Scanner {
  private let plan: ScanPlan
  private var caches: [SearchCache]
  private let memories: [PartMemory]
  private let judges: [CandidateJudge]
  private let patterns = PatternCache()

  /// A candidate that was confirmed, still in terms of its document.
  package struct Hit {
    package var candidate: Candidate
    package var scan: DocumentScan
    package var zone: Zone
  }

  /// A hit of a rule's pattern, with what orders it among the others.
  private struct Found {
    var rank: Int
    var place: Int
    var hit: Hit
  }

  /// A place where a structural pattern may match.
  private struct Attempt {
    var rank: Int
    var part: Int
    var rule: Int
    var pattern: Int
    var place: Int
  }

  package init(_ plan: ScanPlan) {
    self.plan = plan
    caches = plan.parts.map { _ in SearchCache() }
    let memories = plan.parts.map(PartMemory.init)
    self.memories = memories
    let patterns = patterns
    judges = memories.map { CandidateJudge(plan, $0, patterns: patterns) }
  }

  /// Everything that the rules find in a document, in no particular order.
  package mutating func scan(_ document: Document) -> [Hit] {
    let scan = DocumentScan(document, patterns: patterns)
    var found: [Found] = []
    var attempts: [Attempt] = []
    for part in plan.parts.indices { search(part, scan, &found, &attempts) }
    // In the order of the rules, whichever part they are in.
    found.sort { ($0.rank, $0.place) < ($1.rank, $1.place) }
    var hits = found.map(\.hit)
    attempts.sort { ($0.rank, $0.pattern, $0.place) < ($1.rank, $1.pattern, $1.place) }
    var seen = Set<[Int]>()
    for attempt in attempts {
      let token = scan.lexed.tokenIndex(at: attempt.place)
      guard token < scan.lexed.tokens.count,
        Int(scan.lexed.tokens[token].start) <= attempt.place,
        let pattern = memories[attempt.part].codePattern(attempt.pattern),
        let found = CodeMatcher.match(pattern, anchor: token, in: scan)
      else { continue }
      let mark = [attempt.rank, found.range.lowerBound, found.range.upperBound]
      guard seen.insert(mark).inserted else { continue }
      let hit = judges[attempt.part].judge(
        rule: attempt.rule, match: found.range, value: found.range, in: scan
      ) {
        found.groups
      }
      if let hit { hits.append(hit) }
    }
    return settled(hits, scan)
  }

  /// Searches for the patterns of one part of the plan.
  private mutating func search(
    _ number: Int, _ scan: DocumentScan, _ found: inout [Found], _ attempts: inout [Attempt]
  ) {
    let part = plan.parts[number]
    let judge = judges[number]
    let memory = memories[number]
    let wanted = memory.wanted(in: scan.document.language)
    scan.bytes.withUnsafeBufferPointer { text in
      part.set.forEachMatch(
        in: text, filter: wanted.filter, cache: &caches[number],
        { match in
          switch part.tables.uses[match.pattern] {
          case .rule(let rule):
            guard judge.isAbout(rule, scan) else { return }
            // Judged at once: of most matches nothing is kept.
            let known = memory.groups(of: match.pattern)
            let value = known.value.flatMap { match.groups[$0] } ?? match.range
            let hit = judge.judge(rule: rule, match: match.range, value: value, in: scan) {
              known.named(match.groups)
            }
            guard let hit else { return }
            found.append(
              Found(rank: part.rank(ofRule: rule), place: match.range.lowerBound, hit: hit))
          case .anchor(let range):
            for pattern in part.tables.anchored[range] {
              let rule = part.tables.codeRules[pattern]
              guard wanted.rules[rule], judge.isAbout(rule, scan) else { continue }
              attempts.append(
                Attempt(
                  rank: part.rank(ofRule: rule), part: number, rule: rule, pattern: pattern,
                  place: match.range.lowerBound))
            }
          }
        })
    }
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
}
