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
package struct ReviewRun: Sendable {
  private let scanners: ScannerPool
  private let place: RepositoryPlace
  private let jobs: Int
  private let limits: Limits
  private let wants: Wants
  private let progress: ReviewProgress?

  /// What ends a review early; what is left then counts as not reviewed.
  package struct Limits: Sendable {
    package var deadline: ContinuousClock.Instant?
    /// Asked now and then, from any thread.
    package var isCancelled: (@Sendable () -> Bool)?

    package init(
      deadline: ContinuousClock.Instant? = nil, isCancelled: (@Sendable () -> Bool)? = nil
    ) {
      self.deadline = deadline
      self.isCancelled = isCancelled
    }

    package static let none = Limits()
  }

  /// What is made beside the findings.
  package struct Wants: Sendable {
    /// The lines around findings, for reports that show them.
    package var frames: Bool
    /// What the text is to be without; nil for nothing.
    package var masking: Masks?

    package enum Masks: Sendable { case kinds, forms }

    package init(frames: Bool = false, masking: Masks? = nil) {
      self.frames = frames
      self.masking = masking
    }
  }

  /// `jobs` is the number of workers, the calling thread among them.
  package init(
    _ engine: ReviewEngine, jobs: Int, limits: Limits = .none, wants: Wants = Wants(),
    progress: ReviewProgress? = nil
  ) {
    scanners = engine.scanners
    place = engine.place
    self.jobs = jobs
    self.limits = limits
    self.wants = wants
    self.progress = progress
  }

  package struct Result: Sendable {
    package var findings: [Finding] = []
    package var skipped: [SkippedInput] = []
    package var errors: [ReviewError] = []
    package var inputs = 0
    /// Of the inputs that were reviewed, as they were given.
    package var bytes = 0
    /// Inputs that held nothing at all.
    package var empty = 0
    /// In order of inputs, then of places; only where they were wanted.
    package var maskings: [Masking] = []

    package init() {}

    mutating func add(_ other: Result) {
      findings += other.findings
      skipped += other.skipped
      errors += other.errors
      inputs += other.inputs
      bytes += other.bytes
      empty += other.empty
      maskings += other.maskings
    }
  }

  /// Reads and reviews inputs; what comes back is in their order.
  package func review(_ sources: [InputSource]) -> Result {
    guard !sources.isEmpty else { return Result() }
    let next = Atomic<Int>(0)
    let parts = Mutex<[(index: Int, result: Result)]>([])
    let workers = max(1, min(jobs, sources.count))
    let long = LongReviews(spare: jobs - workers)
    // Each worker touches only values of its own, the atomic number and what a mutex guards.
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      long.begin()
      let lent = scanners.take()
      var mine: [(index: Int, result: Result)] = []
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < sources.count else { break }
        let result = review(sources[index], at: index, of: long, with: &lent.scanner)
        mine.append((index, result))
        progress?.addInput()
      }
      long.retire()
      while let review = long.oneToHelpWith() { help(review, with: &lent.scanner) }
      parts.withLock { $0 += mine }
      scanners.giveBack(lent)
    }
    long.waitForHelpers()
    var all = parts.withLock { $0 }
    all += long.all.map { ($0.index, $0.result) }
    var total = Result()
    for part in all.sorted(by: { $0.index < $1.index }) { total.add(part.result) }
    return total
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
        let lent = scanners.take()
        while let review = long.oneToHelpWith() { help(review, with: &lent.scanner) }
        scanners.giveBack(lent)
      }
      help(review, with: &scanner)
    case .text(let text):
      let found = review(text, owned: nil, with: &scanner)
      result.inputs = 1
      result.bytes = found.bytes
      result.empty = found.bytes == 0 ? 1 : 0
      result.findings = UnnumberedFinding.identified(found.findings)
      result.maskings = found.maskings
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
      isFramed: wants.frames)
    result.findings = assembly.findings(hits)
    if let masks = wants.masking {
      result.maskings = assembly.maskings(hits, keepingForm: masks == .forms)
    }
    progress?.add(bytes: result.bytes)
    result.errors += text.problems.map { ReviewError(path: text.outer.path, message: $0) }
    result.skipped = text.skipped.map { SkippedInput(path: text.outer.path, reason: $0) }
    return result
  }

  private static let cutOff = "the time limit was reached: cut off"

  private var isLate: Bool {
    limits.deadline.map { ContinuousClock.now >= $0 } ?? false || limits.isCancelled?() ?? false
  }
}
