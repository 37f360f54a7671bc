import Dispatch
import Reporting
import ReviewGate
import Synchronization

/// Shows on a terminal how far a review is, when it lasts longer than a second.
///
/// One line on standard error, drawn over itself and wiped away at the end. Nothing is drawn where
/// standard error is no terminal, or a dumb one.
final class ProgressBar: Sendable {
  /// What the work adds to.
  let progress = ReviewProgress()
  private let inputs: Int
  private let console: Console
  /// A queue of its own has a thread also when the workers take all that are shared.
  private let queue = DispatchQueue(label: "progress")
  /// Whether there is a line to wipe away; nil once the bar was stopped.
  private let isDrawn = Mutex<Bool?>(false)

  private static let delay = DispatchTimeInterval.seconds(1)
  private static let pace = DispatchTimeInterval.milliseconds(100)
  private static let width = 20

  /// Nil where nobody would see it. `inputs` is how many there will be, nil where that is not known.
  static func started(
    inputs: Int? = nil, on console: Console, isWanted: Bool
  ) -> ProgressBar? {
    guard isWanted, console.drawsOver(.standardError) else { return nil }
    let bar = ProgressBar(inputs: inputs ?? 1, console: console)
    bar.draw(after: delay)
    return bar
  }

  private init(inputs: Int, console: Console) {
    self.inputs = inputs
    self.console = console
  }

  /// Wipes the line; nothing is drawn afterwards.
  func stop() {
    isDrawn.withLock { isDrawn in
      if isDrawn == true { console.say("\r\u{1B}[K") }
      isDrawn = nil
    }
  }

  private func draw(after delay: DispatchTimeInterval) {
    queue.asyncAfter(deadline: .now() + delay) { [self] in if draw() { draw(after: Self.pace) } }
  }

  /// False once the bar was stopped.
  private func draw() -> Bool {
    isDrawn.withLock { state in
      if state == nil { return false }
      state = true
      let line = Self.line(done: progress.inputs, of: inputs, bytes: progress.bytes)
      console.say("\r" + line + "\u{1B}[K")
      return true
    }
  }

  /// `[=========>          ] 412 of 900 inputs, 12 MB`
  static func line(done: Int, of inputs: Int, bytes: Int) -> String {
    let size = byteSize(bytes)
    guard inputs > 1 else { return "reviewed \(size)" }
    let filled = min(width, done * width / inputs)
    let bar =
      String(repeating: "=", count: filled)
      + (filled < width ? ">" + String(repeating: " ", count: width - filled - 1) : "")
    return "[\(bar)] \(done) of \(inputs) inputs, \(size)"
  }
}
