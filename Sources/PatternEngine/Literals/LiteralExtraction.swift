// Which bytes must a text hold for a pattern to match? For every pattern we look for a cover: a few
// short runs of byte sets of which each match contains at least one, as rare in ordinary text as can
// be, together with how far before the run the match may begin and of which bytes that part consists.
//
// The tree is walked once, bottom up. Of every node we keep: the runs that it matches exactly, while
// those are few; else those that each of its matches begins and ends with; and the best cover seen
// inside it. A concatenation glues the exact parts of its neighbors together; where the run breaks (a
// loop, an option, too many variants) the run so far is a candidate. `\b` becomes part of a run: most
// places where a short word or a row of digits stands are the middle of something longer.

struct LiteralExtraction {
  /// Shared by all patterns of a set, so that a byte set is looked at once.
  let table: ByteSetTable

  /// The most variants that are followed side by side.
  static let variantLimit = 64
  /// How many sequences may stand for an alternation, such as one of the names of many services.
  static let coverLimit = 2_048

  /// What comparing a run with the text costs, and searching where it stands, in steps.
  static let comparisonWork = 10.0
  static let candidateWork = 60.0

  /// Finds the best cover of a pattern.
  func extract(_ parsed: ParsedPattern) -> RequiredLiterals {
    let facts = facts(of: parsed.syntax)
    var best = facts.cover
    if let exact = facts.exact {
      let cover = self.cover(exact.map { Placed(run: $0, before: .zero, beforeSet: empty) })
      if best.map({ cover.work < $0.work }) ?? true { best = cover }
    }
    guard let best, best.share < 1 else {
      return RequiredLiterals(sequences: [], cost: 1, length: facts.length, isExact: false)
    }
    let sequences = best.sequences.map { placed in
      RequiredSequence(run: placed.run, before: placed.before, beforeSet: placed.beforeSet)
    }
    let isExact =
      facts.isPlain && facts.exact?.count == 1 && facts.exact?[0] == best.sequences[0].run
      && best.sequences.count == 1 && parsed.groupNames.count == 1
    let prefix = Self.leadingRepetition(of: parsed.syntax)
    let hasFreePrefix = sequences.allSatisfy { sequence in
      prefix.map {
        sequence.before == Span(minimum: 0, maximum: $0.limit)
          && table.sets[Int(sequence.beforeSet)] == $0.set
      } ?? false
    }
    return RequiredLiterals(
      sequences: sequences, cost: best.share, length: facts.length, isExact: isExact,
      hasFreePrefix: hasFreePrefix)
  }

  /// The set and limit of a pattern that begins with `[…]{0,n}`, in however many groups.
  private static func leadingRepetition(of syntax: PatternSyntax) -> (set: ByteSet, limit: Int)? {
    switch syntax {
    case .concatenation(let parts): parts.first.flatMap(leadingRepetition)
    case .group(let part, _): leadingRepetition(of: part)
    case .repetition(.bytes(let set), 0, let limit?, _): limit <= 64 ? (set, limit) : nil
    case .empty, .bytes, .assertion, .alternation, .repetition: nil
    }
  }

  private var empty: Int32 { table.number(of: ByteSet()) }

  /// A run and where it stands in the node it belongs to.
  private struct Placed: Hashable {
    var run: ByteRun
    var before: Span
    var beforeSet: Int32
  }

  private struct Cover {
    var sequences: [Placed]
    /// The share of places that are candidates.
    var share: Double
    /// What a place costs on average, in steps: keys that stand there, and candidates to be searched.
    var work: Double
  }

  private func cover(_ sequences: [Placed]) -> Cover {
    var cover = Cover(
      sequences: sequences, share: sequences.isEmpty ? 1 : 0, work: sequences.isEmpty ? 1e9 : 0)
    for placed in sequences {
      let run = lookingRun(placed.run)
      guard !placed.run.sets.isEmpty else { return Cover(sequences: [], share: 1, work: 1e9) }
      let window = table.bestWindow(run)
      let share = table.share(of: run[...])
      cover.share += share
      cover.work +=
        Self.comparisonWork * window.share
        + share * (Self.candidateWork + 10 * reach(placed)) + 1e-7
      if cover.share >= 1 { break }
    }
    cover.share = min(1, cover.share)
    return cover
  }

  /// The run with the bytes beside it of which something is known, because a word begins or ends there.
  private func lookingRun(_ run: ByteRun) -> [Int32] { run.looking(table).sets }

