// The face of the engine: many patterns in, all their matches out, in one linear pass.
//
// A set is immutable and shared between workers. Its index is worked out of the patterns, or read back
// where that was done before; a pattern is compiled when the prefilter first points at it, once for
// all workers, and searched with the scratch memory of the worker that met it.

/// Many patterns that are searched together.
package struct PatternSet: Sendable {
  package let index: PatternIndex
  let programs: ProgramStore

  package typealias Failure = PatternIndex.Failure

  /// Fails with the first pattern that cannot be read.
  package init(_ patterns: [String]) throws(Failure) {
    self.init(index: try PatternIndex(patterns)) { patterns[$0] }
  }

  /// With an index that was worked out before; `pattern` gives the patterns that it was made of, when
  /// one is first compiled.
  package init(index: PatternIndex, pattern: @escaping @Sendable (Int) -> String) {
    self.index = index
    programs = ProgramStore(pattern: pattern)
  }

  private var count: Int { index.facts.count }

  package func facts(of pattern: Int) -> PatternIndex.Facts { index.facts[pattern] }

  /// The filter for some of the patterns; costs about 0.1 ms for a thousand of them, and is shared.
  package func filter(where isWanted: (Int) -> Bool = { _ in true }) -> Prefilter {
    Prefilter(index, isWanted: (0..<count).map(isWanted))
  }

  /// Leaves some of a filter's patterns out of texts that cannot have them.
  package func narrowing(of filter: Prefilter, conditional: [Int]) -> PatternNarrowing {
    PatternNarrowing(filter, index, conditional: conditional)
  }

  /// Calls `body` with every match of the filter's patterns, or of those that were chosen from them: of
  /// each pattern in order, leftmost-first and without overlap; those of different patterns come as the
  /// pass over the text finds them.
  ///
  /// Costs one pass over the text, and for each pattern steps over the bytes around its candidates.
  package func forEachMatch(
    in text: UnsafeBufferPointer<UInt8>, filter: Prefilter, choice: PatternChoice? = nil,
    cache: inout SearchCache, _ body: (Match) -> Void
  ) {
    cache.begin(index)
    let choice = choice ?? PatternChoice(filter)
    for pattern in filter.unfiltered where choice.isWanted[Int(pattern)] {
      cache.add(StartInterval(first: 0, last: text.count), to: Int(pattern))
    }
    var start = 0
    repeat {
      let isLast = text.count - start <= cache.blockSize
      let end = isLast ? text.count : start + cache.blockSize
      cache.gather(
        index, filter, choice, in: text,
        range: start..<(isLast ? end + KeyTable.length - 1 : end), body)
      search(in: text, upTo: isLast ? nil : end, &cache, body)
      start = end
    } while start < text.count
    cache.end()
  }

  /// Searches the intervals to which nothing can be added any more, once the text was filtered up to `end`.
  private func search(
    in text: UnsafeBufferPointer<UInt8>, upTo end: Int?, _ cache: inout SearchCache,
    _ body: (Match) -> Void
  ) {
    var kept = 0
    for place in cache.waiting.indices {
      let pattern = Int(cache.waiting[place])
      let starts: [StartInterval]
      if let end {
        let reach = index.facts[pattern].maximumBefore.map { $0 + PatternIndex.reachLimit }
        starts = cache.take(pattern, before: reach.map { end - $0 } ?? 0)
        if !cache.intervals[pattern].isEmpty {
          cache.waiting[kept] = cache.waiting[place]
          kept += 1
        }
      } else {
        starts = cache.take(pattern, before: .max)
      }
      guard !starts.isEmpty else { continue }
      cache.search(
        pattern, programs, in: text, starts, index.facts[pattern], body)
    }
    cache.waiting.removeLast(cache.waiting.count - kept)
  }

  /// The names of a pattern's groups by index; compiles it if need be.
  package func groupNames(of pattern: Int) -> [String?] {
    programs.program(pattern)?.groupNames ?? []
  }
}

/// The programs of a set's patterns, each compiled when first asked for.
struct ProgramStore: Sendable {
  private let programs = SharedMemo<Int, Program?>()
  let pattern: @Sendable (Int) -> String

  /// Nil where the pattern does not compile, which its index has ruled out but for its size.
  func program(_ number: Int) -> Program? {
    programs.value(of: number) { try? ProgramCompiler.compile(pattern(number)) }
  }
}
