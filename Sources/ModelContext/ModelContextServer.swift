// The protocol as a state machine: lines go in, and what to do comes out. It starts nothing, waits
// for nothing and knows no thread, so every order of events can be tested. The state is small: the
// revision that a handshake agreed on, the calls that are open, and the batches that wait for some
// of them.

import JSON

/// A server of the Model Context Protocol with the tools `review` and `explain`, in both eras.
package struct ModelContextServer: Sendable {
  package enum Step: Sendable {
    /// Send this line.
    case reply([UInt8])
    /// Run this; ``finish(_:_:)`` takes its answer.
    case start(Call)
    /// Tell this call to stop; its answer will not be sent.
    case stop(Call.Number)
  }

  /// How much may wait at a time; what comes beyond is refused, and the model told so.
  package struct Limits: Sendable {
    package var calls = 1_000
    /// Of their texts together.
    package var bytes = 4 * MessageLines.longest
    package init() {}
  }

  /// Messages in one batch.
  private static let longestBatch = 1_000

  private let version: String
  private let outputSchema: [UInt8]
  private let limits: Limits
  /// What a handshake agreed on.
  private var revision: Revision?
  private var open: [Call.Number: OpenCall] = [:]
  private var numbers: [RequestID: Call.Number] = [:]
  private var openBytes = 0
  private var nextNumber = 0
  private var batches: [Int: Batch] = [:]
  private var nextBatch = 0

  private struct OpenCall {
    let id: RequestID
    let size: Int
    let batch: Int?
  }

  private struct Batch {
    var replies: [[UInt8]] = []
    var openCalls = 0
    /// All of its messages were looked at.
    var isRead = false
  }

  /// `reportSchema` is the JSON Schema of the report. Traps if it cannot be a tool's output schema,
  /// which is a fault of the program.
  package init(version: String, reportSchema: String, limits: Limits = Limits()) {
    guard let schema = OutputSchema.inlined(reportSchema) else {
      preconditionFailure("the report's schema is no output schema")
    }
    self.version = version
    self.limits = limits
    outputSchema = schema
  }

  // MARK: - What comes in

  /// Takes one line of the client. Costs time and memory linear in it.
  package mutating func receive(_ line: MessageLines.Line) -> [Step] {
    guard case .message(let bytes) = line else {
      let limit = MessageLines.longest >> 20
      return [.reply(reply(nil).fault(.parse("a message is longer than \(limit) MB: not read")))]
    }
    if bytes.allSatisfy(\.isJSONBlank) { return [] }
    guard let text = JSONText(strictly: bytes) else {
      return [.reply(reply(nil).fault(.parse("the line is no JSON text in UTF-8")))]
    }
    return text.root.isArray ? receive(batch: text.root.elements) : receive(text.root, batch: nil)
  }

  /// Takes the line that answers a call; nil where nothing is to be sent (yet): it was stopped, or
  /// others of its batch are still open.
  package mutating func finish(_ number: Call.Number, _ line: [UInt8]) -> [UInt8]? {
    guard let call = close(number) else { return nil }
    guard let batch = call.batch else { return line }
    batches[batch]?.replies.append(line)
    return endOfBatch(batch)
  }

  private mutating func receive(batch elements: [JSONText.Value]) -> [Step] {
    guard revision?.hasBatches == true else {
      return [.reply(reply(nil).fault(.request("batches are not part of this revision")))]
    }
    guard 1...Self.longestBatch ~= elements.count else {
      let fault = ProtocolFault.request("a batch has 1 to \(Self.longestBatch) messages")
      return [.reply(reply(nil).fault(fault))]
    }
    let number = nextBatch
    nextBatch += 1
    batches[number] = Batch()
    var steps: [Step] = []
    for element in elements { steps += receive(element, batch: number) }
    batches[number]?.isRead = true
    if let line = endOfBatch(number) { steps.append(.reply(line)) }
    return steps
  }

  private mutating func receive(_ value: JSONText.Value, batch: Int?) -> [Step] {
    switch Message(value) {
    case .response: return []
    case .invalid(let id, let fault): return answered(reply(id).fault(fault), batch)
    case .notification("notifications/cancelled", let params): return cancel(params)
    case .notification: return []
    case .request(let request):
      do throws(ProtocolFault) {
        switch try serve(request, batch: batch) {
        case .reply(let line): return answered(line, batch)
        case let other: return [other]
        }
      } catch {
        return answered(reply(request.id).fault(error), batch)
      }
    }
  }

  /// An answer within a batch waits for the others.
  private mutating func answered(_ line: [UInt8], _ batch: Int?) -> [Step] {
    guard let batch else { return [.reply(line)] }
    batches[batch]?.replies.append(line)
    return []
  }

  // MARK: - Requests

  private mutating func serve(
    _ request: Message.Request, batch: Int?
  ) throws(ProtocolFault) -> Step {
    // Its answer would end the wait for the other one.
    guard numbers[request.id] == nil else {
      throw .request("a request with this id is still open")
    }
    if let asked = request.meta[MetaKey.version] {
      guard batch == nil else { throw .request("batches are not part of this revision") }
      let revision = try Self.modern(asked, request.meta)
      switch request.method {
      case "server/discover": return .reply(discovery(request.id, revision))
      default: return try serve(request, in: revision, batch: nil)
      }
    }
    switch request.method {
    case "initialize":
      guard batch == nil else { throw .request("initialize cannot be part of a batch") }
      return .reply(try initialize(request))
    case "ping": return .reply(reply(request.id).result { _ in })
    case "server/discover":
      throw .params("server/discover needs \(MetaKey.version) in _meta")
    case "tools/list", "tools/call":
      guard let revision else {
        throw .params(
          "the request says no protocol version: send initialize first, or give "
            + "\(MetaKey.version) in _meta (\(Revision.all.joined(separator: ", ")) are known)")
      }
      return try serve(request, in: revision, batch: batch)
    default: throw .unknown(method: request.method)
    }
  }

  private mutating func serve(
    _ request: Message.Request, in revision: Revision, batch: Int?
  ) throws(ProtocolFault) -> Step {
    switch request.method {
    case "tools/list":
      // The list is one page, so there is no cursor that could have come from us.
      if let cursor = request.params["cursor"], !cursor.isNull {
        throw .params("the cursor is not known")
      }
      return .reply(toolList(request.id, revision))
    case "tools/call": return try call(request, in: revision, batch: batch)
    default: throw .unknown(method: request.method)
    }
  }

  /// The revision of a request that names one, checked as specification 2026-07-28, basic/index,
  /// "Per-request protocol fields" demands.
  private static func modern(
    _ asked: JSONText.Value, _ meta: Fields
  ) throws(ProtocolFault) -> Revision {
    guard let name = asked.string else { throw .params("\(MetaKey.version) must be a string") }
    guard let revision = Revision(rawValue: name), !revision.opensWithHandshake else {
      throw .unsupported(version: name)
    }
    guard meta[MetaKey.capabilities]?.isObject == true else {
      throw .params("\(MetaKey.capabilities) in _meta must be an object")
    }
    return revision
  }

  private mutating func initialize(_ request: Message.Request) throws(ProtocolFault) -> [UInt8] {
    guard let asked = request.params["protocolVersion"]?.string else {
      throw .params("protocolVersion must be a string")
    }
    let known = Revision(rawValue: asked).flatMap { $0.opensWithHandshake ? $0 : nil }
    let revision = known ?? .newestWithHandshake
    self.revision = revision
    let version = version
    return reply(request.id).result { result in
      result.write("capabilities") { $0.capabilities() }
      result.write("instructions") { $0.string(Self.instructions) }
      result.write("protocolVersion") { $0.string(revision.rawValue) }
      result.write("serverInfo") { $0.implementation(version: version, in: revision) }
    }
  }

  /// Specification 2026-07-28, server/discover.
  private func discovery(_ id: RequestID, _ revision: Revision) -> [UInt8] {
    reply(id, revision).result { result in
      result.writeCacheScope()
      result.write("capabilities") { $0.capabilities() }
      result.write("instructions") { $0.string(Self.instructions) }
      result.write("supportedVersions") { json in
        json.array { json in for name in Revision.modern { json.string(name) } }
      }
      result.writeLifetime()
    }
  }

  private func toolList(_ id: RequestID, _ revision: Revision) -> [UInt8] {
    reply(id, revision).result { result in
      result.writeCacheScope()
      result.write("tools") { json in
        json.array { json in
          for tool in Tool.allCases {
            tool.write(to: &json, in: revision, outputSchema: outputSchema)
          }
        }
      }
      result.writeLifetime()
    }
  }

  // MARK: - Calls

  private mutating func call(
    _ request: Message.Request, in revision: Revision, batch: Int?
  ) throws(ProtocolFault) -> Step {
    guard let name = request.params["name"]?.string else {
      throw .params("name must be the name of a tool")
    }
    guard let tool = Tool(rawValue: name) else {
      let known = Tool.allCases.map(\.rawValue).joined(separator: " and ")
      throw .params("unknown tool: \(name.shortened); there are \(known)")
    }
    let arguments = try Message.object(request.params["arguments"], "arguments")
    let reply = reply(request.id, revision)
    let asked: ToolCall
    do throws(ToolCall.ArgumentFault) {
      asked = try ToolCall(tool, arguments)
    } catch {
      guard revision.tellsModelOfBadArguments else { throw .params(error.message) }
      return .reply(reply.tool(error.message, isError: true))
    }
    guard open.count < limits.calls, openBytes + asked.size <= limits.bytes else {
      let text = "too much waits for its review: nothing was reviewed; ask again later"
      return .reply(reply.tool(text, isError: true))
    }
    let call = Call(number: nextNumber, tool: asked, reply: reply)
    nextNumber += 1
    open[call.number] = OpenCall(id: request.id, size: asked.size, batch: batch)
    numbers[request.id] = call.number
    openBytes += asked.size
    if let batch { batches[batch]?.openCalls += 1 }
    return .start(call)
  }

  /// What is not open (any more) is passed over (specification 2026-07-28,
  /// basic/patterns/cancellation, "Error Handling").
  private mutating func cancel(_ params: Fields) -> [Step] {
    guard params.repeated == nil, let id = params["requestId"].flatMap(RequestID.init),
      let number = numbers[id], let call = close(number)
    else { return [] }
    var steps = [Step.stop(number)]
    // A batch may have waited for this call only; one that is still being read ends by itself.
    if let batch = call.batch, let line = endOfBatch(batch) { steps.append(.reply(line)) }
    return steps
  }

  private mutating func close(_ number: Call.Number) -> OpenCall? {
    guard let call = open.removeValue(forKey: number) else { return nil }
    numbers[call.id] = nil
    openBytes -= call.size
    if let batch = call.batch { batches[batch]?.openCalls -= 1 }
    return call
  }

  /// The line that answers a batch, once none of its calls is open. Where nothing is to be answered
  /// nothing is sent (JSON-RPC 2.0, section 6).
  private mutating func endOfBatch(_ number: Int) -> [UInt8]? {
    guard let batch = batches[number], batch.isRead, batch.openCalls == 0 else { return nil }
    batches[number] = nil
    guard !batch.replies.isEmpty else { return nil }
    return [0x5B] + Array(batch.replies.joined(separator: [0x2C])) + [0x5D]
  }

  private func reply(_ id: RequestID?, _ revision: Revision? = nil) -> Reply {
    // An error says nothing that depends on the revision.
    Reply(
      id: id, revision: revision ?? self.revision ?? .newestWithHandshake, version: version)
  }

  private static let instructions = """
    Call review with what you wrote, before it is written to a file, run, committed or shown. Use \
    only what is approved. What is flagged needs a person's look; what is blocked must be mended \
    and reviewed again. explain tells more about a rule.
    """
}

/// The names that specification 2026-07-28 reserves in `_meta` (basic/index, "`_meta`").
private enum MetaKey {
  static let version = "io.modelcontextprotocol/protocolVersion"
  static let capabilities = "io.modelcontextprotocol/clientCapabilities"
}
