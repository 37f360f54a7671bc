// Claude Code: https://code.claude.com/docs/en/hooks (copies of 2026-06 to 2026-08) and the issues named
// below.
//
// A block before the fact is exit status 2 with the reason on standard error. The first versions with
// hooks knew it already, no JSON of any hook can override it, and there are builds that read
// `permissionDecision: deny` and let the call pass (anthropics/claude-code#13756, #20946, #37210). Any
// other status but 0 lets the call proceed (#44707). `allow` is never said: it would skip the user's own
// prompt. `ask` cannot be said but in JSON.

import JSON

enum ClaudeCodeContract: AgentContract {
  static func call(_ payload: AgentPayload) throws(AgentHookError) -> AgentCall {
    try call(payload, of: .claudeCode, silent: silent)
  }

  /// For Codex as well, whose payloads are alike; `silent` are events without anything to review.
  static func call(
    _ payload: AgentPayload, of agent: Agent, silent: Set<String>
  ) throws(AgentHookError) -> AgentCall {
    let event = try payload.event(agent)
    var call = AgentCall(
      event: event, moment: .other, cwd: payload.text("cwd"),
      isRetry: payload["stop_hook_active"]?.boolean ?? false, subject: .nothing)
    switch event {
    case "PreToolUse", "PermissionRequest":
      call.moment = .beforeTool
      call.subject = try payload.tool(of: event)
    case "PostToolUse":
      call.moment = .afterTool
      call.subject = try payload.tool(of: event)
    case "Stop", "SubagentStop":
      call.moment = .reply
      // Since version 2.1.47; the transcript may not hold the last words yet.
      call.subject = payload.reply("last_assistant_message")
    case _ where silent.contains(event): break
    default: throw AgentPayload.unknown(event, agent)
    }
    return call
  }

  /// Events without anything that the agent has made.
  private static let silent: Set<String> = [
    "SessionStart", "SessionEnd", "Setup", "UserPromptSubmit", "UserPromptExpansion",
    "Notification",
    "PreCompact", "PostCompact", "SubagentStart", "StopFailure", "PermissionDenied",
    "PostToolUseFailure", "PostToolBatch", "TaskCreated", "TaskCompleted", "TeammateIdle",
    "ConfigChange", "WorktreeCreate", "WorktreeRemove", "Elicitation", "ElicitationResult",
    "InstructionsLoaded", "CwdChanged", "FileChanged",
  ]

  static func answer(_ decision: AgentDecision, to event: AgentEvent) -> AgentAnswer {
    answer(decision, to: event, canAsk: event.name == "PreToolUse")
  }

  /// For Codex as well, which has taken over the contract but for `ask`.
  static func answer(
    _ decision: AgentDecision, to event: AgentEvent, canAsk: Bool
  ) -> AgentAnswer {
    switch (decision, event.moment) {
    case (.approve, _): return .silence
    case (.block(let words, _), .beforeTool), (.unreviewed(let words), .beforeTool):
      return blocked(words)
    case (.block(let words, _), .reply) where event.canBlock: return blocked(words)
    case (.block(let words, _), .afterTool):
      return AgentAnswer { json in
        json.member("decision", "block")
        json.member("reason", words)
      }
    case (.block(let words, _), _): return AgentAnswer { $0.member("systemMessage", words) }
    case (.flag(let words, _), .beforeTool) where canAsk:
      return AgentAnswer { json in
        json.key("hookSpecificOutput")
        json.object { json in
          json.member("hookEventName", event.name)
          json.member("permissionDecision", "ask")
          json.member("permissionDecisionReason", words)
        }
      }
    case (.flag(let words, let user), .beforeTool) where event.name == "PreToolUse",
      (.flag(let words, let user), .afterTool):
      return told(words, user, event)
    case (.unreviewed(let words), .afterTool): return told(words, words, event)
    case (.flag(_, let user), _): return AgentAnswer { $0.member("systemMessage", user) }
    // The agent cannot mend what kept its reply from being reviewed: the user is told.
    case (.unreviewed(let words), _): return AgentAnswer { $0.member("systemMessage", words) }
    }
  }

  private static func blocked(_ words: String) -> AgentAnswer {
    AgentAnswer(standardError: Array((words + "\n").utf8), status: 2)
  }

  /// Words for the agent, and words for the user.
  private static func told(_ words: String, _ user: String, _ event: AgentEvent) -> AgentAnswer {
    AgentAnswer { json in
      json.key("hookSpecificOutput")
      json.object { json in
        json.member("additionalContext", words)
        json.member("hookEventName", event.name)
      }
      json.member("systemMessage", user)
    }
  }
}
