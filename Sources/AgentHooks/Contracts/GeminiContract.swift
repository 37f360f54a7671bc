// Gemini CLI: google-gemini/gemini-cli docs/hooks/reference.md (stored copy, 2026).
//
// JSON with status 0 is preferred for all there: `decision` and `reason`. Nothing else may stand on standard
// output. There is no `ask` before a tool in that document; `systemMessage` is shown to the user.

import JSON

enum GeminiContract: AgentContract {
  static func call(_ payload: AgentPayload) throws(AgentHookError) -> AgentCall {
    let event = try payload.event(.gemini)
    var call = AgentCall(
      event: event, moment: .other, cwd: payload.text("cwd"),
      isRetry: payload["stop_hook_active"]?.boolean ?? false, subject: .nothing)
    switch event {
    case "BeforeTool":
      call.moment = .beforeTool
      call.subject = try payload.tool(of: event)
    case "AfterTool":
      call.moment = .afterTool
      call.subject = try payload.tool(of: event)
    case "AfterAgent":
      call.moment = .reply
      call.subject = payload.reply("prompt_response")
    case "BeforeAgent", "BeforeModel", "AfterModel", "BeforeToolSelection", "SessionStart",
      "SessionEnd", "Notification", "PreCompress":
      break
    default: throw AgentPayload.unknown(event, .gemini)
    }
    return call
  }

  static func answer(_ decision: AgentDecision, to event: AgentEvent) -> AgentAnswer {
    switch (decision, event.moment) {
    case (.approve, _): return .silence
    case (.block(let words, let user), .beforeTool), (.block(let words, let user), .afterTool):
      return denied(words, user)
    case (.block(let words, let user), .reply) where event.canBlock: return denied(words, user)
    case (.unreviewed(let words), .beforeTool): return denied(words, words)
    case (.flag(let words, let user), .afterTool): return told(words, user)
    case (.unreviewed(let words), .afterTool): return told(words, words)
    case (.block(let words, _), _), (.flag(let words, _), .beforeTool), (.unreviewed(let words), _):
      return AgentAnswer { $0.member("systemMessage", words) }
    case (.flag(_, let user), _): return AgentAnswer { $0.member("systemMessage", user) }
    }
  }

  /// The reason goes to the agent: in place of the tool's use, of its result, or as the next prompt.
  private static func denied(_ words: String, _ user: String) -> AgentAnswer {
    AgentAnswer { json in
      json.member("decision", "deny")
      json.member("reason", words)
      json.member("systemMessage", user)
    }
  }

  private static func told(_ words: String, _ user: String) -> AgentAnswer {
    AgentAnswer { json in
      json.key("hookSpecificOutput")
      json.object { json in
        json.member("additionalContext", words)
        json.member("hookEventName", "AfterTool")
      }
      json.member("systemMessage", user)
    }
  }
}
