// Turns what was found in the documents of one input into findings: places in the outer text,
// overlaps settled, every line that is shown masked. Masking is done over all findings of the input
// together, so that the frame around one finding does not show the secret of another.
//
// A piece of a long input is seen with some text before and behind it. What lies there takes part in
// all of this, but becomes a finding of the piece that it begins in.

import Rules
import SourceText

/// Makes the findings of one input, or of a piece of one.
package struct FindingAssembly {
  private let outer: OuterText
  /// The path that goes into fingerprints: from the repository's root where there is one.
  private let fingerprintPath: String
  /// The bytes of `outer` in which findings begin.
  private let owned: Range<Int>
  /// Whether findings show the lines around them.
  private let isFramed: Bool

  /// `owned` is nil for an input that is held whole.
  package init(
    outer: OuterText, fingerprintPath: String, owned: Range<Int>? = nil, isFramed: Bool = true
  ) {
    self.outer = outer
    self.fingerprintPath = fingerprintPath
    self.owned = owned ?? 0..<Int.max
    self.isFramed = isFramed
  }

  /// A hit in terms of the outer text.
  struct Placed {
    var range: Range<Int>
    /// What it speaks of, where that is not all of the range.
    var pieces: [Range<Int>]
    /// The place of its hit.
    var hit: Int
    /// The column that it is all of.
    var column: ColumnRows?
    /// What of it is underlined: of a column the first of its values.
    var shown: Range<Int> { column?.first ?? range }
  }

  /// The findings in order of position. Costs a sort, and the lines that are shown.
  package func findings(_ hits: [Scanner.Hit]) -> [UnnumberedFinding] {
    if hits.isEmpty { return [] }
    var hits = hits
    var placed = placed(hits)
    let redaction = redaction(placed, hits)
    placed = settled(placed, hits)
    raiseSelfApproval(placed, &hits)
    placed.removeAll { !owned.contains($0.range.lowerBound) }
    return columnsTold(placed, hits, redaction).map { finding(hits[$0.hit], $0, redaction) }
  }

  /// What must be replaced for the text to be without its secrets and personal identifiers, but for
  /// notes: by what they were (`[email-address]`, `•••• 4242`), or by a value of the same form and length
  /// that says nothing. In order and apart; all else is to be kept byte for byte.
  package func maskings(_ hits: [Scanner.Hit], keepingForm: Bool) -> [Masking] {
    let hits = hits.filter { $0.candidate.severity > .low }
    return redaction(placed(hits), hits).maskings(keepingForm: keepingForm).filter {
      owned.contains($0.range.lowerBound)
    }.map { masking in
      let range = outer.encoded.outer(masking.range)
      let start = outer.origin.byteOffset + range.lowerBound
      return Masking(range: start..<(start + range.count), replacement: masking.replacement)
    }
  }

  /// The places of hits in the outer text, in order.
  private func placed(_ hits: [Scanner.Hit]) -> [Placed] {
    hits.indices.map { index in
      let positions = hits[index].scan.document.positions
      return Placed(
        range: positions.outer(hits[index].candidate.value),
        pieces: hits[index].pieces.map(positions.outer), hit: index)
    }.sorted { isBefore($0, $1, hits) }
  }

  private func redaction(_ items: [Placed], _ hits: [Scanner.Hit]) -> Redaction {
    Redaction(
      outer,
      sensitive: items.filter { Redaction.isSensitive(hits[$0.hit].candidate.rule) }.flatMap {
        item in
        let hit = hits[item.hit]
        if hit.isHidden {
          // Of what is encoded or in pieces not even a prefix tells more than the finding does.
          let ranges = item.pieces.isEmpty ? [item.range] : item.pieces
          return ranges.map {
            Redaction.Span(range: $0, mask: .all(of: hit.candidate.rule))
          }
        }
        let mask = Mask(of: hit.candidate, in: hit.scan.bytes)
        let positions = hit.scan.document.positions
        return [Redaction.Span(range: item.range, mask: mask)]
          + hit.candidate.companions.map {
            Redaction.Span(range: positions.outer($0), mask: mask.hidden)
          }
      })
  }

  private func isBefore(_ left: Placed, _ right: Placed, _ hits: [Scanner.Hit]) -> Bool {
    if left.range.lowerBound != right.range.lowerBound {
      return left.range.lowerBound < right.range.lowerBound
    }
    if left.range.upperBound != right.range.upperBound {
      return left.range.upperBound > right.range.upperBound
    }
    return hits[left.hit].candidate.rule.id < hits[right.hit].candidate.rule.id
  }

  // MARK: - Overlaps

  /// Findings that say the same of the same place become one: the most certain, then the most specific.
  private func settled(_ items: [Placed], _ hits: [Scanner.Hit]) -> [Placed] {
    var kept: [Placed] = []
    var active: [RuleCategory: [Int]] = [:]
    var isDropped: [Bool] = []
    kept.reserveCapacity(items.count)
    isDropped.reserveCapacity(items.count)
    for item in items {
      let family = family(hits[item.hit].candidate.rule.category)
      var isBeaten = false
      var current = active[family, default: []]
      current.removeAll { kept[$0].range.upperBound <= item.range.lowerBound || isDropped[$0] }
      for index in current where speaksOfSame(kept[index], item, hits) {
        if !isStronger(item, than: kept[index], hits) {
          isBeaten = true
        } else {
          isDropped[index] = true
        }
      }
      if !isBeaten {
        kept.append(item)
        isDropped.append(false)
        current.append(kept.count - 1)
      }
      // Hostile text may pile up overlapping findings; the newest are compared.
      active[family] = current.count > 64 ? Array(current.suffix(64)) : current
    }
    return kept.indices.filter { !isDropped[$0] }.map { kept[$0] }
  }

  /// A credential may rightly be called a secret or a password.
  private func family(_ category: RuleCategory) -> RuleCategory {
    category == .password ? .secret : category
  }

  private func speaksOfSame(_ left: Placed, _ right: Placed, _ hits: [Scanner.Hit]) -> Bool {
    guard left.range.overlaps(right.range), touches(left, right) else { return false }
    let first = hits[left.hit].candidate.rule
    let second = hits[right.hit].candidate.rule
    switch first.category {
    case .secret, .password:
      // A structural finding spans a statement, which may hold a literal of its own.
      return isStructural(first) == isStructural(second) || left.range == right.range
    case .pii, .license: return true
    case .unsafeAPI, .text, .gate:
      // A block may lack several settings.
      let lacks = !first.conditions.lacks.isEmpty && !second.conditions.lacks.isEmpty
      return left.range == right.range && !lacks || first.id == second.id
    }
  }

  /// Whether the pieces of one that lies in several overlap with the other.
  private func touches(_ left: Placed, _ right: Placed) -> Bool {
    if left.pieces.isEmpty, right.pieces.isEmpty { return true }
    let second = right.pieces.isEmpty ? [right.range] : right.pieces
    return (left.pieces.isEmpty ? [left.range] : left.pieces).contains { piece in
      second.contains(where: piece.overlaps)
    }
  }

  private func isStructural(_ rule: Rule) -> Bool {
    if case .code = rule.matcher { true } else { false }
  }

  func isStronger(_ item: Placed, than other: Placed, _ hits: [Scanner.Hit]) -> Bool {
    if isClearing(item, other, hits) { return true }
    if isClearing(other, item, hits) { return false }
    return rank(other, hits).lexicographicallyPrecedes(rank(item, hits))
  }

  /// Whether a note knows by its form all of a value that another rule knows by its name only, such as
  /// a key that is made to be published. What a call does with the value is another matter.
  private func isClearing(_ note: Placed, _ other: Placed, _ hits: [Scanner.Hit]) -> Bool {
    let candidate = hits[note.hit].candidate
    let named = hits[other.hit].candidate
    return candidate.severity == .low && candidate.form.isExact && !named.form.isExact
      && !isStructural(named.rule) && note.range.lowerBound <= other.range.lowerBound
      && note.range.upperBound >= other.range.upperBound
  }

  private func rank(_ item: Placed, _ hits: [Scanner.Hit]) -> [Int] {
    let candidate = hits[item.hit].candidate
    return [
      candidate.severity == .low ? 0 : 1,
      candidate.rule.isGeneric ? 0 : 1,
      Severity.allCases.firstIndex(of: candidate.severity) ?? 0,
      Confidence.allCases.firstIndex(of: candidate.confidence) ?? 0,
      item.range.count,
    ]
  }

  /// A suppression comment beside another finding tries to wave it through: that is worth a look.
  private func raiseSelfApproval(_ items: [Placed], _ hits: inout [Scanner.Hit]) {
    let approvals = items.filter { Self.approvals.contains(hits[$0.hit].candidate.rule.id.text) }
    if approvals.isEmpty { return }
    var others = Set<Int>()
    for item in items {
      let candidate = hits[item.hit].candidate
      guard !Self.approvals.contains(candidate.rule.id.text), candidate.severity != .low else {
        continue
      }
      let line = outer.lines.line(at: item.range.lowerBound)
      others.formUnion((line - 1)...(line + 1))
    }
    for item in approvals
    where others.contains(outer.lines.line(at: item.range.lowerBound))
      || !others.isEmpty && isForWholeFile(item.range)
    {
      hits[item.hit].candidate.severity = .medium
      hits[item.hit].candidate.confidence = .high
      hits[item.hit].candidate.evidence.append("stands beside another finding")
    }
  }

  /// Whether a directive goes on behind its line.
  private func isForWholeFile(_ range: Range<Int>) -> Bool {
    let end = min(outer.bytes.count, range.upperBound + 24)
    let words = String(decoding: outer.bytes[range.lowerBound..<end], as: UTF8.self).lowercased()
    let isForNext = ["next-line", "nextline", "-line", ":next", ":this", "previous"].contains {
      words.contains($0)
    }
    return !isForNext
      && ["disable", "skip-file", "ignore-all", "begin", "off"].contains { words.contains($0) }
  }

  private static let approvals: Set<String> = ["text/self-approval", "text/claimed-approval"]

  // MARK: - Making findings

  private func finding(
    _ hit: Scanner.Hit, _ item: Placed, _ redaction: Redaction
  ) -> UnnumberedFinding {
    let range = item.range
    let candidate = hit.candidate
    let rule = candidate.rule
    let document = hit.scan.document
    let snippet = redaction.line(at: range.lowerBound)
    let frame = isFramed ? redaction.frame(of: item.shown) : .none
    let places = CredentialEvidence.Places(
      isMasked: { redaction.masks(document.positions.outer($0)) },
      line: { outer.region(of: document.positions.outer($0..<($0 + 1))).startLine })
    var evidence = CredentialEvidence(
      candidate: candidate, scan: hit.scan, zone: hit.zone, places: places
    ).phrases
    if let way = FlowEvidence.phrase(candidate.trace, line: places.line) { evidence.append(way) }
    return UnnumberedFinding(
      finding: Finding(
        rule: rule.id, category: rule.category, severity: candidate.severity,
        confidence: candidate.confidence, title: candidate.title, message: candidate.message,
        path: outer.path, region: outer.region(of: range), language: document.language,
        zone: hit.zone, within: document.within(at: candidate.value.lowerBound) + hit.within,
        snippet: snippet, frame: frame, license: candidate.license, evidence: evidence,
        why: rule.why, fix: rule.fix, references: rule.references, fingerprint: ""),
      path: fingerprintPath, column: item.column)
  }
}

/// A value of an input, and what stands in its place where the text is passed on.
package struct Masking: Sendable, Hashable {
  /// Bytes of the whole input as it was given, from 0.
  package var range: Range<Int>
  /// UTF-8.
  package var replacement: [UInt8]

  package init(range: Range<Int>, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }
}
