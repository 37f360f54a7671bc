// The face of the engine: many patterns in, all their matches out, in one linear pass.
//
// A set is immutable and shared between workers. Making one reads every pattern and builds the
// prefilter; a pattern is compiled only when the prefilter first points at it, in the scratch memory
// of the worker that met it.

/// Many patterns that are searched together.
package struct PatternSet: Sendable {
  /// The patterns' texts, in the order in which matches name them.
  package let patterns: [String]
  private let prefilter: Prefilter
  private let facts: [Facts]

  /// What is known of a pattern before it is searched.
  package struct Facts: Sendable, Hashable {
    /// The expected share of places that are candidates; 1 for a pattern that nothing can filter.
    package var cost: Double
    /// The longest match in bytes; nil is unbounded.
    package var maximumLength: Int?
  }

  /// A pattern that could not be read, by its place in the list.
  package struct Failure: Error, Sendable {
    package let pattern: Int
    package let error: PatternError
  }

  /// Fails with the first pattern that cannot be read.
  package init(_ patterns: [String]) throws(Failure) {
    self.patterns = patterns
    var literals: [RequiredLiterals] = []
    let table = ByteSetTable()
    let extraction = LiteralExtraction(table: table)
    literals.reserveCapacity(patterns.count)
    for (index, pattern) in patterns.enumerated() {
      do throws(PatternError) {
        literals.append(extraction.extract(try PatternParser.parse(pattern).syntax))
      } catch {
        throw Failure(pattern: index, error: error)
      }
    }
    prefilter = Prefilter(literals, table)
    facts = literals.map { Facts(cost: $0.cost, maximumLength: $0.length.maximum) }
  }

  package func facts(of pattern: Int) -> Facts { facts[pattern] }

  /// Calls `body` with every match: pattern by pattern, each pattern's matches in order, leftmost-first
  /// and without overlap. Costs one pass over the text and, for each pattern, a pass over its
  /// candidate windows. Patterns that are not wanted are left out before that.
  package func forEachMatch(
    in text: UnsafeBufferPointer<UInt8>, cache: inout SearchCache,
    where isWanted: (Int) -> Bool = { _ in true }, _ body: (Match) -> Void
  ) {
    cache.prepare(for: patterns.count)
    prefilter.candidates(in: text, windows: &cache.windows, touched: &cache.touched)
    cache.touched.sort()
    for number in cache.touched {
      let pattern = Int(number)
      let windows = cache.windows[pattern]
      cache.windows[pattern].removeAll(keepingCapacity: windows.count <= 64)
      guard isWanted(pattern), cache.prepareMatcher(pattern, patterns[pattern]) else { continue }
      for window in windows {
        cache.matchers[pattern]?.forEachMatch(in: text, range: window.start..<window.end) {
          groups in
          if let range = groups[0] { body(Match(pattern: pattern, range: range, groups: groups)) }
        }
      }
    }
    cache.touched.removeAll(keepingCapacity: true)
  }

  /// The names of a pattern's groups by index, once it has been compiled in this cache.
  package func groupNames(of pattern: Int, cache: SearchCache) -> [String?] {
    pattern < cache.matchers.count ? cache.matchers[pattern]?.program.groupNames ?? [] : []
  }
}

/// The scratch memory of searching with a set: one for each worker, never shared.
package struct SearchCache {
  var windows: [[Prefilter.Window]] = []
  var touched: [Int32] = []
  var matchers: [Matcher?] = []

  package init() {}

  mutating func prepare(for count: Int) {
    guard windows.count < count else { return }
    windows += Array(repeating: [], count: count - windows.count)
    matchers += Array(repeating: nil, count: count - matchers.count)
  }

  /// False where the pattern does not compile, which `PatternSet` has ruled out but for its size.
  mutating func prepareMatcher(_ pattern: Int, _ text: String) -> Bool {
    if matchers[pattern] == nil { matchers[pattern] = try? Matcher(text) }
    return matchers[pattern] != nil
  }
}
