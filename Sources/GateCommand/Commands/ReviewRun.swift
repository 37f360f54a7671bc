// Reviews inputs on all cores: an atomic number hands out the next input, each worker reads, takes
// apart and scans it with scratch memory of its own. Where there are no inputs left a worker helps
// with the pieces of those that are too long to be held. What comes back is put in the order of the
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

  struct Result: Sendable {
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
    let long = LongReviews(spare: jobs - workers)
    // Each worker touches only values of its own, the atomic number and what a mutex guards.
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      long.begin()
      var scanner = Scanner(plan)
      var mine: [(index: Int, result: Result)] = []
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < sources.count else { break }
        let result = review(sources[index], at: index, of: long, with: &scanner)
        mine.append((index, result))
      }
      long.retire()
      while let review = long.oneToHelpWith() { help(review, with: &scanner) }
      parts.withLock { $0 += mine }
      Self.keepUntilExit(scanner)
    }
    long.waitForHelpers()
    var all = parts.withLock { $0 }
    all += long.all.map { ($0.index, $0.result) }
    var total = Result()
    for part in all.sorted(by: { $0.index < $1.index }) { total.add(part.result) }
    return total
  }

  /// The process ends soon after the review: taking its tables apart piece by piece before that would be a
  /// tenth of the time of a short one.
  private static func keepUntilExit(_ scanner: Scanner) {
    final class Box {
      let scanner: Scanner
      init(_ scanner: Scanner) { self.scanner = scanner }
    }
    _ = Unmanaged.passRetained(Box(scanner))
  }

  private func review(
    _ source: InputSource, at index: Int, of long: LongReviews, with scanner: inout Scanner
  ) -> Result {
    var result = Result()
    if isLate {
      result.errors.append(
        ReviewError(path: source.path, message: "the time limit was reached: not reviewed"))
      return result
    }
    switch source.read() {
    case .skipped(let reason):
      result.skipped.append(SkippedInput(path: source.path, reason: reason))
    case .failed(let message):
      result.errors.append(ReviewError(path: source.path, message: message))
    case .long(let text):
      let review = LongReview(index: index, text: text)
      long.add(review)
      long.startHelpers { [self] in
        var scanner = Scanner(plan)
        while let review = long.oneToHelpWith() { help(review, with: &scanner) }
      }
      help(review, with: &scanner)
    case .text(let text):
      let found = review(text, owned: nil, with: &scanner)
      result.inputs = 1
      result.bytes = found.bytes
      result.empty = found.bytes == 0 ? 1 : 0
      result.findings = UnnumberedFinding.identified(found.findings)
      result.skipped = found.skipped
      result.errors = found.errors
    }
    return result
  }

  /// Reviews pieces of a long input until there are no more.
  private func help(_ review: LongReview, with scanner: inout Scanner) {
    while let piece = review.nextPiece() {
      var result = LongReview.PieceResult()
      if isLate {
        review.text.stop()
        review.fail(Self.cutOff)
      } else {
        result = self.review(piece.text, owned: piece.owned, with: &scanner)
      }
      review.add(result, number: piece.number)
    }
  }

  /// What is found in a text, or in a piece of one.
  private func review(
    _ text: ReviewText, owned: Range<Int>?, with scanner: inout Scanner
  ) -> LongReview.PieceResult {
    var result = LongReview.PieceResult()
    result.bytes = text.byteCount
    var hits: [Scanner.Hit] = []
    for document in text.documents {
      if isLate {
        result.errors.append(ReviewError(path: text.outer.path, message: Self.cutOff))
        break
      }
      hits += scanner.scan(document)
    }
    let assembly = FindingAssembly(
      outer: text.outer, fingerprintPath: place.fromRoot(text.outer.path), owned: owned,
      isFramed: isFramed)
    result.findings = assembly.findings(hits)
    result.errors += text.problems.map { ReviewError(path: text.outer.path, message: $0) }
    result.skipped = text.skipped.map { SkippedInput(path: text.outer.path, reason: $0) }
    return result
  }

  private static let cutOff = "the time limit was reached: cut off"

  private var isLate: Bool { deadline.map { ContinuousClock.now >= $0 } ?? false }
}
