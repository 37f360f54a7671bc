// Cursor: https://cursor.com/docs/hooks (stored copies, 2026; read by others on 2026-08-26 and 2026-09-24)
// and what others met with since.
//
// Each event has fields of its own. Where a permission is asked for, no output at all counts as a hook that
// is broken, and the call is denied (aovestdipaperino/tokensave#187, awslabs/aidlc-workflows#745,
// deftai/directive#2779, 2026-07 and 08): so Cursor alone is told `allow`. It does not skip the user's own
// prompt there: any deny wins over ask, ask over allow, and the allow list over all of them. `ask` is obeyed
// before commands and MCP calls; before other tools it is read and "not enforced": the words go to the agent
// too. After an edit or a reply Cursor takes no answer.

import JSON

enum CursorContract: AgentContract {
  static func call(_ payload: AgentPayload) throws(AgentHookError) -> AgentCall {
    let event = try payload.event(.cursor)
    var call = AgentCall(
      event: event, moment: .other,
      cwd: payload.text("cwd").flatMap { $0.isEmpty ? nil : $0 }
        ?? payload["workspace_roots"]?.elements.first?.string,
      isRetry: (payload["loop_count"]?.integer ?? 0) > 0, subject: .nothing)
    switch event {
    case "preToolUse", "beforeMCPExecution":
      call.moment = .beforeTool
      call.subject = try payload.tool(of: event)
    case "beforeShellExecution":
      call.moment = .beforeTool
      call.subject = .command(try payload.required("command", of: event).utf8 ?? [])
    case "postToolUse", "afterMCPExecution":
      call.moment = .afterTool
      call.subject = try payload.tool(of: event)
    case "afterShellExecution":
      call.moment = .afterTool
      call.subject = .command(try payload.required("command", of: event).utf8 ?? [])
    case "afterFileEdit", "afterTabFileEdit":
      call.moment = .afterTool
      call.subject = try edits(of: payload, event)
    case "afterAgentResponse":
      call.moment = .reply
      call.isOut = true
      call.subject = payload.reply("text")
    case "subagentStop":
      call.moment = .reply
      call.subject = payload["summary"] == nil ? payload.reply("result") : payload.reply("summary")
    case "stop", "sessionStart", "sessionEnd", "postToolUseFailure", "subagentStart",
      "beforeReadFile", "beforeTabFileRead", "beforeSubmitPrompt", "preCompact",
      "afterAgentThought", "workspaceOpen":
      break
    default: throw AgentPayload.unknown(event, .cursor)
    }
    return call
  }

  private static func edits(
    of payload: AgentPayload, _ event: String
  ) throws(AgentHookError) -> AgentCall.Subject {
    let path = try payload.required("file_path", of: event).string ?? ""
    guard let list = payload["edits"], list.isArray else {
      throw AgentHookError("the payload of \(event) has no list `edits`")
    }
    return .edits(path: path, list.elements.compactMap { FileEdit(ToolFields($0)) })
  }

  static func answer(_ decision: AgentDecision, to event: AgentEvent) -> AgentAnswer {
    switch (decision, event.moment) {
    case (.approve, .beforeTool): return permission("allow", nil, nil)
    case (.block(let words, let user), .beforeTool): return permission("deny", words, user)
    case (.unreviewed(let words), .beforeTool): return permission("deny", words, words)
    case (.flag(let words, let user), .beforeTool): return permission("ask", words, user)
    case (.block(let words, _), .reply) where event.canBlock:
      return AgentAnswer { $0.member("followup_message", words) }
    case (.approve, .other): return other(event)
    case (.approve, _): return AgentAnswer { _ in }
    case (.block(let words, _), _), (.flag(let words, _), _), (.unreviewed(let words), _):
      var answer =
        event.moment == .other
        ? other(event)
        : AgentAnswer { json in
          if event.moment == .afterTool { json.member("additional_context", words) }
        }
      // Shown in the output channel for hooks.
      answer.standardError = Array((words + "\n").utf8)
      return answer
    }
  }

  private static func permission(
    _ permission: String, _ words: String?, _ user: String?
  ) -> AgentAnswer {
    AgentAnswer { json in
      if permission == "ask", let words { json.member("additional_context", words) }
      if let words { json.member("agent_message", words) }
      json.member("permission", permission)
      // What the agent reads of a denial is this one (observed by others in 2026).
      if let user { json.member("user_message", permission == "deny" ? words ?? user : user) }
    }
  }

  /// What lets an event pass that has nothing to review, each in its words.
  private static func other(_ event: AgentEvent) -> AgentAnswer {
    switch event.name {
    case "beforeReadFile", "beforeTabFileRead", "subagentStart": permission("allow", nil, nil)
    case "beforeSubmitPrompt", "sessionStart": AgentAnswer { $0.member("continue", true) }
    default: AgentAnswer { _ in }
    }
  }
}
