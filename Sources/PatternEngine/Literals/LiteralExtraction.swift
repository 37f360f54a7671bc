// Which bytes must a text hold for a pattern to match? For every pattern we look for a cover: a few
// short sequences of byte sets of which each match contains at least one, as rare in ordinary text
// as can be, together with how far from the sequence the match may begin and end.
//
// The tree is walked once, bottom up. Of every node we keep: the sequences that it matches exactly,
// while those are few; else those that each of its matches begins and ends with; and the best cover
// seen inside it. A concatenation glues the exact parts of its neighbours together; where the run
// breaks (a loop, an option, too many variants) the run so far is a candidate.

/// A run of byte sets that stands somewhere in a match.
struct RequiredSequence: Hashable, Sendable {
  /// Numbers of a ``ByteSetTable``.
  var sets: [Int32]
  /// How many bytes of the match stand before it, at least and at most; nil is unbounded.
  var before: Span
  /// The longest that the match may be, counted from the start of the sequence; nil is unbounded.
  var maximumAfter: Int?
}

/// How long something may be, in bytes; nil is unbounded.
struct Span: Hashable, Sendable {
  var minimum: Int
  var maximum: Int?

  static let zero = Span(minimum: 0, maximum: 0)

  static func + (left: Span, right: Span) -> Span {
    var maximum: Int?
    if let first = left.maximum, let second = right.maximum {
      maximum = min(first + second, 1 << 40)
    }
    return Span(minimum: min(left.minimum + right.minimum, 1 << 40), maximum: maximum)
  }

  func advanced(by count: Int) -> Span {
    Span(minimum: max(0, minimum + count), maximum: maximum.map { max(0, $0 + count) })
  }
}

/// What every match of a pattern must contain.
struct RequiredLiterals: Sendable {
  /// Empty where the pattern has nothing to go by: every place is a candidate.
  var sequences: [RequiredSequence]
  /// The expected share of places in ordinary text that are candidates, 0 to 1.
  var cost: Double
  var length: Span
}

struct LiteralExtraction {
  /// Shared by all patterns of a set, so that a byte set is looked at once.
  let table: ByteSetTable

  /// The most variants that are followed side by side.
  static let variantLimit = 64
  /// The longest sequence that is kept, in bytes.
  static let lengthLimit = 12

  /// Finds the best cover of a pattern.
  func extract(_ syntax: PatternSyntax) -> RequiredLiterals {
    let facts = facts(of: syntax)
    var best = facts.cover
    if let exact = facts.exact {
      let cover = self.cover(exact.map { Placed(sets: $0, before: .zero) })
      if best.map({ cover.cost < $0.cost }) ?? true { best = cover }
    }
    guard let best, best.cost < 1 else {
      return RequiredLiterals(sequences: [], cost: 1, length: facts.length)
    }
    let sequences = best.sequences.map { placed in
      RequiredSequence(
        sets: placed.sets, before: placed.before,
        maximumAfter: facts.length.maximum.map { $0 - placed.before.minimum })
    }
    return RequiredLiterals(sequences: sequences, cost: best.cost, length: facts.length)
  }

  /// A sequence and where it stands in the node it belongs to.
  private struct Placed: Hashable {
    var sets: [Int32]
    var before: Span
  }

  private struct Cover {
    var sequences: [Placed]
    var cost: Double

    func shifted(by span: Span) -> Cover {
      var result = self
      for index in result.sequences.indices {
        result.sequences[index].before = span + result.sequences[index].before
      }
      return result
    }
  }

  private func cover(_ sequences: [Placed]) -> Cover {
    var cost = sequences.isEmpty ? 1.0 : 0
    for sequence in sequences {
      cost += table.cost(of: sequence.sets)
      if cost >= 1 { break }
    }
    return Cover(sequences: sequences, cost: cost)
  }

  private struct Facts {
    var length: Span
    /// Everything that the node matches, where that is few.
    var exact: [[Int32]]?
    /// Every match begins, and ends, with one of these; `[[]]` says nothing.
    var prefix: [[Int32]]
    var suffix: [[Int32]]
    var cover: Cover?
  }

  private func facts(of syntax: PatternSyntax) -> Facts {
    switch syntax {
    case .empty, .assertion:
      return Facts(length: .zero, exact: [[]], prefix: [[]], suffix: [[]], cover: nil)
    case .bytes(let set):
      let number = table.number(of: set)
      return Facts(
        length: Span(minimum: 1, maximum: 1), exact: [[number]], prefix: [[number]],
        suffix: [[number]], cover: nil)
    case .group(let part, _): return facts(of: part)
    case .alternation(let branches): return alternation(branches.map { facts(of: $0) })
    case .concatenation(let parts): return concatenation(parts)
    case .repetition(let part, let minimum, let maximum, _):
      return repetition(facts(of: part), minimum, maximum)
    }
  }

  private func alternation(_ branches: [Facts]) -> Facts {
    var length = branches.first?.length ?? .zero
    var exact: [[Int32]]? = []
    var prefix: [[Int32]]? = []
    var suffix: [[Int32]]? = []
    var cover: [Placed]? = []
    for branch in branches {
      length.minimum = min(length.minimum, branch.length.minimum)
      if let left = length.maximum, let right = branch.length.maximum {
        length.maximum = max(left, right)
      } else {
        length.maximum = nil
      }
      exact = joined(exact, branch.exact)
      prefix = joined(prefix, branch.prefix)
      suffix = joined(suffix, branch.suffix)
      var best = branch.cover
      if let variants = branch.exact {
        let whole = self.cover(variants.map { Placed(sets: $0, before: .zero) })
        if best.map({ whole.cost < $0.cost }) ?? true { best = whole }
      }
      if let best, best.cost < 1, let known = cover,
        known.count + best.sequences.count <= Self.variantLimit * 4
      {
        cover = known + best.sequences
      } else {
        cover = nil
      }
    }
    if let variants = exact { exact = merged(variants) }
    return Facts(
      length: length, exact: exact, prefix: prefix ?? [[]], suffix: suffix ?? [[]],
      cover: cover.map { self.cover(unique($0)) })
  }

