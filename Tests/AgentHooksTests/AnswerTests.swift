import Gate
import JSON
import Testing

@testable import AgentHooks

struct AnswerTests {
  /// What a host reads of an answer: the status, and which of its fields hold what.
  private func said(_ answer: AgentAnswer) -> String {
    var words = ["\(answer.status)"]
    if !answer.standardOutput.isEmpty {
      let text = JSONText(answer.standardOutput)
      if text == nil { words.append("no JSON") }
      func walk(_ value: JSONText.Value, _ path: String) {
        for (name, member) in value.members.map({ ($0.name, $0.value) }) {
          let place = path.isEmpty ? name : "\(path).\(name)"
          if member.isObject {
            walk(member, place)
          } else {
            let text = member.string ?? String(decoding: member.written, as: UTF8.self)
            words.append(text.count > 20 ? place : "\(place)=\(text)")
          }
        }
      }
      if let text { walk(text.root, "") }
      if text?.root.members.isEmpty == true { words.append("{}") }
    }
    if !answer.standardError.isEmpty { words.append("stderr") }
    return words.joined(separator: " ")
  }

  private static let ask =
    "hookSpecificOutput.hookEventName=PreToolUse hookSpecificOutput.permissionDecision=ask"
    + " hookSpecificOutput.permissionDecisionReason"
  private static func context(_ event: String) -> String {
    "0 hookSpecificOutput.additionalContext hookSpecificOutput.hookEventName=\(event) systemMessage"
  }

  /// approve, flag, block, failure
  @Test(arguments: [
    (Agent.claudeCode, "write-secret", ["0", "0 \(ask)", "2 stderr", "2 stderr"]),
    (
      .claudeCode, "post-write",
      ["0", context("PostToolUse"), "0 decision=block reason", context("PostToolUse")]
    ),
    (.claudeCode, "stop", ["0", "0 systemMessage", "2 stderr", "0 systemMessage"]),
    (.claudeCode, "stop-again", ["0", "0 systemMessage", "0 systemMessage", "0 systemMessage"]),
    (.codex, "apply-patch", ["0", context("PreToolUse"), "2 stderr", "2 stderr"]),
    (.codex, "stop", ["0", "0 systemMessage", "2 stderr", "0 systemMessage"]),
    (
      .cursor, "write",
      [
        "0 permission=allow",
        "0 additional_context agent_message permission=ask user_message",
        "0 agent_message permission=deny user_message",
        "0 agent_message permission=deny user_message",
      ]
    ),
    (
      .cursor, "shell",
      [
        "0 permission=allow",
        "0 additional_context agent_message permission=ask user_message",
        "0 agent_message permission=deny user_message",
        "0 agent_message permission=deny user_message",
      ]
    ),
    (
      .cursor, "after-edit",
      [
        "0 {}", "0 additional_context stderr", "0 additional_context stderr",
        "0 additional_context stderr",
      ]
    ),
    (.cursor, "response", ["0 {}", "0 {} stderr", "0 {} stderr", "0 {} stderr"]),
    (.cursor, "subagent-stop", ["0 {}", "0 {} stderr", "0 followup_message", "0 {} stderr"]),
    (.cursor, "read-file", ["0 permission=allow", "", "", ""]),
    (
      .gemini, "write-file",
      [
        "0", "0 systemMessage", "0 decision=deny reason systemMessage",
        "0 decision=deny reason systemMessage",
      ]
    ),
    (
      .gemini, "after-tool",
      [
        "0", context("AfterTool"), "0 decision=deny reason systemMessage", context("AfterTool"),
      ]
    ),
    (
      .gemini, "after-agent",
      [
        "0", "0 systemMessage", "0 decision=deny reason systemMessage", "0 systemMessage",
      ]
    ),
    (
      .copilot, "create",
      [
        "0", "0 permissionDecision=ask permissionDecisionReason",
        "0 permissionDecision=deny permissionDecisionReason",
        "0 permissionDecision=deny permissionDecisionReason",
      ]
    ),
    (
      .copilot, "compatible",
      ["0", "0 \(ask) permissionDecision=ask permissionDecisionReason", "", ""]
    ),
    (
      .copilot, "post",
      ["0", "0 additionalContext", "0 additionalContext", "0 additionalContext"]
    ),
    (.copilot, "subagent-stop", ["0", "0 stderr", "0 decision=block reason", "0 stderr"]),
  ])
  func `each agent is answered by its own contract`(
    agent: Agent, payload: String, expected: [String]
  ) throws {
    let event = try Recorded(agent, payload).event()
    let hook = AgentHook(agent)
    let answers = [
      hook.answer(MadeUp.approval, to: event), hook.answer(MadeUp.flag, to: event),
      hook.answer(MadeUp.block, to: event), hook.failure("the policy is broken", of: event),
    ]
    for (answer, words) in zip(answers, expected) where !words.isEmpty {
      #expect(said(answer) == words)
    }
  }

