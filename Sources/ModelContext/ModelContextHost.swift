// Whoever reads the client's lines hands them in here and is free again at once: calls run on other
// threads, a bounded number at a time, the others wait in their order. Lines go out over a queue of
// their own, because a client may write a lot before it reads: a reader that waited for such a client
// to read would wait for ever.

import Dispatch
import Synchronization

/// What the tools do. Both are called on several threads at a time.
package struct ToolHandlers: Sendable {
  /// Should stop early where the sign is raised; what it gives back then is not sent.
  package let review: @Sendable (ReviewRequest, StopSign) -> ToolAnswer
  package let explain: @Sendable (_ rule: String) -> ToolAnswer

  package init(
    review: @escaping @Sendable (ReviewRequest, StopSign) -> ToolAnswer,
    explain: @escaping @Sendable (_ rule: String) -> ToolAnswer
  ) {
    self.review = review
    self.explain = explain
  }
}

/// Runs a ``ModelContextServer``: its calls on threads, its lines to the client.
package final class ModelContextHost: Sendable {
  private let tools: ToolHandlers
  private let concurrent: Int
  private let write: @Sendable ([UInt8]) -> Bool
  private let state: Mutex<State>
  private let calls = DispatchGroup()
  private let output = DispatchQueue(label: "reviewgate.mcp.output")
  /// Bytes of lines that are on their way to the client.
  private let unwritten = Atomic(0)
  private let clientIsGone = StopSign()

  /// More than this is not kept for a client that does not read: its lines then wait, too.
  private static let mostUnwritten = 64 * 1024 * 1024

  private struct State {
    var server: ModelContextServer
    var waiting: [Call] = []
    /// Of `waiting`, how many were taken out at its beginning.
    var taken = 0
    var running = 0
    var signs: [Call.Number: StopSign] = [:]
  }

  /// `concurrent` calls run at a time. `write` sends one line, line end included, and tells whether
  /// it could; it is called by one thread at a time.
  package init(
    _ server: ModelContextServer, tools: ToolHandlers, concurrent: Int,
    write: @escaping @Sendable ([UInt8]) -> Bool
  ) {
    self.tools = tools
    self.concurrent = max(1, concurrent)
    self.write = write
    state = Mutex(State(server: server))
  }

  /// Nothing that is written arrives any more: there is no reason to read on.
  package var isAbandoned: Bool { clientIsGone.isRaised }

  /// Takes one line of the client; comes back before its call is run.
  package func receive(_ line: MessageLines.Line) {
    let steps = state.withLock { $0.server.receive(line) }
    for step in steps {
      switch step {
      case .reply(let line): send(line)
      case .start(let call): start(call)
      case .stop(let number): state.withLock { $0.signs[number] }?.raise()
      }
    }
  }

  /// Waits until every open call is answered and every line is written.
  package func finish() {
    calls.wait()
    output.sync {}
  }

  private func start(_ call: Call) {
    let needsThread = state.withLock { state in
      state.signs[call.number] = StopSign()
      state.waiting.append(call)
      guard state.running < concurrent else { return false }
      state.running += 1
      return true
    }
    guard needsThread else { return }
    DispatchQueue.global().async(group: calls) { [self] in
      while let (call, sign) = next() { run(call, sign) }
    }
  }

  /// The call to run now; without one the thread is done.
  private func next() -> (Call, StopSign)? {
    state.withLock { state in
      while state.taken < state.waiting.count {
        let call = state.waiting[state.taken]
        state.taken += 1
        // What was run lets go of its text soon, and the list does not grow for ever.
        if state.taken == state.waiting.count || state.taken >= 64 {
          state.waiting.removeFirst(state.taken)
          state.taken = 0
        }
        guard let sign = state.signs[call.number] else { continue }
        if !sign.isRaised { return (call, sign) }
        state.signs[call.number] = nil
      }
      state.running -= 1
      return nil
    }
  }

  private func run(_ call: Call, _ sign: StopSign) {
    let answer =
      switch call.tool {
      case .review(let request): tools.review(request, sign)
      case .explain(let rule): tools.explain(rule)
      }
    let line = sign.isRaised ? [] : call.line(for: answer)
    let reply = state.withLock { state in
      state.signs[call.number] = nil
      return state.server.finish(call.number, line)
    }
    if let reply { send(reply) }
  }

  private func send(_ line: [UInt8]) {
    guard !isAbandoned else { return }
    let count = line.count + 1
    let before = unwritten.add(count, ordering: .relaxed).oldValue
    output.async { [self] in
      if !isAbandoned, !write(line + [0x0A]) { abandon() }
      unwritten.subtract(count, ordering: .relaxed)
    }
    if before > Self.mostUnwritten { output.sync {} }
  }

  private func abandon() {
    clientIsGone.raise()
    for sign in state.withLock({ Array($0.signs.values) }) { sign.raise() }
  }
}
