import PatternEngine
import Rules
import SourceText

/// What each rule costs a scan, for measurements; ``Scanner`` does the work and counts nothing.
package struct RuleCosts {
  package struct Cost: Sendable {
    package let id: RuleID
    /// How often a run of literals of its pattern was compared with the text, and stood there.
    package var comparisons = 0
    package var candidates = 0
    /// Matches of the pattern; of a structural rule the words where it may match.
    package var matches = 0
    package var hits = 0
    /// In the comparisons, the automata of its pattern, and the judgement of its matches. What is
    /// worked out once of a document (tokens, lines) falls on the rule that asks first; what structural
    /// rules have in common, on all of them alike.
    package var compareSeconds = 0.0
    package var searchSeconds = 0.0
    package var judgeSeconds = 0.0

    package var seconds: Double { compareSeconds + searchSeconds + judgeSeconds }
  }

  private let plan: ScanPlan
  private let clock: () -> Double
  private let memories: [PartMemory]
  private let judges: [CandidateJudge]
  private let patterns = PatternCache()
  private var caches: [SearchCache]
  private var searches: [PatternCosts]
  private var judged: [[Judged]]
  private var passSeconds = 0.0

  /// What judging one rule's matches took.
  private struct Judged {
    var matches = 0
    var hits = 0
    var seconds = 0.0
  }

  /// `clock` gives seconds from any start.
  package init(_ plan: ScanPlan, clock: @escaping () -> Double) {
    self.plan = plan
    self.clock = clock
    let patterns = patterns
    let memories = plan.parts.map { PartMemory($0, patterns) }
    self.memories = memories
    judges = memories.map { CandidateJudge(plan, $0, patterns: patterns) }
    caches = plan.parts.map { _ in SearchCache() }
    searches = plan.parts.map { _ in PatternCosts() }
    judged = memories.map { Array(repeating: Judged(), count: $0.ruleCount) }
  }

  /// Forgets what was counted, but not what was unpacked and compiled.
  package mutating func reset() {
    for part in searches.indices { searches[part].reset() }
    judged = memories.map { Array(repeating: Judged(), count: $0.ruleCount) }
    passSeconds = 0
  }

  /// Scans a document.
  package mutating func add(_ document: Document) {
    let scan = DocumentScan(document, patterns: patterns)
    for number in plan.parts.indices {
      let wanted = memories[number].wanted(in: document.language)
      let choice = memories[number].choice(for: scan, wanted)
      let start = clock()
      _ = scan.bytes.withUnsafeBufferPointer { wanted.filter.placeCount(in: $0) }
      passSeconds += clock() - start
      let matches = scan.bytes.withUnsafeBufferPointer { text in
        plan.parts[number].set.matches(
          in: text, filter: wanted.filter, choice: choice, cache: &caches[number],
          costs: &searches[number], clock: clock)
      }
      for match in matches { judge(match, number, wanted, scan) }
    }
  }

  private mutating func judge(
    _ match: Match, _ number: Int, _ wanted: PartMemory.Wanted, _ scan: DocumentScan
  ) {
    let memory = memories[number]
    let tables = plan.parts[number].tables
    switch tables.uses[match.pattern] {
    case .rule(let rule):
      let start = clock()
      guard judges[number].isAbout(rule, scan) else { return }
      let known = memory.groups(of: match.pattern)
      let value = known.value.flatMap { match.groups[$0] } ?? match.range
      let hit = judges[number].judge(rule: rule, match: match.range, value: value, in: scan) {
        known.named(match.groups)
      }
      count(rule, number, hit != nil, clock() - start)
    case .anchor(let range):
      guard let token = scan.token(at: match.range.lowerBound) else { return }
      var tried: [(pattern: Int, rule: Int)] = []
      memory.patterns(anchored: range, at: token, in: scan, wanted) { tried.append(($0, $1)) }
      for (pattern, rule) in tried {
        let start = clock()
        let isHit =
          judges[number].mayApply(rule, to: scan) && tryCode(pattern, rule, token, number, scan)
        count(rule, number, isHit, clock() - start)
      }
    }
  }

  private mutating func count(_ rule: Int, _ part: Int, _ isHit: Bool, _ seconds: Double) {
    judged[part][rule].matches += 1
    judged[part][rule].seconds += seconds
    if isHit { judged[part][rule].hits += 1 }
  }

  private func tryCode(
    _ pattern: Int, _ rule: Int, _ token: Int, _ number: Int, _ scan: DocumentScan
  ) -> Bool {
    var isHit = false
    let judge = judges[number]
    let matches = memories[number].codeMatches(pattern, anchor: token, in: scan) {
      judge.holdsRequired(rule, scan)
    }
    for found in matches {
      let hit = judge.judge(
        rule: rule, match: found.range, value: found.reported, in: scan
      ) { found.groups }
      if hit != nil { isHit = true }
    }
    return isHit
  }

  // MARK: - The account

  /// What every scan costs whatever its rules: the pass over the bytes.
  package var pass: Double { passSeconds }

  /// The rules that cost anything, the costliest first.
  package var costs: [Cost] {
    var costs: [Cost] = []
    let gathering = searches.reduce(0) { $0 + $1.gatherSeconds }
    let comparisons = searches.reduce(0) { sum, search in
      sum + search.costs.reduce(0) { $0 + $1.comparisons }
    }
    let each = comparisons > 0 ? max(0, gathering - passSeconds) / Double(comparisons) : 0
    for (number, part) in plan.parts.enumerated() {
      var byRule = (0..<memories[number].ruleCount).map { rule in
        var cost = Cost(id: memories[number].rule(rule).id)
        cost.matches = judged[number][rule].matches
        cost.hits = judged[number][rule].hits
        cost.judgeSeconds = judged[number][rule].seconds
        return cost
      }
      for (pattern, search) in searches[number].costs.enumerated() {
        let rules: Set<Int> =
          switch part.tables.uses[pattern] {
          case .rule(let rule): [rule]
          case .anchor(let range):
            Set(part.tables.anchored[range].map { part.tables.codeRules[$0] })
          }
        for rule in rules {
          byRule[rule].comparisons += search.comparisons
          byRule[rule].candidates += search.candidates
          let share = 1 / Double(rules.count)
          byRule[rule].compareSeconds += Double(search.comparisons) * each * share
          byRule[rule].searchSeconds += search.seconds * share
        }
      }
      costs += byRule.filter { $0.seconds > 0 }
    }
    return costs.sorted { ($1.seconds, $0.id.text) < ($0.seconds, $1.id.text) }
  }
}