  private func joined(_ left: [[Int32]]?, _ right: [[Int32]]?) -> [[Int32]]? {
    guard let left, let right, left.count + right.count <= Self.variantLimit else { return nil }
    return left + right
  }

  /// Variants of one byte become one variant with a larger set.
  private func merged(_ variants: [[Int32]]) -> [[Int32]] {
    guard variants.count > 1, variants.allSatisfy({ $0.count == 1 }) else { return variants }
    var set = ByteSet()
    for variant in variants { set.formUnion(table.sets[Int(variant[0])]) }
    return [[table.number(of: set)]]
  }

  private func unique(_ sequences: [Placed]) -> [Placed] {
    guard sequences.count > 1 else { return sequences }
    var seen = Set<Placed>()
    return sequences.filter { seen.insert($0).inserted }
  }

  private func repetition(_ part: Facts, _ minimum: Int, _ maximum: Int?) -> Facts {
    var length = Span(
      minimum: min(part.length.minimum * minimum, 1 << 40),
      maximum: maximum.flatMap { maximum in
        part.length.maximum.map { min($0 * maximum, 1 << 40) }
      })
    if part.length.maximum == 0 { length.maximum = 0 }
    guard minimum > 0 else {
      // Optional: followed as a variant only where that stays small.
      if maximum == 1, let exact = part.exact, exact.count < 8 {
        let variants = unique(exact + [[]])
        return Facts(length: length, exact: variants, prefix: [[]], suffix: [[]], cover: nil)
      }
      return Facts(length: length, exact: nil, prefix: [[]], suffix: [[]], cover: nil)
    }
    var run: [[Int32]]? = [[]]
    var copies = 0
    if let exact = part.exact {
      while copies < minimum, let current = run, let next = crossed(current, exact) {
        if next.contains(where: { $0.count > Self.lengthLimit }) { break }
        run = next
        copies += 1
      }
    }
    let isExact = copies == minimum && maximum == minimum
    let repeated = run ?? [[]]
    var cover = part.cover
    if copies > 0 {
      let whole = self.cover(repeated.map { Placed(sets: $0, before: .zero) })
      if cover.map({ whole.cost < $0.cost }) ?? true { cover = whole }
    }
    // Without copies (a part that is not exact) the first turn's beginning and the last one's end are known.
    return Facts(
      length: length, exact: isExact ? repeated : nil,
      prefix: copies > 0 ? repeated : part.prefix, suffix: copies > 0 ? repeated : part.suffix,
      cover: cover)
  }

  private func unique(_ variants: [[Int32]]) -> [[Int32]] {
    guard variants.count > 1 else { return variants }
    var seen = Set<[Int32]>()
    return variants.filter { seen.insert($0).inserted }
  }

  private func crossed(_ left: [[Int32]], _ right: [[Int32]]) -> [[Int32]]? {
    guard left.count * right.count <= Self.variantLimit else { return nil }
    var result: [[Int32]] = []
    for first in left { for second in right { result.append(first + second) } }
    return result
  }

  private func concatenation(_ parts: [PatternSyntax]) -> Facts {
    var length = Span.zero
    // The variants that the text just before this point ends with, and where they begin.
    var run: [Placed] = [Placed(sets: [], before: .zero)]
    var reachesStart = true
    var prefix: [[Int32]]?
    var best: Cover?

    func offer(_ cover: Cover?) {
      guard let cover, cover.cost < 1 else { return }
      if best.map({ cover.cost < $0.cost }) ?? true { best = cover }
    }
    func crossed(_ run: [Placed], _ variants: [[Int32]]) -> [Placed]? {
      guard run.count * variants.count <= Self.variantLimit else { return nil }
      var result: [Placed] = []
      for left in run {
        guard left.sets.count < Self.lengthLimit else { return nil }
        for right in variants {
          result.append(Placed(sets: left.sets + right, before: left.before))
        }
      }
      return unique(result)
    }

    for syntax in parts {
      // The usual part is one byte set: every variant grows by it, in place.
      if case .bytes(let set) = syntax,
        run.allSatisfy({ $0.sets.count < Self.lengthLimit })
      {
        let number = table.number(of: set)
        for index in run.indices { run[index].sets.append(number) }
        length = length + Span(minimum: 1, maximum: 1)
        continue
      }
      let part = facts(of: syntax)
      if let exact = part.exact, let longer = crossed(run, exact) {
        run = longer
        length = length + part.length
        continue
      }
      // The run ends here, with what the part surely begins with.
      let ended = crossed(run, part.prefix) ?? run
      offer(self.cover(ended))
      if reachesStart, prefix == nil { prefix = ended.map(\.sets) }
      reachesStart = false
      offer(part.cover?.shifted(by: length))
      let variants = part.exact ?? part.suffix
      let whole = length + part.length
      run = variants.map { sets in
        Placed(sets: sets, before: whole.advanced(by: -sets.count))
      }
      length = whole
    }
    offer(self.cover(run))
    let sequences = run.map(\.sets)
    return Facts(
      length: length, exact: reachesStart ? sequences : nil, prefix: prefix ?? sequences,
      suffix: sequences, cover: best)
  }
}
