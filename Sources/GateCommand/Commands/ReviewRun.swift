// Reviews inputs on all cores: an atomic number hands out the next input, each worker reads, takes
// apart and scans it with scratch memory of its own. What comes back is put in the order of the
// inputs, so a report does not depend on the number of workers.

import Checks
import Dispatch
import Gate
import Input
import Synchronization

/// The work of one review.
struct ReviewRun {
  let plan: ScanPlan
  /// Leads from a report's path to the path that fingerprints are made of.
  let place: RepositoryPlace
  /// When to stop; what is left then counts as not reviewed.
  let deadline: ContinuousClock.Instant?
  let jobs: Int
  /// Whether a report will show the lines around findings.
  let isFramed: Bool

  struct Result {
    var findings: [Finding] = []
    var skipped: [SkippedInput] = []
    var errors: [ReviewError] = []
    var inputs = 0
    var bytes = 0
    /// Inputs that held nothing at all.
    var empty = 0

    mutating func add(_ other: Result) {
      findings += other.findings
      skipped += other.skipped
      errors += other.errors
      inputs += other.inputs
      bytes += other.bytes
      empty += other.empty
    }
  }

  func review(_ sources: [InputSource]) -> Result {
    guard !sources.isEmpty else { return Result() }
    let next = Atomic<Int>(0)
    let parts = Mutex<[(index: Int, result: Result)]>([])
    let workers = max(1, min(jobs, sources.count))
    // Each worker touches only values of its own, the atomic number and the mutex.
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var scanner = Scanner(plan)
      var mine: [(index: Int, result: Result)] = []
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < sources.count else { break }
        mine.append((index, review(sources[index], with: &scanner)))
      }
      parts.withLock { $0 += mine }
    }
    var total = Result()
    for part in parts.withLock({ $0 }).sorted(by: { $0.index < $1.index }) {
      total.add(part.result)
    }
    return total
  }

  private func review(_ source: InputSource, with scanner: inout Scanner) -> Result {
    var result = Result()
    if let deadline, ContinuousClock.now >= deadline {
      result.errors.append(
        ReviewError(path: source.path, message: "the time limit was reached: not reviewed"))
      return result
    }
    switch source.read() {
    case .skipped(let reason):
      result.skipped.append(SkippedInput(path: source.path, reason: reason))
    case .failed(let message):
      result.errors.append(ReviewError(path: source.path, message: message))
    case .text(let text):
      result.inputs = 1
      result.bytes = text.byteCount
      result.empty = text.byteCount == 0 ? 1 : 0
      var hits: [Scanner.Hit] = []
      for document in text.documents {
        if let deadline, ContinuousClock.now >= deadline {
          result.errors.append(
            ReviewError(path: source.path, message: "the time limit was reached: cut off"))
          break
        }
        hits += scanner.scan(document)
      }
      let assembly = FindingAssembly(
        outer: text.outer, fingerprintPath: place.fromRoot(text.outer.path), isFramed: isFramed)
      var ordinals = FingerprintOrdinals()
      result.findings = ordinals.identify(assembly.findings(hits))
      for problem in text.problems {
        result.errors.append(ReviewError(path: source.path, message: problem))
      }
      for reason in text.skipped {
        result.skipped.append(SkippedInput(path: source.path, reason: reason))
      }
    }
    return result
  }
}
