import Foundation
import TestSupport
import Testing

/// `reviewgate mcp`, as a client starts it.
@Suite struct ModelContextTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func answers(_ lines: [String], _ arguments: [String] = []) throws -> [JSONValue] {
    let result = try BuiltProgram.run(
      ["mcp"] + arguments, in: folder, input: Array(lines.map { $0 + "\n" }.joined().utf8))
    #expect(result.exit == 0)
    #expect(result.errors == "")
    return try result.output.split(separator: "\n").map { try JSONValue(Array($0.utf8)) }
  }

  private static let opening = [
    #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","#
      + #""capabilities":{},"clientInfo":{"name":"test","version":"1"}}}"#,
    #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
  ]

  private func call(_ id: Int, _ tool: String, _ arguments: String) -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"tools/call","params":{"name":"\#(tool)","#
      + #""arguments":\#(arguments)}}"#
  }

  @Test func `a session reviews and explains`() throws {
    let token = CaseFile.filled("ghp_{github-checksum}")
    let said = try answers(
      Self.opening + [
        #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#,
        call(2, "review", #"{"content":"t = \"\#(token)\"\n","name":"a.py"}"#),
        call(3, "review", #"{"content":"x = 1\n","name":"a.py"}"#),
        call(4, "explain", #"{"rule":"secrets/github-token"}"#),
        call(5, "explain", #"{"rule":"secrets/github-tokens"}"#),
      ])
    func result(_ id: Int) -> JSONValue? { said.first { $0["id"] == .integer(id) }?["result"] }
    #expect(said.count == 6)
    #expect(result(0)?["serverInfo"]?["name"]?.string == "reviewgate")
    #expect(
      result(1)?["tools"]?.elements.compactMap { $0["name"]?.string } == ["review", "explain"])
    #expect(result(2)?["structuredContent"]?["verdict"]?.string == "block")
    #expect(result(2)?["content"]?[0]?["text"]?.string?.contains("secrets/github-token") == true)
    #expect(!"\(said)".contains(token))
    #expect(result(3)?["structuredContent"]?["verdict"]?.string == "approve")
    #expect(result(4)?["content"]?[0]?["text"]?.string?.hasPrefix("secrets/github-token: ") == true)
    #expect(result(5)?["isError"] == .boolean(true))
    #expect(
      result(5)?["content"]?[0]?["text"]?.string?.contains("did you mean secrets/github-token")
        == true)
  }

  @Test func `the policy of the options decides`() throws {
    let said = try answers(
      Self.opening + [
        call(1, "review", #"{"content":"import os\nos.system(\"ls \" + input())\n","name":"a.py"}"#)
      ], ["--preset", "advisory"])
    #expect(said.last?["result"]?["structuredContent"]?["verdict"]?.string == "flag")
  }

  @Test func `a policy with a fault is told, and nothing is served`() throws {
    try folder.write("preset = \"none\"\n", to: ".reviewgate.toml")
    let result = try BuiltProgram.run(["mcp"], in: folder, input: Array(Self.opening[0].utf8))
    #expect(result.exit == 2)
    #expect(result.output == "")
    #expect(result.errors.contains(".reviewgate.toml:1:"))
  }
}
