import TestSupport
import Testing

@testable import ModelContext

@Suite struct MessageTests {
  @Test(arguments: [
    "{", "nonsense", "1 2", "[1,]", #"{"a":1}}"#, #"{"jsonrpc":"2.0","id":01,"method":"ping"}"#,
    #"{"a":"\x"}"#, #"{"a":"\u12g4"}"#, "\"a\u{0}b\"", "\"a\tb\"", #"{"a":tru}"#, #"{"a":-}"#,
    #"{"a":1.}"#, #"{"a":.5}"#, #"{"a":1e}"#, #"{"a":+1}"#, #"{"a":0x1}"#, #"{"a":NaN}"#,
    "\u{FEFF}{}",
    String(repeating: "[", count: 100_000),
  ])
  func `what is no JSON is a parse error without an id`(line: String) throws {
    var client = Client()
    let answer = try client.ask(line)
    #expect(answer.code == .integer(-32700))
    #expect(answer["id"] == .null)
  }

  @Test func `bytes that are no UTF-8 are a parse error`() throws {
    var client = Client()
    for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0xED, 0xA0, 0x80]] {
      #expect(try client.ask(bytes).code == .integer(-32700))
    }
  }

  @Test(arguments: [
    #"{"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":[-0.5e+10,0,true,null,"\ud83d\ude00\/"]}}"#,
    " {\"id\":1,\t\"method\" : \"ping\", \"jsonrpc\":\"2.0\" }\r",
    #"{"jsonrpc":"2.0","id":1,"method":"\u0070ing"}"#,
  ])
  func `all of JSON is read`(line: String) throws {
    var client = Client()
    #expect(try client.ask(line)["result"] == .object([]))
  }

  @Test func `deep nesting is read`() throws {
    var client = Client()
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(try client.ask(Client.request("1", "ping", #""a":"# + deep))["result"] == .object([]))
  }

  @Test func `a line that was too long is answered`() throws {
    var client = Client()
    let steps = client.server.receive(.tooLong)
    guard case .reply(let line)? = steps.first else { throw Client.Unexpected(steps: steps) }
    #expect(try JSONValue(line).code == .integer(-32700))
  }

  @Test(arguments: [
    (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, JSONValue.null),
    (#"{"jsonrpc":"2.0","id":true,"method":"ping"}"#, .null),
    (#"{"jsonrpc":"2.0","id":[1],"method":"ping"}"#, .null),
    (#"{"jsonrpc":"1.0","id":5,"method":"ping"}"#, .integer(5)),
    (#"{"id":5,"method":"ping"}"#, .integer(5)),
    (#"{"jsonrpc":"2.0","id":"five","method":1}"#, .string("five")),
    (#"{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}"#, .null),
    (#"{"foo":"boo"}"#, .null), ("1", .null), ("null", .null), ("\"ping\"", .null),
  ])
  func `what is no request is invalid`(line: String, id: JSONValue) throws {
    var client = Client()
    let answer = try client.ask(line)
    #expect(answer.code == .integer(-32600))
    #expect(answer["id"] == id)
  }

  @Test(arguments: [
    #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
    #"{"jsonrpc":"2.0","method":"tools/call","params":{"name":"review"}}"#,
    #"{"jsonrpc":"2.0","method":"unheard-of","params":[1]}"#,
    #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#,
    #"{"jsonrpc":"2.0","method":"notifications/cancelled"}"#,
    #"{"jsonrpc":"2.0","id":1,"result":{}}"#, #"{"jsonrpc":"2.0","id":1,"error":{}}"#, "", " \r",
  ])
  func `notifications, answers and blank lines are not answered`(line: String) {
    var client = Client("2025-11-25")
    #expect(client.send(line).isEmpty)
  }

  @Test(arguments: ["7", "-1", "1.50", "1e3", "\"\"", "\"a\"", #""\u0061\n""#, "\"é\""])
  func `an id comes back as it was written`(id: String) throws {
    var client = Client()
    guard case .reply(let line)? = client.send(Client.request(id, "ping")).first else {
      Issue.record("no reply")
      return
    }
    #expect(String(decoding: line, as: UTF8.self).hasPrefix(#"{"id":\#(id),"jsonrpc":"2.0","#))
  }

  @Test(arguments: [#""params":[]"#, #""params":"bar""#, #""params":{"a":1,"a":2}"#])
  func `parameters are an object whose names differ`(params: String) throws {
    var client = Client()
    let answer = try client.ask(#"{"jsonrpc":"2.0","id":1,"method":"ping",\#(params)}"#)
    #expect(answer.code == .integer(-32602))
  }

  @Test func `words of the client are shown and cut in messages`() throws {
    var client = Client("2025-11-25")
    let method = #"\u202e\u0007"# + String(repeating: "m", count: 500)
    let answer = try client.ask(Client.request("1", method))
    let message = try #require(answer["error"]?["message"]?.string)
    #expect(message.hasPrefix(#"unknown method: \u{202E}\u{7}mmm"#))
    #expect(message.utf8.count < 200)
  }

  @Test func `replies are one line with sorted keys`() throws {
    var client = Client("2025-11-25")
    for line in [
      Client.request("1", "tools/list"), Client.request("2", "x"),
      Client.request("3", "tools/list", Client.meta()),
      Client.request("4", "tools/list", Client.meta("x")),
    ] {
      guard case .reply(let reply)? = client.send(line).first else {
        Issue.record("no reply")
        continue
      }
      #expect(!reply.contains(0x0A))
      // Within schemas, too: their keys are written in order.
      #expect(try JSONValue(reply).hasSortedKeys)
    }
  }
}
