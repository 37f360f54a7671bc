import PatternEngine
import SourceText

/// The first stages of a scan one by one, for measurements; ``Scanner`` does the work.
package struct ScanStages {
  private let plan: ScanPlan
  private var caches: [SearchCache]
  private let memories: [PartMemory]

  package init(_ plan: ScanPlan) {
    self.plan = plan
    caches = plan.parts.map { _ in SearchCache() }
    memories = plan.parts.map { PartMemory($0, PatternCache()) }
  }

  /// How many places of a document the prefilter stops at.
  package func places(in document: Document) -> Int {
    memories.reduce(0) { count, memory in
      let filter = memory.wanted(in: document.language).filter
      return count + document.bytes.withUnsafeBufferPointer { filter.placeCount(in: $0) }
    }
  }

  /// How many matches of all patterns a document holds, before any is judged.
  package mutating func matches(in document: Document) -> Int {
    var count = 0
    for (number, part) in plan.parts.enumerated() {
      let filter = memories[number].wanted(in: document.language).filter
      document.bytes.withUnsafeBufferPointer { text in
        part.set.forEachMatch(in: text, filter: filter, cache: &caches[number]) { _ in count += 1 }
      }
    }
    return count
  }
}
