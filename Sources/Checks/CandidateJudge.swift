// What becomes of a match: the rule's own questions first, from the cheapest on, then its validators
// and the check of its category. Most matches are dropped here, so nothing is made for one before it
// has passed what can be asked of its bytes alone; tokens and zones last, since they cost a pass over
// the whole document.

import Rules
import SourceText

/// Judges the matches of one worker's scanner.
struct CandidateJudge {
  private let plan: ScanPlan
  private let memory: PartMemory
  private let patterns: PatternCache
  private let facts: FactStore

  /// For the rules of one part of a plan.
  init(_ plan: ScanPlan, _ memory: PartMemory, patterns: PatternCache) {
    self.plan = plan
    self.memory = memory
    self.patterns = patterns
    facts = FactStore(count: memory.ruleCount)
  }

  /// What is worked out once of each rule.
  private final class FactStore {
    var facts: [RuleFacts?]

    init(count: Int) { facts = Array(repeating: nil, count: count) }
  }

  /// A rule in the terms of its judgement.
  private final class RuleFacts {
    let rule: Rule
    /// A bit for each zone that counts.
    let zones: UInt8
    let allow: [KnownPattern]
    let unless: [KnownPattern]
    let requires: [KnownPattern]
    let absent: [KnownPattern]
    /// What must not stand in the block of a match.
    let lacks: [KnownPattern]
    let context: ContextSearch?
    /// The head of a column may name what the text around does not.
    let readsColumns: Bool
    let validators: [Validator]
    let check: (any Check)?
    /// Of several on one line the first alone is told.
    let isToldOnceALine: Bool
    /// The line of the last hit.
    var toldIn = 0
    var toldLine = 0..<0
    /// What the pattern fixes of its value, if it is one provider's; worked out when first asked for.
    private(set) lazy var form =
      rule.category == .secret && !rule.isGeneric ? ExactForm(of: rule) : ExactForm()
    private let paths: [Glob]
    private var askedIn = 0
    private var isAsked = false
    private var triedIn = 0
    private var isTried = false

    init(_ rule: Rule, _ plan: ScanPlan, _ patterns: PatternCache) {
      self.rule = rule
      zones =
        rule.zones.isEmpty ? 0xFF : rule.zones.reduce(0) { $0 | 1 << $1.rawValue }
      allow = rule.allow.map(patterns.known)
      unless = rule.unless.map(patterns.known)
      requires = rule.requires.map(patterns.known)
      absent = rule.absent.map(patterns.known)
      lacks = rule.conditions.lacks.map(patterns.known)
      context = rule.context.map { patterns.context($0, of: rule.id) }
      readsColumns = rule.category == .pii
      // An unknown name was refused when the rules were loaded.
      validators = rule.validators.compactMap { plan.validators[$0] }
      check = plan.checks[rule.category]
      isToldOnceALine = rule.category == .text && !FraudSigns.isSign(rule)
      paths = rule.paths.map { Glob($0) }
    }

    /// Whether the rule may have a finding in a document, as far as that can be told without a search.
    func mayApply(to scan: DocumentScan) -> Bool {
      if triedIn == scan.number { return isTried }
      triedIn = scan.number
      isTried = isAbout(scan) && requires.allSatisfy(scan.mayHold)
      return isTried
    }

    /// Whether a document holds what the rule asks for anywhere.
    func holdsRequired(_ scan: DocumentScan) -> Bool {
      // What can be told without a search comes first.
      requires.allSatisfy(scan.mayHold) && requires.allSatisfy(scan.holds)
    }

    /// Whether the rule speaks of documents with that path.
    func isAbout(_ scan: DocumentScan) -> Bool {
      if askedIn == scan.number { return isAsked }
      askedIn = scan.number
      isAsked = paths.isEmpty || paths.contains { $0.matches(scan.document.name) }
      return isAsked
    }
  }

  /// Whether a rule for its language speaks of a document at all, by its path; worked out once for each.
  func isAbout(_ rule: Int, _ scan: DocumentScan) -> Bool {
    !memory.hasPaths(rule) || facts(of: rule).isAbout(scan)
  }

  /// The same, and whether the document may hold what the rule requires, as far as that is told without
  /// a search.
  func mayApply(_ rule: Int, to scan: DocumentScan) -> Bool { facts(of: rule).mayApply(to: scan) }

  /// Whether a document holds what a rule asks for anywhere; worked out once for each.
  func holdsRequired(_ rule: Int, _ scan: DocumentScan) -> Bool {
    facts(of: rule).holdsRequired(scan)
  }

