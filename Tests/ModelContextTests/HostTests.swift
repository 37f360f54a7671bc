import Dispatch
import Synchronization
import TestSupport
import Testing

@testable import ModelContext

@Suite struct HostTests {
  /// What a host sent.
  final class Output: Sendable {
    private let lines = Mutex<[[UInt8]]>([])
    private let news = DispatchSemaphore(value: 0)

    func write(_ line: [UInt8]) -> Bool {
      lines.withLock { $0.append(line) }
      news.signal()
      return true
    }

    /// The lines that were sent, once there are so many.
    func lines(_ count: Int) throws -> [JSONValue] {
      for _ in 0..<count { try #require(news.wait(timeout: .now() + 30) == .success) }
      for _ in 0..<count { news.signal() }
      return try lines.withLock { try $0.map { try JSONValue($0) } }
    }
  }

  private func host(
    _ output: Output, concurrent: Int = 2,
    review: @escaping @Sendable (ReviewRequest, StopSign) -> ToolAnswer
  ) -> ModelContextHost {
    let server = ModelContextServer(version: "1", reportSchema: Client.schema)
    let host = ModelContextHost(
      server, tools: ToolHandlers(review: review, explain: { .page($0) }), concurrent: concurrent,
      write: { output.write($0) })
    send(Client.initialize("2025-11-25"), to: host)
    return host
  }

  private func send(_ line: String, to host: ModelContextHost) {
    host.receive(.message(Array(line.utf8)))
  }

  @Test func `every call is answered and no more run at a time than may`() throws {
    let output = Output()
    let running = Mutex((now: 0, most: 0))
    let host = host(output, concurrent: 3) { request, _ in
      running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      defer { running.withLock { $0.now -= 1 } }
      return .page(request.name ?? "")
    }
    for number in 1...500 {
      send(Client.review("\(number)", #""content":"a","name":"\#(number)""#), to: host)
    }
    host.finish()
    let lines = try output.lines(501)
    #expect(lines.count == 501)
    for line in lines.dropFirst() { #expect(line["id"] == Int(line.text).map { .integer($0) }) }
    #expect(Set(lines.map { $0["id"] }).count == 501)
    #expect(running.withLock { $0.most } <= 3)
  }

  @Test func `a ping is answered while reviews run`() throws {
    let output = Output()
    let gate = DispatchSemaphore(value: 0)
    let host = host(output) { _, _ in
      gate.wait()
      return .page("")
    }
    for number in 1...5 { send(Client.review("\(number)"), to: host) }
    send(Client.request("\"ping\"", "ping"), to: host)
    #expect(try output.lines(2).map { $0["id"] } == [.integer(0), .string("ping")])
    for _ in 1...5 { gate.signal() }
    host.finish()
    #expect(try output.lines(7).count == 7)
  }

  @Test func `a stopped review is told and the waiting one is not begun`() throws {
    let output = Output()
    let begun = Atomic(0)
    let started = DispatchSemaphore(value: 0)
    let host = host(output, concurrent: 1) { _, stop in
      begun.add(1, ordering: .relaxed)
      started.signal()
      while !stop.isRaised { usleep() }
      return .report(SampleReport().bytes)
    }
    send(Client.review("1"), to: host)
    send(Client.review("2"), to: host)
    started.wait()
    send(Client.cancel("2"), to: host)
    send(Client.cancel("1"), to: host)
    host.finish()
    send(Client.request("3", "ping"), to: host)
    host.finish()
    #expect(try output.lines(2).map { $0["id"] } == [.integer(0), .integer(3)])
    let count = begun.load(ordering: .relaxed)
    #expect(count == 1)
  }

  @Test func `a client that is gone stops everything`() throws {
    let stopped = Atomic(false)
    let started = DispatchSemaphore(value: 0)
    let host = ModelContextHost(
      ModelContextServer(version: "1", reportSchema: Client.schema),
      tools: ToolHandlers(
        review: { _, stop in
          started.signal()
          while !stop.isRaised { usleep() }
          stopped.store(true, ordering: .relaxed)
          return .failed("")
        }, explain: { .page($0) }),
      concurrent: 1, write: { !String(decoding: $0, as: UTF8.self).contains("\"ping\"") })
    send(Client.initialize("2025-11-25"), to: host)
    send(Client.review("1"), to: host)
    started.wait()
    send(Client.request("\"ping\"", "ping"), to: host)
    host.finish()
    #expect(host.isAbandoned)
    let isStopped = stopped.load(ordering: .relaxed)
    #expect(isStopped)
  }

  /// Lets other threads go on for a while.
  private func usleep() { _ = DispatchSemaphore(value: 0).wait(timeout: .now() + 0.001) }
}