  /// How many bytes before a run are looked at, as far as can be expected.
  private func reach(_ placed: Placed) -> Double {
    let most = Double(min(4_096, placed.before.maximum ?? 4_096))
    let share = min(0.999, table.shares[Int(placed.beforeSet)])
    return min(most, 1 / (1 - share))
  }

  private func shifted(_ cover: Cover, by span: Span, over bytes: ByteSet) -> Cover {
    var sequences = cover.sequences
    for index in sequences.indices {
      sequences[index].before = span + sequences[index].before
      sequences[index].beforeSet = joined(sequences[index].beforeSet, bytes)
    }
    return self.cover(sequences)
  }

  private func joined(_ number: Int32, _ bytes: ByteSet) -> Int32 {
    var set = table.sets[Int(number)]
    set.formUnion(bytes)
    return table.number(of: set)
  }

  private struct Facts {
    var length: Span
    /// All bytes that a match may hold.
    var bytes: ByteSet
    /// Everything that the node matches, where that is few.
    var exact: [ByteRun]?
    /// `exact` says all: no assertion is left out of it.
    var isPlain: Bool
    /// Every match begins, and ends, with one of these; an empty run says nothing.
    var prefix: [ByteRun]
    var suffix: [ByteRun]
    var cover: Cover?
  }

  private func facts(of syntax: PatternSyntax) -> Facts {
    switch syntax {
    case .empty:
      return Facts(
        length: .zero, bytes: ByteSet(), exact: [.empty], isPlain: true, prefix: [.empty],
        suffix: [.empty], cover: nil)
    case .assertion(let kind):
      let run = ByteRun(sets: [], boundaries: kind == .wordBoundary ? 1 : 0)
      return Facts(
        length: .zero, bytes: ByteSet(), exact: [run], isPlain: kind == .wordBoundary,
        prefix: [run], suffix: [run], cover: nil)
    case .bytes(let set):
      let run = ByteRun(sets: [table.number(of: set)], boundaries: 0)
      return Facts(
        length: Span(minimum: 1, maximum: 1), bytes: set, exact: [run], isPlain: !set.isEmpty,
        prefix: [run], suffix: [run], cover: nil)
    case .group(let part, _): return facts(of: part)
    case .alternation(let branches): return alternation(branches.map { facts(of: $0) })
    case .concatenation(let parts): return concatenation(parts)
    case .repetition(let part, let minimum, let maximum, _):
      return repetition(facts(of: part), minimum, maximum)
    }
  }

  private func alternation(_ branches: [Facts]) -> Facts {
    var result = Facts(
      length: branches.first?.length ?? .zero, bytes: ByteSet(), exact: nil, isPlain: true,
      prefix: [], suffix: [], cover: nil)
    var exact: [ByteRun]? = []
    var prefix: [ByteRun]? = []
    var suffix: [ByteRun]? = []
    var cover: [Placed]? = []
    for branch in branches {
      result.length.minimum = min(result.length.minimum, branch.length.minimum)
      if let left = result.length.maximum, let right = branch.length.maximum {
        result.length.maximum = max(left, right)
      } else {
        result.length.maximum = nil
      }
      result.bytes.formUnion(branch.bytes)
      result.isPlain = result.isPlain && branch.isPlain
      exact = joined(exact, branch.exact)
      prefix = joined(prefix, branch.prefix)
      suffix = joined(suffix, branch.suffix)
      var best = branch.cover
      if let variants = branch.exact {
        let whole = self.cover(
          variants.map { Placed(run: $0, before: .zero, beforeSet: empty) })
        if best.map({ whole.work < $0.work }) ?? true { best = whole }
      }
      if let best, best.share < 1, let known = cover,
        known.count + best.sequences.count <= Self.coverLimit
      {
        cover = known + best.sequences
      } else {
        cover = nil
      }
    }
    if let variants = exact { exact = merged(variants) }
    result.exact = exact
    result.prefix = prefix ?? [.empty]
    result.suffix = suffix ?? [.empty]
    result.cover = cover.map { self.cover(unique($0)) }
    return result
  }

  private func joined(_ left: [ByteRun]?, _ right: [ByteRun]?) -> [ByteRun]? {
    guard let left, let right, left.count + right.count <= Self.variantLimit else { return nil }
    return left + right
  }

  /// Variants of one byte become one variant with a larger set.
  private func merged(_ variants: [ByteRun]) -> [ByteRun] {
    guard variants.count > 1,
      variants.allSatisfy({ $0.count == 1 && $0.boundaries == variants[0].boundaries })
    else { return variants }
    var set = ByteSet()
    for variant in variants { set.formUnion(table.sets[Int(variant.sets[0])]) }
    return [ByteRun(sets: [table.number(of: set)], boundaries: variants[0].boundaries)]
  }

