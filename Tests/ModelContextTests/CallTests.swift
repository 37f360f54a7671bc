import TestSupport
import Testing

@testable import ModelContext

@Suite struct CallTests {
  @Test func `calls are answered in any order`() throws {
    var client = Client("2025-11-25")
    let calls = try (1...3).map { try client.start(Client.review("\($0)")) }
    for number in [2, 0, 1] {
      let answer = try client.finish(calls[number], .failed("no"))
      #expect(answer?["id"] == .integer(number + 1))
    }
    // An answer is taken once.
    #expect(try client.finish(calls[0], .failed("no")) == nil)
  }

  @Test func `a call that was stopped is not answered`() throws {
    var client = Client("2025-11-25")
    let call = try client.start(Client.review("\"a\""))
    // The same string in other words; a number is something else.
    #expect(client.send(Client.cancel("1")).isEmpty)
    let steps = client.send(Client.cancel(#""\u0061""#))
    guard case .stop(call.number)? = steps.first, steps.count == 1 else {
      throw Client.Unexpected(steps: steps)
    }
    #expect(client.send(Client.cancel("\"a\"")).isEmpty)
    #expect(try client.finish(call, .report(SampleReport().bytes)) == nil)
    // Its id is free again.
    _ = try client.start(Client.review("\"a\""))
  }

  @Test func `the id of an open call is taken`() throws {
    var client = Client("2025-11-25")
    let call = try client.start(Client.review("1"))
    #expect(try client.ask(Client.review("1")).code == .integer(-32600))
    #expect(try client.ask(Client.request("1", "ping")).code == .integer(-32600))
    #expect(try client.ask(Client.request("\"1\"", "ping"))["result"] != nil)
    #expect(try client.finish(call, .failed("no"))?["id"] == .integer(1))
    #expect(try client.ask(Client.request("1", "ping"))["result"] != nil)
  }

  @Test func `what is too much is refused until there is room`() throws {
    var limits = ModelContextServer.Limits()
    limits.calls = 2
    limits.bytes = 10
    var client = Client(limits: limits)
    _ = client.send(Client.initialize("2025-11-25"))
    let first = try client.start(Client.review("1", #""content":"123456""#))
    let tooLong = try client.ask(Client.review("2", #""content":"12345""#))
    #expect(tooLong.isError == .boolean(true))
    #expect(tooLong.text.contains("nothing was reviewed"))
    _ = try client.start(Client.review("3", #""content":"1234""#))
    #expect(try client.ask(Client.review("4", #""content":"1""#)).isError == .boolean(true))
    _ = client.send(Client.cancel("1"))
    _ = try client.start(Client.review("5", #""content":"12345""#))
    #expect(try client.finish(first, .failed("late")) == nil)
  }
}
