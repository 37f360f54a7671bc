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
      if isDrawn == true {
        console.say("\r\u{1B}[K")
        DrawnLine.leaveSignals()
      }
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
      if state == false { DrawnLine.wipeOnSignals() }
      state = true
      // Asked each time: a window can be made narrower. In its last column a terminal may wrap.
      let room = (console.width(of: .standardError) ?? 80) - 1
      let line = Self.line(
        done: progress.inputs, of: inputs, bytes: progress.bytes, columns: room)
      console.say("\r" + line + "\u{1B}[K")
      return true
    }
  }

  /// `[=========>          ] 412 of 900 inputs, 12 MB`, or as much of that as there are columns for.
  static func line(done: Int, of inputs: Int, bytes: Int, columns: Int) -> String {
    let size = byteSize(bytes)
    let lines =
      inputs > 1
      ? [
        "[\(bar(done, of: inputs))] \(done) of \(inputs) inputs, \(size)",
        "\(done) of \(inputs) inputs, \(size)", "\(done) of \(inputs)", "\(done)",
      ] : bytes > 0 ? ["reviewed \(size)", size] : ["reading"]
    return lines.first { $0.utf8.count <= columns } ?? ""
  }

  private static func bar(_ done: Int, of inputs: Int) -> String {
    let filled = min(width, done * width / inputs)
    return String(repeating: "=", count: filled)
      + (filled < width ? ">" + String(repeating: " ", count: width - filled - 1) : "")
  }
}
