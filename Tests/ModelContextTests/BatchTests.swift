import TestSupport
import Testing

@testable import ModelContext

@Suite struct BatchTests {
  private func batch(_ messages: String...) -> String {
    "[" + messages.joined(separator: ",") + "]"
  }

  @Test(arguments: ["2024-11-05", "2025-06-18", "2025-11-25", nil])
  func `a batch is refused where the revision has none`(revision: String?) throws {
    var client = revision.map { Client($0) } ?? Client()
    let answer = try client.ask(batch(Client.request("1", "ping")))
    #expect(answer.code == .integer(-32600))
    #expect(answer["id"] == .null)
  }

  @Test func `a batch is answered by one line when its last call is`() throws {
    var client = Client("2025-03-26")
    let steps = client.send(
      batch(
        Client.review("1"), Client.request("2", "ping"), "7", Client.review("\"3\""),
        #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#))
    let calls = steps.compactMap { step -> Call? in
      if case .start(let call) = step { call } else { nil }
    }
    try #require(calls.count == 2 && steps.count == 2)
    #expect(try client.finish(calls[1], .failed("no")) == nil)
    // A message of its own does not wait for the batch.
    #expect(try client.ask(Client.request("4", "ping"))["id"] == .integer(4))
    let answers = try #require(try client.finish(calls[0], .failed("no"))).elements
    #expect(
      answers.map { $0["id"] } == [.integer(2), .null, .string("3"), .integer(1)])
    #expect(answers[1].code == .integer(-32600))
  }

  @Test func `a batch without requests is not answered`() {
    var client = Client("2025-03-26")
    let notification = #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#
    #expect(client.send(batch(notification, notification)).isEmpty)
  }

  @Test func `what is stopped is missing in the answer`() throws {
    var client = Client("2025-03-26")
    let steps = client.send(batch(Client.review("1"), Client.request("2", "ping")))
    try #require(steps.count == 1)
    let stopped = client.send(Client.cancel("1"))
    try #require(stopped.count == 2)
    guard case .stop = stopped[0], case .reply(let line) = stopped[1] else {
      throw Client.Unexpected(steps: stopped)
    }
    #expect(try JSONValue(line).elements.map { $0["id"] } == [.integer(2)])
  }

  @Test func `a batch may stop its own call and that of another`() throws {
    var client = Client("2025-03-26")
    _ = client.send(batch(Client.review("1"), Client.request("2", "ping")))
    let steps = client.send(
      batch(Client.review("3"), Client.cancel("3"), Client.cancel("1")))
    // Start and stop of the third; stop of the first, which ends its batch; nothing of this one.
    try #require(steps.count == 4)
    guard case .start = steps[0], case .stop = steps[1], case .stop = steps[2],
      case .reply(let line) = steps[3]
    else { throw Client.Unexpected(steps: steps) }
    #expect(try JSONValue(line).elements.map { $0["id"] } == [.integer(2)])
  }

  @Test func `a batch has bounds and takes neither handshakes nor modern requests`() throws {
    var client = Client("2025-03-26")
    #expect(try client.ask("[]").code == .integer(-32600))
    let many = Array(repeating: "1", count: 1_001).joined(separator: ",")
    #expect(try client.ask("[\(many)]").code == .integer(-32600))
    let answer = try client.ask(
      batch(Client.initialize("2025-03-26"), Client.request("2", "tools/list", Client.meta())))
    #expect(answer.elements.map(\.code) == [.integer(-32600), .integer(-32600)])
  }
}
