// Runs all rules over a document: one pass of the pattern set over the bytes, then each match is
// judged, cheapest question first. Zones, tokens and lines are worked out only for documents in
// which a match asks for them, which is why most files cost no more than the pass itself. What its
// pieces say once they are joined and decoded is then scanned in the same way, for credentials alone.

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
    /// What the value is wrapped in, outermost first, beyond what its document lies in.
    package var within: [String] = []
    /// Bytes of the document that must not be shown, where the value is not all of them in one place.
    package var pieces: [Range<Int>] = []
    /// The value does not stand in its document as it is.
    package var isHidden = false
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
    /// The token that is the pattern's anchor.
    var token: Int
  }

  package init(_ plan: ScanPlan) {
    self.plan = plan
    caches = plan.parts.map { _ in SearchCache() }
    let patterns = patterns
    let memories = plan.parts.map { PartMemory($0, patterns) }
    self.memories = memories
    judges = memories.map { CandidateJudge(plan, $0, patterns: patterns) }
  }

  /// Everything that the rules find in a document, in no particular order.
  package mutating func scan(_ document: Document) -> [Hit] {
    let scan = DocumentScan(document, patterns: patterns)
    var found = hits(in: scan) + otherDigitHits(in: scan)
    var views: TextViews?
    if plan.readsPieces {
      let made = TextViews(scan)
      // A command that is known by its encoding was told.
      let told = Self.places(of: found) { $0.category }
      found += hiddenHits(of: made, in: scan, depth: 0).filter { hit in
        let category = hit.candidate.rule.category
        return category != .text || !told.holds(category, at: hit.candidate.value)
      }
      views = made
    }
    let plain = plainHits(in: scan, views)
    if plain.isEmpty { return found }
    let told = Self.places(of: found) { $0.id }
    return found + plain.filter { !told.holds($0.candidate.rule.id, at: $0.candidate.value) }
  }

  private static func places<Kind: Hashable>(
    of hits: [Hit], _ kind: (Rule) -> Kind
  ) -> ToldPlaces<Kind> {
    ToldPlaces(hits.map { (kind($0.candidate.rule), $0.candidate.value) })
  }

  /// What the rules find in a text as it stands.
  private mutating func hits(in scan: DocumentScan) -> [Hit] {
    var found: [Found] = []
    var attempts: [Attempt] = []
    for part in plan.parts.indices {
      search(part, scan, &found, &attempts)
      recognize(part, scan, &found)
    }
    // In the order of the rules, whichever part they are in.
    found.sort { ($0.rank, $0.place) < ($1.rank, $1.place) }
    var hits = found.map(\.hit)
    attempts.sort { ($0.rank, $0.pattern, $0.token) < ($1.rank, $1.pattern, $1.token) }
    var rest = attempts[...]
    while let first = rest.first {
      let end = rest.firstIndex { $0.rank != first.rank } ?? rest.endIndex
      tryOut(rest[..<end], scan, &hits)
      rest = rest[end...]
    }
    return settled(hits, scan)
  }

  /// So many places of a rule are tried before its document is asked for what the rule requires of it,
  /// which costs a pass over the text.
  private static let triedUnasked = 4

  /// Tries the structural patterns of one rule at places of a document.
  private func tryOut(_ attempts: ArraySlice<Attempt>, _ scan: DocumentScan, _ hits: inout [Hit]) {
    guard let first = attempts.first else { return }
    let judge = judges[first.part]
    let holdsRequired = { judge.holdsRequired(first.rule, scan) }
    if attempts.count > Self.triedUnasked, !holdsRequired() { return }
    var seen = Set<Range<Int>>()
    for attempt in attempts {
      let matches = memories[attempt.part].codeMatches(
        attempt.pattern, anchor: attempt.token, in: scan, mayFollow: holdsRequired)
      for found in matches where !seen.contains(found.range) {
        if let origin = scan.origin,
          !Self.isDerived(found.range, memories[attempt.part].rule(attempt.rule), origin)
        {
          continue
        }
        let hit = judge.judge(
          rule: attempt.rule, match: found.range, value: found.reported, in: scan
        ) {
          found.groups
        }
        // What one pattern of a rule is dropped for says nothing of the next.
        guard let hit else { continue }
        seen.insert(found.range)
        hits.append(hit)
      }
    }
  }

  /// Searches for the patterns of one part of the plan.
  private mutating func search(
    _ number: Int, _ scan: DocumentScan, _ found: inout [Found], _ attempts: inout [Attempt]
  ) {
    let part = plan.parts[number]
    let judge = judges[number]
    let memory = memories[number]
    let wanted = memory.wanted(in: scan.document.language)
    let choice = memory.choice(for: scan, wanted)
    scan.bytes.withUnsafeBufferPointer { text in
      part.set.forEachMatch(
        in: text, filter: wanted.filter, choice: choice, cache: &caches[number],
        { match in
          switch part.tables.uses[match.pattern] {
          case .rule(let rule):
            guard judge.isAbout(rule, scan) else { return }
            if let origin = scan.origin, !Self.isDerived(match.range, memory.rule(rule), origin) {
              return
            }
            // Judged at once: of most matches nothing is kept.
            let known = memory.groups(of: match.pattern)
            let value = known.value.flatMap { match.groups[$0] } ?? match.range
            let hit = judge.judge(rule: rule, match: match.range, value: value, in: scan) {
              known.named(match.groups)
            }
            guard var hit else { return }
            if let text = scan.origin?.text {
              // What goes on behind a reading is another one.
              let match = text.withoutLineEnds(match.range)
              if let stretch = text.stretch(around: match) {
                hit.candidate.value = hit.candidate.value.clamped(to: stretch.range)
              }
            }
            found.append(
              Found(rank: part.rank(ofRule: rule), place: match.range.lowerBound, hit: hit))
          case .anchor(let range):
            guard scan.hasStructure, let token = scan.token(at: match.range.lowerBound) else {
              return
            }
            memory.patterns(anchored: range, at: token, in: scan, wanted) { pattern, rule in
              guard judge.mayApply(rule, to: scan) else { return }
              attempts.append(
                Attempt(
                  rank: part.rank(ofRule: rule), part: number, rule: rule, pattern: pattern,
                  token: token))
            }
          }
        })
    }
  }

  /// Looks for what the rules of one part of the plan are about that have no pattern.
  private func recognize(_ number: Int, _ scan: DocumentScan, _ found: inout [Found]) {
    let part = plan.parts[number]
    guard scan.origin == nil, !part.tables.recognizing.isEmpty else { return }
    let wanted = memories[number].wanted(in: scan.document.language)
    for rule in part.tables.recognizing where wanted.rules[rule] {
      let known = memories[number].rule(rule)
      guard case .recognizer(let recognizer) = known.matcher, judges[number].isAbout(rule, scan),
        let check = plan.checks[known.category]
      else { continue }
      for place in check.recognize(recognizer, in: scan) {
        let hit = judges[number].judge(
          rule: rule, match: place.range, value: place.range, recognition: place, in: scan
        ) { [:] }
        guard let hit else { continue }
        found.append(
          Found(rank: part.rank(ofRule: rule), place: place.range.lowerBound, hit: hit))
      }
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

  // MARK: - Readings

  /// Encodings within encodings are read so deep.
  private static let deepest = 3

  /// So many decoded pieces of a text are read as programs.
  private static let mostPrograms = 64

  /// What the readings of a text's pieces hold, in terms of the text.
  private mutating func hiddenHits(of views: TextViews, in scan: DocumentScan, depth: Int) -> [Hit]
  {
    var found =
      hits(of: views.joined, scan.document.language, in: scan, depth: depth)
      + hits(of: views.decoded, .plain, in: scan, depth: depth)
    guard plan.readsPrograms else { return found }
    // Where hardly anything was escaped it is the text around that counts.
    let escaped = views.joined.stretches.filter {
      $0.how.isEscaped
        && ($0.isWhole || $0.place.count >= 2 * ($0.range.count - $0.place.count / 3))
    }.map { ($0, views.joined) }
    let programs = views.decoded.stretches.map { ($0, views.decoded) } + escaped
    for (stretch, readings) in programs.prefix(Self.mostPrograms) {
      let text = DerivedText(program: stretch, of: readings)
      var told: [Hit] = []
      for language in EncodedProgram.languages(of: text.bytes, in: scan) {
        let places = Self.places(of: told) { $0.category }
        // What is encoded in it was read already.
        told += hits(of: text, language, in: scan, depth: Self.deepest).filter {
          !places.holds($0.candidate.rule.category, at: $0.candidate.value)
        }
      }
      found += told
    }
    return found
  }

  /// What the whole of a text holds once it is read without disguise, in terms of the text.
  private mutating func plainHits(in scan: DocumentScan, _ views: TextViews?) -> [Hit] {
    let text = PlainReading.reading(
      of: scan.bytes, language: scan.document.language,
      replacements: views?.concealed ?? [],
      holdsEscapes: views?.holdsEscapes ?? false)
    return hits(of: text, scan.document.language, in: scan, depth: Self.deepest - 1)
  }

  /// What its stretches hold with digits of other scripts, in terms of the text.
  private mutating func otherDigitHits(in scan: DocumentScan) -> [Hit] {
    guard plan.readsOtherDigits else { return [] }
    // Nothing is encoded in them.
    return hits(
      of: OtherDigits.reading(of: scan.bytes), scan.document.language, in: scan,
      depth: Self.deepest - 1)
  }

  private mutating func hits(
    of text: DerivedText, _ language: Language, in outer: DocumentScan, depth: Int
  ) -> [Hit] {
    guard !text.stretches.isEmpty else { return [] }
    let document = Document(
      outer: outer.document.outer, name: outer.document.name, bytes: text.bytes,
      language: language, positions: text.positions)
    let scan = DocumentScan(
      document, patterns: patterns, origin: DocumentScan.Origin(scan: outer, text: text))
    var found = hits(in: scan)
    if depth + 1 < Self.deepest {
      found += hiddenHits(of: TextViews(scan), in: scan, depth: depth + 1)
    }
    var told = Set<String>()
    return found.compactMap { Self.placed($0, from: text, in: outer) }.filter {
      // Pieces that are joined in several places are one value.
      $0.pieces.isEmpty || told.insert("\($0.candidate.rule.id) \($0.pieces)").inserted
    }
  }

  /// Whether a match in a reading is worth judging: one that lies within one reading, that the text
  /// around does not hold as it is, and of a rule that can be trusted with so much of a text.
  private static func isDerived(
    _ match: Range<Int>, _ rule: Rule, _ origin: DocumentScan.Origin
  ) -> Bool {
    let match = origin.text.withoutLineEnds(match)
    guard let stretch = origin.text.stretch(around: match), origin.text.isDerived(match) else {
      return false
    }
    if stretch.how == .otherDigits { return rule.category == .pii }
    switch (origin.text.scope, rule.category) {
    case (.pieces, .secret), (.pieces, .password), (.pieces, .pii): return true
    case (.pieces, .text):
      return stretch.how.container != nil
        && TextCheck.isWorthDecoding(rule, in: origin.scan.document.language)
    case (.pieces, .license): return stretch.how.container != nil
    case (.pieces, .unsafeAPI), (.pieces, .gate): return false
    case (.program, let category): return category == .unsafeAPI
    case (.whole, .text): return TextCheck.isInstruction(rule)
    case (.whole, _): return true
    }
  }

  /// A hit in a reading as one in the text around it; nil where that does not count.
  private static func placed(_ hit: Hit, from text: DerivedText, in outer: DocumentScan) -> Hit? {
    var hit = hit
    let value = hit.candidate.value
    let origin = text.origin(of: value)
    let pieces = hit.pieces.flatMap { text.origin(of: $0).pieces + [text.origin(of: $0).range] }
    guard !origin.range.isEmpty,
      outer.document.isReviewable(origin.range)
        || origin.pieces.contains(where: outer.document.isReviewable)
    else { return nil }
    if let how = text.stretch(around: value.lowerBound..<value.lowerBound)?.how {
      hit.candidate.evidence.append(how.words)
      if let container = how.container { hit.within.insert(container, at: 0) }
    }
    hit.candidate.match = origin.range
    hit.candidate.value = origin.range
    hit.candidate.groups = [:]
    hit.scan = outer
    hit.pieces = origin.pieces + pieces
    hit.isHidden = true
    hit.zone = outer.zone(at: origin.range.lowerBound)
    return hit
  }
}
