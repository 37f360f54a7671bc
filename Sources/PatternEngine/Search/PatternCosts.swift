// What searching for each pattern of a set costs. A walk of its own, beside that of a scan and in the
// same order but for the blocks, so that a scan counts nothing and reads no clock.

/// Counts of the search for each pattern of a set, over any number of texts; for measurements.
package struct PatternCosts: Sendable {
  package struct Cost: Sendable {
    /// How often one of its runs was compared with the text.
    package var comparisons = 0
    /// Where a run stood.
    package var candidates = 0
    package var matches = 0
    /// In which its automata ran, by the clock that was given.
    package var seconds = 0.0
  }

  /// By pattern.
  package private(set) var costs: [Cost] = []
  /// What all comparisons together took, with the pass over the bytes that leads to them.
  package private(set) var gatherSeconds = 0.0

  package init() {}

  /// Forgets what it counted, as after a first run that fills caches.
  package mutating func reset() { self = PatternCosts() }

  fileprivate mutating func begin(_ count: Int) {
    if costs.count < count {
      costs += Array(repeating: Cost(), count: count - costs.count)
    }
  }

  fileprivate mutating func count(_ pattern: Int, _ change: (inout Cost) -> Void) {
    change(&costs[pattern])
  }

  fileprivate mutating func addGathering(_ seconds: Double) { gatherSeconds += seconds }
}

extension PatternSet {
  /// All matches of the filter's patterns in a text, as ``forEachMatch(in:filter:cache:_:)`` finds
  /// them, while what each pattern costs is added to `costs`.
  package func matches(
    in text: UnsafeBufferPointer<UInt8>, filter: Prefilter, choice: PatternChoice? = nil,
    cache: inout SearchCache, costs: inout PatternCosts, clock: () -> Double
  ) -> [Match] {
    costs.begin(index.facts.count)
    cache.begin(index)
    var matches: [Match] = []
    let choice = choice ?? PatternChoice(filter)
    for pattern in filter.unfiltered where choice.isWanted[Int(pattern)] {
      cache.add(StartInterval(first: 0, last: text.count), to: Int(pattern))
    }
    let start = clock()
    let note = { (pattern: Int32, stands: Bool) in
      costs.count(Int(pattern)) {
        $0.comparisons += 1
        if stands { $0.candidates += 1 }
      }
    }
    cache.gather(
      index, filter, choice, in: text, range: 0..<(text.count + KeyTable.length - 1), compared: note
    ) { matches.append($0) }
    costs.addGathering(clock() - start)
    for number in cache.waiting {
      let pattern = Int(number)
      let starts = cache.take(pattern, before: .max)
      guard !starts.isEmpty else { continue }
      let start = clock()
      cache.search(pattern, programs, in: text, starts, index.facts[pattern]) {
        matches.append($0)
      }
      let seconds = clock() - start
      costs.count(pattern) { $0.seconds += seconds }
    }
    cache.waiting.removeAll(keepingCapacity: true)
    cache.end()
    for match in matches { costs.count(match.pattern) { $0.matches += 1 } }
    return matches
  }
}
