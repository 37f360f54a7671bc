// GitHub Copilot, its command line and its cloud agent: github/docs content/copilot/reference/hooks-reference.md
// (stored copy, 2026).
//
// An event that is set up as `preToolUse` comes in camel case and does not say what it is called: its fields
// tell. Set up as `PreToolUse` it comes as other agents' do (VS Code's extension sends the same), and the
// answer is given in both shapes. Any status but 0 denies the call, without the reason; a hook that is too
// late lets it pass. Without a user (cloud agent) `ask` counts as `deny`. A turn's end brings no text, only
// a subagent's does.

import JSON

enum CopilotContract: AgentContract {
  static func call(_ payload: AgentPayload) throws(AgentHookError) -> AgentCall {
    var call = AgentCall(
      event: payload.text("hook_event_name") ?? "", moment: .other, cwd: payload.text("cwd"),
      isRetry: payload["stop_hook_active"]?.boolean ?? false, subject: .nothing)
    if call.event.isEmpty { return try native(payload, &call) }
    call.isCompatible = true
    switch call.event {
    case "PreToolUse":
      call.moment = .beforeTool
      call.subject = try payload.tool(of: call.event)
    case "PostToolUse":
      call.moment = .afterTool
      call.subject = try payload.tool(of: call.event)
    case "SubagentStop", "Stop":
      call.moment = .reply
      call.subject = payload.reply("last_assistant_message")
    case "SessionStart", "SessionEnd", "UserPromptSubmit", "PostToolUseFailure", "SubagentStart",
      "ErrorOccurred", "PreCompact", "Notification":
      break
    default: throw AgentPayload.unknown(call.event, .copilot)
    }
    return call
  }

  /// Tells an event by its fields.
  private static func native(
    _ payload: AgentPayload, _ call: inout AgentCall
  ) throws(AgentHookError) -> AgentCall {
    if payload["toolName"] != nil {
      if payload["error"] != nil {
        call.event = "postToolUseFailure"
      } else if payload["toolResult"] != nil {
        call.event = "postToolUse"
        call.moment = .afterTool
        call.subject = try payload.tool(of: call.event, name: "toolName", input: "toolArgs")
      } else {
        call.event = "preToolUse"
        call.moment = .beforeTool
        call.subject = try payload.tool(of: call.event, name: "toolName", input: "toolArgs")
      }
    } else if payload["stopReason"] != nil {
      call.event = payload["agentName"] == nil ? "agentStop" : "subagentStop"
      call.moment = .reply
      call.subject = payload.reply("response")
    } else if payload["prompt"] != nil || payload["source"] != nil || payload["reason"] != nil
      || payload["agentName"] != nil || payload["error"] != nil || payload["trigger"] != nil
    {
      call.event = "lifecycle"
    } else {
      throw AgentHookError("the payload of GitHub Copilot is of no event that this version knows")
    }
    return call
  }

  static func answer(_ decision: AgentDecision, to event: AgentEvent) -> AgentAnswer {
    switch (decision, event.moment) {
    case (.approve, _): return .silence
    case (.block(let words, _), .beforeTool), (.unreviewed(let words), .beforeTool):
      return permission("deny", words, event)
    case (.flag(let words, _), .beforeTool): return permission("ask", words, event)
    case (.block(let words, _), .reply) where event.canBlock:
      return AgentAnswer { json in
        json.member("decision", "block")
        json.member("reason", words)
      }
    case (.block(let words, _), .afterTool), (.flag(let words, _), .afterTool),
      (.unreviewed(let words), .afterTool):
      return AgentAnswer { $0.member("additionalContext", words) }
    // Nothing can be said there but to the log.
    case (.block(let words, _), _), (.flag(let words, _), _), (.unreviewed(let words), _):
      return AgentAnswer(standardError: Array((words + "\n").utf8))
    }
  }

  private static func permission(
    _ permission: String, _ words: String, _ event: AgentEvent
  ) -> AgentAnswer {
    AgentAnswer { json in
      if event.isCompatible {
        json.key("hookSpecificOutput")
        json.object { json in
          json.member("hookEventName", event.name)
          json.member("permissionDecision", permission)
          json.member("permissionDecisionReason", words)
        }
      }
      json.member("permissionDecision", permission)
      json.member("permissionDecisionReason", words)
    }
  }
}
