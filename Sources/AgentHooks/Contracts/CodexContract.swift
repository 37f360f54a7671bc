// Codex: https://developers.openai.com/codex/hooks (read 2026-05) and the source of its hooks, openai/codex
// codex-rs/hooks/src/{schema.rs,events/*.rs,engine/output_parser.rs} (stored copies, 2026).
//
// The shapes are those of Claude Code, and so is the block by status 2 with a reason on standard error.
// Edits come as the tool `apply_patch`, the patch in `tool_input.command`; `Edit` and `Write` are only
// names by which a matcher may call it. `permissionDecision: ask` is read and then counts as a fault of
// the hook, after which the call proceeds: what a person must look at is said to both instead.

enum CodexContract: AgentContract {
  static func call(_ payload: AgentPayload) throws(AgentHookError) -> AgentCall {
    let event = try payload.event(.codex)
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
      call.subject = payload.reply("last_assistant_message")
    case "SessionStart", "SessionEnd", "UserPromptSubmit", "PreCompact", "PostCompact",
      "SubagentStart", "StopFailure", "Interrupt", "Notification":
      break
    default: throw AgentPayload.unknown(event, .codex)
    }
    return call
  }

  static func answer(_ decision: AgentDecision, to event: AgentEvent) -> AgentAnswer {
    ClaudeCodeContract.answer(decision, to: event, canAsk: false)
  }
}
