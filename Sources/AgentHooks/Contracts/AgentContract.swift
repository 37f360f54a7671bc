import JSON

/// What one agent sends to its hooks and takes from them.
protocol AgentContract: Sendable {
  static func call(_ payload: AgentPayload) throws(AgentHookError) -> AgentCall
  static func answer(_ decision: AgentDecision, to event: AgentEvent) -> AgentAnswer
}

/// What is to be said to an agent.
enum AgentDecision: Sendable {
  case approve
  /// A person must look: what for the agent and whoever decides, and a line for the user.
  case flag(String, user: String)
  /// It must not pass.
  case block(String, user: String)
  /// It was not reviewed, or not wholly.
  case unreviewed(String)
}

/// An event as its payload tells it.
struct AgentCall {
  enum Subject {
    case tool(name: String, input: JSONText.Value)
    case edits(path: String, [FileEdit])
    case command([UInt8])
    case reply([UInt8])
    case nothing
  }

  var event: String
  var moment: AgentMoment
  var cwd: String?
  var isRetry = false
  var isCompatible = false
  /// The host takes no answer to a reply: it is out.
  var isOut = false
  var subject: Subject
}

/// The members of a payload.
struct AgentPayload {
  private let members: [String: JSONText.Value]

  /// Of members of one name the last one counts, as for the hosts' own readers.
  init(_ root: JSONText.Value) {
    members = Dictionary(root.members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  subscript(_ name: String) -> JSONText.Value? { members[name] }

  func text(_ name: String) -> String? { members[name]?.string }

  /// A string that the event is nothing without.
  func required(_ name: String, of event: String) throws(AgentHookError) -> JSONText.Value {
    guard let value = members[name], value.utf8 != nil else {
      throw AgentHookError(
        "the payload of \(Quoted.text(event, limit: 60)) has no string `\(name)`")
    }
    return value
  }

  /// The name of the event, which all but one of the agents give.
  func event(_ agent: Agent) throws(AgentHookError) -> String {
    guard let name = text("hook_event_name") else {
      throw AgentHookError("the payload of \(agent.title) does not name its event")
    }
    return name
  }

  /// The tool and its input, as `tool_name` and `tool_input` or by other names.
  func tool(
    of event: String, name: String = "tool_name", input: String = "tool_input"
  ) throws(AgentHookError) -> AgentCall.Subject {
    let tool = try required(name, of: event).string ?? ""
    guard let value = members[input] else {
      throw AgentHookError("the payload of \(Quoted.text(event, limit: 60)) has no `\(input)`")
    }
    return .tool(name: tool, input: value)
  }

  /// The text of a reply under one of its names; an agent may end a turn without a word.
  func reply(_ name: String) -> AgentCall.Subject {
    guard let text = members[name]?.utf8, !text.isEmpty else { return .nothing }
    return .reply(text)
  }

  static func unknown(_ event: String, _ agent: Agent) -> AgentHookError {
    AgentHookError(
      "`\(Quoted.text(event, limit: 60))` is no event of \(agent.title) that this version knows")
  }
}

extension AgentAnswer {
  /// JSON on standard output, one object on one line.
  init(_ members: (inout JSONWriter) -> Void) {
    var json = JSONWriter(.compact)
    json.object(members)
    json.endLine()
    self.init(standardOutput: json.bytes)
  }

  static let silence = AgentAnswer()
}
