import JSON
import TestSupport

@testable import ModelContext

/// A client that talks to a server and reads what comes back.
struct Client {
  var server: ModelContextServer

  static let schema = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:test",
      "type": "object", "required": ["verdict"],
      "properties": { "verdict": { "description": "How it ended.", "$ref": "#/$defs/verdict" } },
      "$defs": { "verdict": { "description": "Any.", "enum": ["approve", "flag", "block"] } }
    }
    """

  init(limits: ModelContextServer.Limits = .init()) {
    server = ModelContextServer(version: "1.2.3", reportSchema: Self.schema, limits: limits)
  }

  /// A client that has shaken hands.
  init(_ revision: String) {
    self.init()
    _ = send(Self.initialize(revision))
  }

  mutating func send(_ line: String) -> [ModelContextServer.Step] { send(Array(line.utf8)) }

  mutating func send(_ line: [UInt8]) -> [ModelContextServer.Step] {
    server.receive(.message(line))
  }

  /// The only line that answers.
  mutating func ask(_ line: String) throws -> JSONValue { try ask(Array(line.utf8)) }

  mutating func ask(_ line: [UInt8]) throws -> JSONValue {
    let steps = send(line)
    guard steps.count == 1, case .reply(let reply) = steps[0] else {
      throw Unexpected(steps: steps)
    }
    return try JSONValue(reply)
  }

  /// The only call that a line starts.
  mutating func start(_ line: String) throws -> Call {
    let steps = send(line)
    guard steps.count == 1, case .start(let call) = steps[0] else { throw Unexpected(steps: steps) }
    return call
  }

  mutating func finish(_ call: Call, _ answer: ToolAnswer) throws -> JSONValue? {
    try server.finish(call.number, call.line(for: answer)).map { try JSONValue($0) }
  }

  struct Unexpected: Error {
    var steps: [ModelContextServer.Step]
  }

  static func initialize(_ revision: String) -> String {
    request("0", "initialize", #""protocolVersion":"\#(revision)","capabilities":{}"#)
  }

  /// `id` and `params` are JSON, the latter without its braces.
  static func request(_ id: String, _ method: String, _ params: String = "") -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":{\#(params)}}"#
  }

  static func review(_ id: String, _ arguments: String = #""content":"x = 1""#) -> String {
    request(id, "tools/call", #""name":"review","arguments":{\#(arguments)}"#)
  }

  static func cancel(_ id: String) -> String {
    #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":\#(id)}}"#
  }

  /// The `_meta` of the modern era.
  static func meta(_ revision: String = "2026-07-28") -> String {
    #""_meta":{"io.modelcontextprotocol/protocolVersion":"\#(revision)","#
      + #""io.modelcontextprotocol/clientCapabilities":{}}"#
  }
}

extension JSONValue {
  var code: JSONValue? { self["error"]?["code"] }
  var isError: JSONValue? { self["result"]?["isError"] }
  /// What a tool tells the model.
  var text: String { self["result"]?["content"]?[0]?["text"]?.string ?? "" }
}

/// A report as the JSON report is written, with as much as the summary reads.
struct SampleReport {
  var verdict = "approve"
  var isComplete = true
  var inputs = 1
  var errors = "[]"
  var skipped = "[]"
  var findings: [String] = []

  static func finding(
    _ action: String, _ severity: String = "high", rule: String = "a/b", line: Int = 1,
    evidence: String = "known", fix: String = "Take it out."
  ) -> String {
    """
    {"action":"\(action)","confidence":"high","evidence":["\(evidence)"],"fix":"\(fix)",\
    "location":{"path":"a.py","startColumn":5,"startLine":\(line),"within":[]},\
    "message":"Something is there.","rule":"\(rule)","severity":"\(severity)",\
    "snippet":"the line itself","title":"Something"}
    """
  }

  var bytes: [UInt8] {
    Array(
      """
      {"complete":\(isComplete),"errors":\(errors),"findings":[\(findings.joined(separator: ","))],\
      "skipped":\(skipped),"summary":{"bytes":5,"inputs":\(inputs)},"verdict":"\(verdict)"}
      """.utf8)
  }
}
