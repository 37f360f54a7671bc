// Turns what was found in the documents of one input into findings: places in the outer text,
// overlaps settled, every line that is shown masked. Masking is done over all findings of the input
// together, so that the frame around one finding does not show the secret of another.

import Rules
import SourceText

/// Makes the findings of one input.
package struct FindingAssembly {
  private let outer: OuterText
  /// The path that goes into fingerprints: from the repository's root where there is one.
  private let fingerprintPath: String

  package init(outer: OuterText, fingerprintPath: String) {
    self.outer = outer
    self.fingerprintPath = fingerprintPath
  }

  private struct Placed {
    var hit: Scanner.Hit
    var range: Range<Int>
  }

  /// The findings in order of position.
  package func findings(_ hits: [Scanner.Hit]) -> [Finding] {
    var placed = hits.map { hit in
      Placed(hit: hit, range: hit.scan.document.positions.outer(hit.candidate.value))
    }
    placed.sort(by: Self.isBefore)
    let redaction = Redaction(
      outer,
      sensitive: placed.filter { Redaction.isSensitive($0.hit.candidate.rule) }.map {
        Redaction.Span(
          range: $0.range, shown: Redaction.shownPrefix(of: $0.hit.candidate, in: $0.hit.scan.bytes)
        )
      })
    placed = Self.settled(placed)
    raiseSelfApproval(&placed)
    var ordinals: [String: Int] = [:]
    return placed.map { item in
      finding(item, redaction, &ordinals)
    }
  }

  private static func isBefore(_ left: Placed, _ right: Placed) -> Bool {
    if left.range.lowerBound != right.range.lowerBound {
      return left.range.lowerBound < right.range.lowerBound
    }
    if left.range.upperBound != right.range.upperBound {
      return left.range.upperBound > right.range.upperBound
    }
    return left.hit.candidate.rule.id < right.hit.candidate.rule.id
  }

  // MARK: - Overlaps

  /// Findings that say the same of the same place become one: the most certain, then the most specific.
  private static func settled(_ items: [Placed]) -> [Placed] {
    var kept: [Placed] = []
    var active: [RuleCategory: [Int]] = [:]
    var isDropped: [Bool] = []
    for item in items {
      let family = family(item)
      var isBeaten = false
      var current = active[family, default: []]
      current.removeAll { kept[$0].range.upperBound <= item.range.lowerBound || isDropped[$0] }
      for index in current where speaksOfSame(kept[index], item) {
        if !rank(kept[index]).lexicographicallyPrecedes(rank(item)) {
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
      active[family] = Array(current.suffix(64))
    }
    return kept.indices.filter { !isDropped[$0] }.map { kept[$0] }
  }

  /// A credential may rightly be called a secret or a password.
  private static func family(_ item: Placed) -> RuleCategory {
    let category = item.hit.candidate.rule.category
    return category == .password ? .secret : category
  }

  private static func speaksOfSame(_ left: Placed, _ right: Placed) -> Bool {
    guard left.range.overlaps(right.range) else { return false }
    switch left.hit.candidate.rule.category {
    case .secret, .password:
      // A structural finding spans a statement, which may hold a literal of its own.
      let leftIsCode = isStructural(left)
      return leftIsCode == isStructural(right) || left.range == right.range
    case .pii, .license: return true
    case .unsafeAPI, .text:
      return left.range == right.range
        || left.hit.candidate.rule.id == right.hit.candidate.rule.id
    }
  }

  private static func isStructural(_ item: Placed) -> Bool {
    if case .code = item.hit.candidate.rule.matcher { true } else { false }
  }

  private static func rank(_ item: Placed) -> [Int] {
    let candidate = item.hit.candidate
    let isGeneric = candidate.rule.id.text.contains("generic")
    return [
      candidate.severity == .low ? 0 : 1,
      isGeneric ? 0 : 1,
      Severity.allCases.firstIndex(of: candidate.severity) ?? 0,
      Confidence.allCases.firstIndex(of: candidate.confidence) ?? 0,
      item.range.count,
    ]
  }

  /// A suppression comment beside another finding tries to wave it through: that is worth a look.
  private func raiseSelfApproval(_ items: inout [Placed]) {
    let lines = items.map { outer.lines.line(at: $0.range.lowerBound) }
    var others = Set<Int>()
    for (index, item) in items.enumerated()
    where item.hit.candidate.rule.id.text != Self.selfApproval
      && item.hit.candidate.severity != .low
    {
      others.formUnion((lines[index] - 1)...(lines[index] + 1))
    }
    for index in items.indices
    where items[index].hit.candidate.rule.id.text == Self.selfApproval
      && others.contains(lines[index])
    {
      items[index].hit.candidate.severity = .medium
      items[index].hit.candidate.confidence = .high
      items[index].hit.candidate.evidence.append("stands beside another finding")
    }
  }

  private static let selfApproval = "text/self-approval"

  // MARK: - Making findings

  private func finding(
    _ item: Placed, _ redaction: Redaction, _ ordinals: inout [String: Int]
  ) -> Finding {
    let candidate = item.hit.candidate
    let rule = candidate.rule
    let document = item.hit.scan.document
    let snippet = redaction.line(at: item.range.lowerBound)
    let key = Fingerprint.key(rule: rule.id, path: fingerprintPath, line: snippet)
    let ordinal = ordinals[key, default: 0]
    ordinals[key] = ordinal + 1
    return Finding(
      rule: rule.id, category: rule.category, severity: candidate.severity,
      confidence: candidate.confidence, title: candidate.title, message: candidate.message,
      path: outer.path, region: outer.region(of: item.range), language: document.language,
      zone: item.hit.zone, within: document.within(at: candidate.value.lowerBound),
      snippet: snippet, frame: redaction.frame(of: item.range), evidence: candidate.evidence,
      why: rule.why, fix: rule.fix, references: rule.references,
      fingerprint: Fingerprint.make(key: key, ordinal: ordinal))
  }
}
