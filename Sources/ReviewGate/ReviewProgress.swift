import Synchronization

/// How far a review is; read from any thread while workers add to it.
package final class ReviewProgress: Sendable {
  /// Inputs that are done, skipped ones among them.
  private let inputCount = Atomic<Int>(0)
  private let byteCount = Atomic<Int>(0)

  package init() {}

  package var inputs: Int { inputCount.load(ordering: .relaxed) }
  package var bytes: Int { byteCount.load(ordering: .relaxed) }

  func addInput() { inputCount.add(1, ordering: .relaxed) }

  func add(bytes: Int) { byteCount.add(bytes, ordering: .relaxed) }
}