  private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    guard elements.count > 1 else { return elements }
    var seen = Set<Element>()
    return elements.filter { seen.insert($0).inserted }
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
        return Facts(
          length: length, bytes: part.bytes, exact: unique(exact + [.empty]),
          isPlain: part.isPlain, prefix: [.empty], suffix: [.empty], cover: nil)
      }
      return Facts(
        length: length, bytes: part.bytes, exact: nil, isPlain: part.isPlain, prefix: [.empty],
        suffix: [.empty], cover: nil)
    }
    var run = [ByteRun.empty]
    var copies = 0
    if let exact = part.exact {
      while copies < minimum, let next = crossed(run, exact) {
        run = next
        copies += 1
      }
    }
    let isExact = copies == minimum && maximum == minimum
    var cover = part.cover
    if copies > 0 {
      let whole = self.cover(run.map { Placed(run: $0, before: .zero, beforeSet: empty) })
      if cover.map({ whole.work < $0.work }) ?? true { cover = whole }
    }
    // Without copies (a part that is not exact) the first turn's beginning and the last one's end are known.
    return Facts(
      length: length, bytes: part.bytes, exact: isExact ? run : nil, isPlain: part.isPlain,
      prefix: copies > 0 ? run : part.prefix, suffix: copies > 0 ? run : part.suffix,
      cover: cover)
  }

  /// Every left run with every right one behind it, while that stays few and short.
  private func crossed(_ left: [ByteRun], _ right: [ByteRun]) -> [ByteRun]? {
    guard left.count * right.count <= Self.variantLimit else { return nil }
    let limit =
      left.count * right.count == 1 ? ByteRun.loneLengthLimit : ByteRun.lengthLimit
    var result: [ByteRun] = []
    for first in left {
      for second in right {
        guard first.count + second.count <= limit else { return nil }
        result.append(first + second)
      }
    }
    return unique(result)
  }

  private func concatenation(_ parts: [PatternSyntax]) -> Facts {
    var length = Span.zero
    var bytes = ByteSet()
    // The variants that the text just before this point ends with, and where they begin.
    var run: [ByteRun] = [.empty]
    var runBefore: [Span] = [.zero]
    var runBytes = empty
    var reachesStart = true
    var isPlain = true
    var prefix: [ByteRun]?
    var best: Cover?

    func offer(_ cover: Cover?) {
      guard let cover, cover.share < 1 else { return }
      if best.map({ cover.work < $0.work }) ?? true { best = cover }
    }
    func placed(_ runs: [ByteRun], after lengths: [Span]) -> [Placed] {
      unique(
        zip(runs, lengths).map { Placed(run: $0, before: $1, beforeSet: runBytes) })
    }
    func append(_ variants: [ByteRun]) -> (runs: [ByteRun], before: [Span])? {
      guard run.count * variants.count <= Self.variantLimit else { return nil }
      let limit = run.count * variants.count == 1 ? ByteRun.loneLengthLimit : ByteRun.lengthLimit
      var runs: [ByteRun] = []
      var before: [Span] = []
      for (left, start) in zip(run, runBefore) {
        for right in variants {
          guard left.count + right.count <= limit else { return nil }
          runs.append(left + right)
          before.append(start)
        }
      }
      return (runs, before)
    }

    for syntax in parts {
      let part = facts(of: syntax)
      isPlain = isPlain && part.isPlain
      if let exact = part.exact, let longer = append(exact) {
        (run, runBefore) = longer
        length = length + part.length
        bytes.formUnion(part.bytes)
        continue
      }
      // The run ends here, with what the part surely begins with, as much of it as there is room for.
      let room = ByteRun.lengthLimit - (run.map(\.count).max() ?? 0)
      let ended =
        append(part.prefix) ?? append(part.prefix.map { $0.prefix(room) }) ?? (run, runBefore)
      offer(self.cover(placed(ended.0, after: ended.1)))
      if reachesStart { prefix = unique(ended.0) }
      reachesStart = false
      if let cover = part.cover { offer(shifted(cover, by: length, over: bytes)) }
      let variants = part.exact ?? part.suffix
      length = length + part.length
      bytes.formUnion(part.bytes)
      run = variants
      runBefore = variants.map { length.advanced(by: -$0.count) }
      runBytes = joined(empty, bytes)
    }
    offer(self.cover(placed(run, after: runBefore)))
    let runs = unique(run)
    return Facts(
      length: length, bytes: bytes, exact: reachesStart ? runs : nil, isPlain: isPlain,
      prefix: prefix ?? runs, suffix: runs, cover: best)
  }
}
