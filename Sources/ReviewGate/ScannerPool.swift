import Checks
import Synchronization

/// Scanners that wait for their next review. Making one costs more than a short review.
///
/// A pool holds as many as were in use at a time.
package final class ScannerPool: Sendable {
  /// Hands a scanner from worker to worker. One worker has it at a time: it is in the pool or out of it,
  /// and the mutex orders the two.
  package final class Lent: @unchecked Sendable {
    package var scanner: Scanner

    fileprivate init(_ scanner: Scanner) { self.scanner = scanner }
  }

  private let plan: ScanPlan
  private let waiting = Mutex<[Lent]>([])

  package init(_ plan: ScanPlan) { self.plan = plan }

  package func take() -> Lent {
    waiting.withLock { $0.popLast() } ?? Lent(Scanner(plan))
  }

  package func giveBack(_ lent: Lent) { waiting.withLock { $0.append(lent) } }

  /// For a process that ends soon: taking the tables apart piece by piece before that would be a tenth of
  /// the time of a short review.
  package func keepUntilExit() { _ = Unmanaged.passRetained(self) }
}
