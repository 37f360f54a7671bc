import Checks
import Dispatch
import Gate
import Input
import Synchronization

/// The review of one long input, of which several workers review pieces at a time.
///
/// Pieces are put together in their order, whoever is done first; what waits for its turn are
/// findings, never texts.
final class LongReview: Sendable {
  /// What was found in a piece.
  struct PieceResult: Sendable {
    var findings: [UnnumberedFinding] = []
    var maskings: [Masking] = []
    var skipped: [SkippedInput] = []
    var errors: [ReviewError] = []
    var bytes = 0
  }

  private struct State {
    var total = ReviewRun.Result()
    var findings: [UnnumberedFinding] = []
    var next = 0
    var waiting: [Int: PieceResult] = [:]
    var isHandedOut = false
  }

  /// The place of the input in the list of sources.
  let index: Int
  let text: LongText
  private let state: Mutex<State>

  init(index: Int, text: LongText) {
    self.index = index
    self.text = text
    var state = State()
    state.total.inputs = 1
    self.state = Mutex(state)
  }

  /// Whether a worker found that there are no more pieces.
  var isHandedOut: Bool { state.withLock { $0.isHandedOut } }

  /// The next piece to review; nil when there are no more.
  func nextPiece() -> LongText.Piece? {
    switch text.next() {
    case .piece(let piece): return piece
    case .end: break
    case .failed(let message): fail(message)
    }
    state.withLock { $0.isHandedOut = true }
    return nil
  }

  /// Notes why some of it was not reviewed.
  func fail(_ message: String) {
    state.withLock { state in
      let error = ReviewError(path: text.path, message: message)
      if !state.total.errors.contains(error) { state.total.errors.append(error) }
    }
  }

  func add(_ result: PieceResult, number: Int) {
    state.withLock { state in
      state.waiting[number] = result
      while let ready = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        state.findings += ready.findings
        state.total.maskings += ready.maskings
        state.total.skipped += ready.skipped
        for error in ready.errors where !state.total.errors.contains(error) {
          state.total.errors.append(error)
        }
        state.total.bytes += ready.bytes
      }
    }
  }

  /// Everything that was found, once all workers are done.
  var result: ReviewRun.Result {
    state.withLock { state in
      var result = state.total
      result.findings = UnnumberedFinding.identified(state.findings)
      return result
    }
  }
}

/// The long inputs that workers without inputs of their own may help with.
final class LongReviews: Sendable {
  private struct State {
    var open: [LongReview] = []
    /// Workers that are taking inputs from the list, and may come upon a long one. One that has not
    /// begun is none: it may have no thread before others end, and will find the list used up.
    var takers = 0
    var waiting = 0
    /// Further workers that may be started for long inputs.
    var spare: Int
  }

  private let state: Mutex<State>
  private let helpers = DispatchGroup()
  private let wakeup = DispatchSemaphore(value: 0)

  /// `spare` is the number of workers that `startHelpers` may start.
  init(spare: Int) { state = Mutex(State(spare: spare)) }

  /// Everything that was added, in no order.
  var all: [LongReview] { state.withLock { $0.open } }

  func add(_ review: LongReview) { change { $0.open.append(review) } }

  /// Runs `body` on each of the workers that were spared, if it has not been done.
  func startHelpers(_ body: @escaping @Sendable () -> Void) {
    let spare = state.withLock { state in
      defer { state.spare = 0 }
      return state.spare
    }
    for _ in 0..<max(0, spare) { DispatchQueue.global().async(group: helpers, execute: body) }
  }

  func waitForHelpers() { helpers.wait() }

  /// A worker begins to take inputs from the list.
  func begin() { change { $0.takers += 1 } }

  /// A worker takes no more inputs from the list.
  func retire() { change { $0.takers -= 1 } }

  /// A long input that has pieces left; waits for one while there may come one, then nil.
  func oneToHelpWith() -> LongReview? {
    while true {
      let (found, isOver) = state.withLock { state -> (LongReview?, Bool) in
        if let open = state.open.first(where: { !$0.isHandedOut }) { return (open, false) }
        if state.takers == 0 { return (nil, true) }
        state.waiting += 1
        return (nil, false)
      }
      if let found { return found }
      if isOver { return nil }
      wakeup.wait()
    }
  }

  private func change(_ body: (inout State) -> Void) {
    let woken = state.withLock { state in
      body(&state)
      defer { state.waiting = 0 }
      return state.waiting
    }
    for _ in 0..<woken { wakeup.signal() }
  }
}