  @Test(arguments: Agent.allCases)
  func `no answer allows what the agent would ask about, but where silence denies`(
    agent: Agent
  ) throws {
    for name in Recorded.names(of: agent) {
      guard let event = try? Recorded(agent, name).event(), event.moment != .other else { continue }
      for review in [MadeUp.approval, MadeUp.flag, MadeUp.block, MadeUp.incomplete] {
        let answer = AgentHook(agent).answer(review, to: event)
        if agent != .cursor || review.verdict != .approve {
          #expect(!answer.output.contains("allow"), "\(name)")
        }
        #expect(answer.status == 0 || answer.standardOutput.isEmpty, "\(name)")
      }
    }
  }

  @Test(arguments: Agent.allCases)
  func `an incomplete review is denied before the fact`(agent: Agent) throws {
    var denied = 0
    for name in Recorded.names(of: agent) {
      guard let event = try? Recorded(agent, name).event(), event.isBeforeTheFact else { continue }
      let answer = AgentHook(agent).answer(MadeUp.incomplete, to: event)
      #expect(answer.status == 2 || answer.output.contains("deny"), "\(name)")
      #expect((answer.output + answer.errors).contains("too late"))
      denied += 1
    }
    #expect(denied > 2)
  }

  @Test(arguments: [
    (Agent.claudeCode, "cut-off"), (.claudeCode, "no-tool"), (.claudeCode, "unknown-event"),
    (.codex, "no-input"), (.cursor, "no-edits"), (.gemini, "no-event-tool"),
    (.copilot, "shapeless"),
  ])
  func `a payload that is not understood is an error, and is denied`(
    agent: Agent, name: String
  ) throws {
    let recorded = try Recorded(agent, name)
    let error = try #require(throws: AgentHookError.self) { try recorded.event() }
    let answer = AgentHook(agent).failure(error.message, of: nil)
    #expect(answer.status == 2)
    #expect(answer.standardOutput.isEmpty)
    #expect(answer.errors.contains("could not review"))
  }

  @Test(arguments: Agent.allCases)
  func `every recorded payload is read or refused`(agent: Agent) throws {
    let names = Recorded.names(of: agent)
    #expect(names.count >= 6)
    for name in names { _ = try? Recorded(agent, name).event() }
    for text in ["", "[]", "7", "{}", "\u{FEFF}{}", #"{"hook_event_name": 7}"#] {
      #expect(throws: AgentHookError.self) { try Recorded(agent, text: text).event() }
    }
  }

  @Test func `events without anything to review pass in silence`() throws {
    for (agent, name) in [
      (Agent.claudeCode, "session-start"), (.codex, "stop-silent"), (.copilot, "agent-stop"),
    ] {
      let event = try Recorded(agent, name).event()
      #expect(AgentHook(agent).answer(MadeUp.approval, to: event) == .silence)
    }
  }
}