  /// The hit that a match of a rule is, or nil. `value` is the part to be reported, `recognition` what
  /// a check knows of a match that it found itself; `groups` is asked for only where the match passes
  /// everything that needs none.
  func judge(
    rule number: Int, match: Range<Int>, value: Range<Int>, recognition: Recognition? = nil,
    in scan: DocumentScan, groups: () -> [String: Range<Int>]
  ) -> Scanner.Hit? {
    guard !value.isEmpty, scan.document.isReviewable(value) else { return nil }
    let facts = self.facts(of: number)
    if facts.isToldOnceALine, facts.toldIn == scan.number,
      facts.toldLine.contains(value.lowerBound)
    {
      return nil
    }
    if let entropy = facts.rule.entropy, Entropy.bitsPerByte(scan.bytes[value]) < entropy {
      return nil
    }
    for pattern in facts.allow where scan.matches(pattern, in: value) { return nil }
    if !facts.unless.isEmpty {
      let category = facts.rule.category
      let stretch = scan.clearingStretch(of: match, category)
      for pattern in facts.unless {
        // A sentence about a license is text for people, wherever it stands.
        let isCleared =
          category == .license
          ? scan.matches(pattern, in: stretch)
          : scan.isCleared(by: pattern, in: stretch, of: match)
        if isCleared { return nil }
      }
    }
    guard facts.holdsRequired(scan) else { return nil }
    for pattern in facts.absent where scan.isClearing(pattern) { return nil }
    var word: String?
    var isUnnamed = false
    if let context = facts.context {
      word = context.first(near: match, in: scan)
      if context.context.isRequired {
        // A personal number may be named by the head of its column.
        if word == nil, facts.readsColumns {
          word = ColumnContext.first(of: context, for: value, in: scan)
        }
        isUnnamed = word == nil && facts.readsColumns && LoneValue.isAlone(value, in: scan)
        if word == nil, !isUnnamed { return nil }
      }
    }
    if facts.zones != 0xFF, facts.zones & (1 << scan.zone(at: value.lowerBound).rawValue) == 0 {
      return nil
    }
    if !facts.lacks.isEmpty {
      let block = CodeConditions.block(of: match, facts.rule, scan)
      for pattern in facts.lacks where scan.isSet(pattern, in: block) { return nil }
    }
    var candidate = Candidate(rule: facts.rule, match: match, value: value)
    candidate.groups = groups()
    if let recognition { candidate.take(recognition) }
    if !facts.rule.conditions.isEmpty, !CodeConditions.hold(for: candidate, in: scan) { return nil }
    if let word, let context = facts.context {
      candidate.evidence.append("near the word \"\(word)\"")
      if !context.context.isRequired { candidate.confidence = candidate.confidence.raised }
    }
    guard isFilledByHand(&candidate, facts, scan) || validate(&candidate, facts, scan) else {
      return nil
    }
    candidate.form = facts.form
    if let check = facts.check, !check.judge(&candidate, in: scan) { return nil }
    if isUnnamed, !LoneValue.note(&candidate, in: scan) { return nil }
    if facts.isToldOnceALine {
      facts.toldIn = scan.number
      facts.toldLine = scan.lines.range(ofLine: scan.lines.line(at: candidate.value.lowerBound))
    }
    return Scanner.Hit(candidate: candidate, scan: scan, zone: scan.zone(at: value.lowerBound))
  }

  private func facts(of number: Int) -> RuleFacts {
    if let known = facts.facts[number] { return known }
    let made = RuleFacts(memory.rule(number), plan, patterns)
    facts.facts[number] = made
    return made
  }

  /// Whether a whole form holds a mask or the like, of which no validator has more to say.
  private func isFilledByHand(
    _ candidate: inout Candidate, _ facts: RuleFacts, _ scan: DocumentScan
  ) -> Bool {
    guard facts.rule.category == .secret, !facts.rule.isGeneric else { return false }
    let value = Array(scan.bytes[candidate.value])
    guard let filler = ExactForm.filler(of: value), facts.form.isTold(by: value) else {
      return false
    }
    candidate.makeNote(filler)
    return true
  }

  private func validate(
    _ candidate: inout Candidate, _ facts: RuleFacts, _ scan: DocumentScan
  ) -> Bool {
    guard !facts.validators.isEmpty else { return true }
    let range = candidate.value
    let input = ValidatorInput(
      value: Array(scan.bytes[range]),
      groups: candidate.groups.mapValues { Array(scan.bytes[$0]) },
      language: scan.document.language, isNearDigest: { scan.isNearDigest(range) })
    for validator in facts.validators {
      switch validator.judge(input) {
      case .refuted: return false
      case .documented(let evidence):
        candidate.severity = .low
        candidate.isDocumented = true
        candidate.evidence.append(evidence)
      case .plausible(let evidence):
        guard let evidence else { continue }
        candidate.isOfKnownForm = true
        candidate.evidence.append(evidence)
      case .proven(let evidence):
        candidate.evidence.append(evidence)
        candidate.isProven = true
        candidate.confidence = .high
      }
    }
    return true
  }
}

extension Confidence {
  /// One step surer.
  package var raised: Confidence { self == .low ? .medium : .high }
}
