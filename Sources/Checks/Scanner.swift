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
  private var filters: [Language: Prefilter] = [:]

  /// A candidate that was confirmed, still in terms of its document.
  package struct Hit {
    package var candidate: Candidate
    package var scan: DocumentScan
    package var zone: Zone
  }

  package init(_ plan: ScanPlan) { self.plan = plan }

  /// Everything that the rules find in a document, in no particular order.
  package mutating func scan(_ document: Document) -> [Hit] {
    let scan = DocumentScan(document, patterns: patterns)
    var hits: [Hit] = []
    var anchors: [(place: Int, numbers: [Int])] = []
    let plan = plan
    let filter = filter(for: document.language)
    var matches: [(rule: Int, pattern: Int, match: Match)] = []
    document.bytes.withUnsafeBufferPointer { text in
      plan.set.forEachMatch(in: text, filter: filter, cache: &cache) { match in
        switch plan.uses[match.pattern] {
        case .rule(let rule):
          guard Self.isAbout(plan.rules[rule], document) else { return }
          matches.append((rule, match.pattern, match))
        case .anchor(let numbers):
          let wanted = numbers.filter {
            Self.isAbout(plan.rules[plan.codePatterns[$0].rule], document)
          }
          if !wanted.isEmpty { anchors.append((match.range.lowerBound, wanted)) }
        }
      }
    }
    matches.sort {
      ($0.pattern, $0.match.range.lowerBound) < ($1.pattern, $1.match.range.lowerBound)
    }
    for (rule, pattern, match) in matches {
      var candidate = Candidate(rule: plan.rules[rule], match: match.range, value: match.range)
      for (index, name) in plan.set.groupNames(of: pattern).enumerated() {
        guard let name, let range = match.groups[index] else { continue }
        candidate.groups[name] = range
      }
      if let value = candidate.groups["value"] { candidate.value = value }
      judge(candidate, scan, &hits)
    }
    var seen = Set<[Int]>()
    for anchor in anchors {
      let token = scan.lexed.tokenIndex(at: anchor.place)
      guard token < scan.lexed.tokens.count, Int(scan.lexed.tokens[token].start) <= anchor.place
      else { continue }
      for number in anchor.numbers {
        let (rule, pattern) = plan.codePatterns[number]
        guard let found = CodeMatcher.match(pattern, anchor: token, in: scan) else { continue }
        guard seen.insert([rule, found.range.lowerBound, found.range.upperBound]).inserted else {
          continue
        }
        var candidate = Candidate(rule: plan.rules[rule], match: found.range, value: found.range)
        candidate.groups = found.groups
        judge(candidate, scan, &hits)
      }
    }
    return settled(hits, scan)
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
        Hit(candidate: $0, scan: scan, zone: zone(of: $0, scan))
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

  /// Whether a rule speaks of a document at all, by language and path.
  private static func isAbout(_ rule: Rule, _ document: Document) -> Bool {
    guard isAbout(rule, document.language) else { return false }
    return rule.paths.isEmpty || rule.paths.contains { Glob($0).matches(document.name) }
  }

  private static func isAbout(_ rule: Rule, _ language: Language) -> Bool {
    rule.languages.isEmpty || rule.languages.contains(where: language.includes)
  }

  private func judge(_ candidate: Candidate, _ scan: DocumentScan, _ hits: inout [Hit]) {
    var candidate = candidate
    let rule = candidate.rule
    guard !candidate.value.isEmpty, scan.document.isReviewable(candidate.value) else { return }
    if let entropy = rule.entropy,
      Entropy.bitsPerByte(scan.bytes[candidate.value]) < entropy
    {
      return
    }
    for pattern in rule.allow where scan.matches(pattern, in: candidate.value) { return }
    let zone = self.zone(of: candidate, scan)
    guard rule.zones.isEmpty || rule.zones.contains(zone) else { return }
    if !rule.unless.isEmpty {
      let lines = scan.wholeLines(of: candidate.match)
      for pattern in rule.unless where scan.matches(pattern, in: lines) { return }
    }
    for pattern in rule.requires where !scan.holds(pattern) { return }
    for pattern in rule.absent where scan.holds(pattern) { return }
    if let context = rule.context {
      var found = ContextWords.first(of: context, near: candidate.match, in: scan)
      // A personal number may be named by the head of its column.
      if found == nil, context.isRequired, rule.category == .pii {
        found = ColumnContext.first(of: context, for: candidate.value, in: scan)
      }
      if let found {
        candidate.evidence.append("near the word \"\(found)\"")
        if !context.isRequired { candidate.confidence = candidate.confidence.raised }
      } else if context.isRequired {
        return
      }
    }
    guard validate(&candidate, scan) else { return }
    if let check = plan.checks[rule.category], !check.judge(&candidate, in: scan) { return }
    hits.append(Hit(candidate: candidate, scan: scan, zone: zone))
  }

  private func zone(of candidate: Candidate, _ scan: DocumentScan) -> Zone {
    let language = scan.document.language
    if language == .plain || language == .markdown { return .prose }
    return scan.lexed.zone(at: candidate.value.lowerBound)
  }

  private func validate(_ candidate: inout Candidate, _ scan: DocumentScan) -> Bool {
    guard !candidate.rule.validators.isEmpty else { return true }
    let input = ValidatorInput(
      value: Array(scan.bytes[candidate.value]),
      groups: candidate.groups.mapValues { Array(scan.bytes[$0]) },
      line: Array(scan.bytes[scan.wholeLines(of: candidate.value)]),
      language: scan.document.language)
    for name in candidate.rule.validators {
      // An unknown name was refused when the rules were loaded.
      guard let validator = plan.validators[name] else { continue }
      switch validator.judge(input) {
      case .refuted: return false
      case .documented(let evidence):
        candidate.severity = .low
        candidate.evidence.append(evidence)
      case .plausible(let evidence):
        if let evidence { candidate.evidence.append(evidence) }
      case .proven(let evidence):
        candidate.evidence.append(evidence)
        candidate.confidence = .high
      }
    }
    return true
  }
}

extension Confidence {
  /// One step surer.
  package var raised: Confidence { self == .low ? .medium : .high }
  /// One step less sure.
  package var lowered: Confidence { self == .high ? .medium : .low }
}
