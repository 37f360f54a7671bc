import Reporting
import TestSupport
import Testing

@testable import ModelContext

@Suite struct ToolTests {
  @Test(arguments: Revision.allCases)
  func `tools are described in the words of the revision`(revision: Revision) throws {
    var client = Client(revision.rawValue)
    let meta = revision.opensWithHandshake ? "" : Client.meta()
    let tools = try client.ask(Client.request("1", "tools/list", meta))["result"]?["tools"]
    #expect(tools?.elements.map { $0["name"]?.string } == ["review", "explain"])
    let review = try #require(tools?[0])
    #expect(review["inputSchema"]?["type"]?.string == "object")
    #expect(review["inputSchema"]?["required"] == .array([.string("content")]))
    #expect((review["annotations"]?["readOnlyHint"] == .boolean(true)) == revision.hasAnnotations)
    #expect((review["outputSchema"] != nil) == revision.hasStructuredContent)
    #expect(tools?[1]?["outputSchema"] == nil)
  }

  @Test func `the output schema stands on its own`() throws {
    let bytes = try #require(OutputSchema.inlined(Client.schema))
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {"properties":{"verdict":{"description":"How it ended.",\
        "enum":["approve","flag","block"]}},"required":["verdict"],"type":"object"}
        """)
  }

  @Test(arguments: [
    "", "[]", #"{"type":"array"}"#,
    ##"{"type":"object","properties":{"a":{"$ref":"#/$defs/b"}}}"##,
    ##"{"type":"object","properties":{"a":{"$ref":"other.json"}}}"##,
    ##"{"type":"object","properties":{"a":{"$ref":"#/$defs/a"}},"$defs":{"a":{"items":{"$ref":"#/$defs/a"}}}}"##,
    ##"{"type":"object","properties":{"a":{"$ref":"#/$defs/a"}},"$defs":{"a":{"$ref":"#/$defs/a"}}}"##,
  ])
  func `a schema that is no output schema is refused`(schema: String) {
    #expect(OutputSchema.inlined(schema) == nil)
  }

  @Test func `the schema of the report stays what it is as an output schema`() throws {
    let bytes = try #require(OutputSchema.inlined(ReportSchema.text))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("\"$"))
    let digest = "sha256:" + String(repeating: "0", count: 64)
    var report = try JSONValue(
      """
      {"complete":true,"errors":[],"findings":[],"schema":"reviewgate.report/1","skipped":[],\
      "summary":{"actions":{"approve":0,"block":0,"flag":0},"bytes":5,"categories":{"pii":1},\
      "inputs":1,"skipped":0},"tool":{"name":"reviewgate","policy":"\(digest)",\
      "rules":"\(digest)","version":"1"},"verdict":"flag"}
      """)
    let schemas = [try JSONSchema(ReportSchema.text), try JSONSchema(text)]
    #expect(schemas.map { $0.faults(in: report) } == [[], []])
    report["verdict"] = .string("pass")
    report["tool"]?["policy"] = .string("sha256:0")
    report["summary"]?["categories"]?["PII"] = .integer(0)
    for schema in schemas { #expect(schema.faults(in: report).count == 4) }
  }

  @Test(arguments: [
    #""name":"revue""#, #""name":7"#, "", #""name":"review","arguments":[]"#,
    #""name":"review","arguments":{"content":"a","content":"b"}"#,
  ])
  func `a call that is none is refused`(params: String) throws {
    for revision in ["2024-11-05", "2025-11-25"] {
      var client = Client(revision)
      #expect(
        try client.ask(Client.request("1", "tools/call", params)).code == .integer(-32602))
    }
  }

  @Test(arguments: [
    "", #""content":"""#, #""content":null"#, #""content":1"#, #""content":"a","skip":"secrets""#,
    #""content":"a","name":"""#, #""content":"a","name":"a\nb""#, #""content":"a","name":[]"#,
    #""content":"a\ud800b""#, #""content":"\udc00""#, #""content":"\ud83d\ud83d\ude00""#,
    #""content":"a","name":"\ud83d""#,
  ])
  func `arguments that a tool cannot use are told to who can mend them`(
    arguments: String
  ) throws {
    var client = Client("2025-06-18")
    #expect(try client.ask(Client.review("1", arguments)).code == .integer(-32602))
    client = Client("2025-11-25")
    let answer = try client.ask(Client.review("1", arguments))
    #expect(answer.isError == .boolean(true))
    #expect(!answer.text.isEmpty)
    #expect(!answer.text.contains("verdict"))
  }

  @Test func `the text of a review is what the string says`() throws {
    var client = Client("2025-11-25")
    let arguments = #""content":"a\u0000\n\ud83d\ude00\\ud800é","name":"reply.md""#
    let call = try client.start(Client.review("1", arguments))
    guard case .review(let request) = call.tool else {
      Issue.record("not a review")
      return
    }
    #expect(String(decoding: request.content, as: UTF8.self) == "a\0\n😀\\ud800é")
    #expect(request.name == "reply.md")
  }

  @Test func `a report is told in words and given whole`() throws {
    var client = Client("2025-06-18")
    let call = try client.start(Client.review("1"))
    let report = SampleReport(verdict: "block", findings: [SampleReport.finding("block")]).bytes
    let answer = try #require(try client.finish(call, .report(report)))
    #expect(answer.isError == .boolean(false))
    #expect(answer["result"]?["structuredContent"] == (try JSONValue(report)))
    #expect(answer.text.hasPrefix("verdict: block (1 to block in 5 bytes)."))
  }

  @Test func `an older revision gets the words only`() throws {
    var client = Client("2025-03-26")
    let call = try client.start(Client.review("1"))
    let answer = try #require(try client.finish(call, .report(SampleReport().bytes)))
    #expect(answer["result"]?["structuredContent"] == nil)
    #expect(answer.text == "verdict: approve (nothing found in 5 bytes).")
  }

  @Test(arguments: [
    SampleReport(
      verdict: "flag", isComplete: false, errors: #"[{"message":"cut off","path":"a"}]"#),
    SampleReport(inputs: 0, skipped: #"[{"path":"a","reason":"binary"}]"#),
    SampleReport(inputs: 0),
  ])
  func `a review that is not complete is an error and still gives its report`(
    report: SampleReport
  ) throws {
    var client = Client("2025-11-25")
    let call = try client.start(Client.review("1"))
    let answer = try #require(try client.finish(call, .report(report.bytes)))
    #expect(answer.isError == .boolean(true))
    #expect(answer["result"]?["structuredContent"] == (try JSONValue(report.bytes)))
    #expect(answer.text.contains("NOT EVERYTHING WAS REVIEWED"))
  }

  @Test(arguments: ["", "{}", "null", "{\"complete\":true}", "{\n}", "not JSON"])
  func `what is no report is an error within`(report: String) throws {
    var client = Client("2025-11-25")
    let call = try client.start(Client.review("1"))
    let answer = try #require(try client.finish(call, .report(Array(report.utf8))))
    #expect(answer.code == .integer(-32603))
  }

  @Test func `a rule is explained or another is suggested`() throws {
    var client = Client("2025-11-25")
    let ask = #""name":"explain","arguments":{"rule":"a/b"}"#
    let known = try client.start(Client.request("1", "tools/call", ask))
    guard case .explain("a/b") = known.tool else {
      Issue.record("\(known.tool)")
      return
    }
    let page = try #require(try client.finish(known, .page("a/b: what it is\n")))
    #expect(page.isError == .boolean(false))
    #expect(page.text == "a/b: what it is\n")
    let other = try client.start(Client.request("2", "tools/call", ask))
    let failed = try #require(try client.finish(other, .failed("no rule 'a/b'")))
    #expect(failed.isError == .boolean(true))
  }

  @Test func `the modern era says of every result what it is`() throws {
    var client = Client()
    let params = #""name":"review","arguments":{"content":"a"},"# + Client.meta()
    let call = try client.start(Client.request("1", "tools/call", params))
    let result = try client.finish(call, .report(SampleReport().bytes))?["result"]
    #expect(result?["resultType"]?.string == "complete")
    #expect(result?["_meta"]?["io.modelcontextprotocol/serverInfo"] != nil)
    #expect(result?.keys == ["_meta", "content", "isError", "resultType", "structuredContent"])
  }
}
