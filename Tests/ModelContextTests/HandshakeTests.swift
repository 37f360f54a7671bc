import TestSupport
import Testing

@testable import ModelContext

@Suite struct HandshakeTests {
  @Test(arguments: [
    ("2024-11-05", "2024-11-05"), ("2025-03-26", "2025-03-26"), ("2025-06-18", "2025-06-18"),
    ("2025-11-25", "2025-11-25"), ("2026-07-28", "2025-11-25"), ("1.0", "2025-11-25"),
  ])
  func `a handshake ends in the revision of the client or the newest that has one`(
    asked: String, agreed: String
  ) throws {
    var client = Client()
    let result = try client.ask(Client.initialize(asked))["result"]
    #expect(result?["protocolVersion"]?.string == agreed)
    #expect(result?["serverInfo"]?["name"]?.string == "reviewgate")
    #expect(result?["serverInfo"]?["version"]?.string == "1.2.3")
    #expect(result?["capabilities"]?.keys == ["tools"])
    #expect(result?["resultType"] == nil)
  }

  @Test func `a handshake without a version fails`() throws {
    var client = Client()
    #expect(try client.ask(Client.request("1", "initialize")).code == .integer(-32602))
    #expect(try client.ask(Client.request("2", "tools/list")).code == .integer(-32602))
  }

  @Test func `what a request needs is a revision from somewhere`() throws {
    var client = Client()
    let answer = try client.ask(Client.request("1", "tools/list"))
    #expect(answer.code == .integer(-32602))
    #expect(answer["error"]?["message"]?.string?.contains("2026-07-28") == true)
    #expect(try client.ask(Client.request("2", "ping"))["result"] == .object([]))
    let list = try client.ask(Client.request("3", "tools/list", Client.meta()))
    #expect(list["result"]?["tools"]?.elements.count == 2)
  }

  @Test func `discovery says what a request may ask for`() throws {
    var client = Client()
    let result = try client.ask(Client.request("1", "server/discover", Client.meta()))["result"]
    #expect(result?["supportedVersions"] == .array([.string("2026-07-28")]))
    #expect(result?["resultType"]?.string == "complete")
    #expect(result?["cacheScope"]?.string == "public")
    #expect(result?["ttlMs"] == .integer(3_600_000))
    #expect(result?["capabilities"]?["tools"] != nil)
    let info = result?["_meta"]?["io.modelcontextprotocol/serverInfo"]
    #expect(info?["version"]?.string == "1.2.3")
    #expect(result?.hasSortedKeys == true)
  }

  @Test func `an unknown version is told the known ones`() throws {
    var client = Client()
    let error = try client.ask(Client.request("1", "tools/list", Client.meta("2030-01-01")))[
      "error"]
    #expect(error?["code"] == .integer(-32022))
    #expect(error?["data"]?["requested"]?.string == "2030-01-01")
    let supported = error?["data"]?["supported"]?.elements.compactMap(\.string)
    #expect(
      supported == ["2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"])
  }

  @Test func `a request cannot ask for a revision that needs a handshake`() throws {
    var client = Client()
    let error = try client.ask(Client.request("1", "tools/list", Client.meta("2025-11-25")))[
      "error"]
    #expect(error?["code"] == .integer(-32022))
    #expect(error?["data"]?["supported"] == .array([.string("2026-07-28")]))
  }

  @Test(arguments: [
    #""_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}"#,
    #""_meta":{"io.modelcontextprotocol/protocolVersion":7}"#,
    #""_meta":[]"#,
  ])
  func `request metadata that is not whole is refused`(meta: String) throws {
    var client = Client()
    #expect(try client.ask(Client.request("1", "tools/list", meta)).code == .integer(-32602))
  }

  @Test func `both eras are served on one line`() throws {
    var client = Client("2025-06-18")
    let modern = try client.ask(Client.request("1", "tools/list", Client.meta()))
    #expect(modern["result"]?["resultType"]?.string == "complete")
    let legacy = try client.ask(Client.request("2", "tools/list"))
    #expect(legacy["result"]?["resultType"] == nil)
    #expect(legacy["result"]?["ttlMs"] == nil)
    // Both were taken out of the modern era.
    #expect(
      try client.ask(Client.request("3", "ping", Client.meta())).code == .integer(-32601))
    #expect(
      try client.ask(Client.request("4", "initialize", Client.meta())).code == .integer(-32601))
  }

  @Test(arguments: [
    "logging/setLevel", "resources/list", "prompts/list", "completion/complete", "tasks/get", "",
  ])
  func `what is not offered is an unknown method`(method: String) throws {
    var client = Client("2025-11-25")
    #expect(try client.ask(Client.request("1", method)).code == .integer(-32601))
    #expect(try client.ask(Client.request("2", method, Client.meta())).code == .integer(-32601))
  }
}
