// Codex: https://developers.openai.com/codex/hooks (read 2026-05) and the source of its hooks, openai/codex
// codex-rs/hooks/src/{schema.rs,events/*.rs,engine/output_parser.rs} (stored copies, 2026).
//
// The shapes are those of Claude Code, and so is the block by status 2 with a reason on standard error.
// Edits come as the tool `apply_patch`, the patch in `tool_input.command`; `Edit` and `Write` are only
// names by which a matcher may call it. `permissionDecision: ask` is read and then counts as a fault of
// the hook, after which the call proceeds: what a person must look at is said to both instead.

enum CodexContract: AgentContract {
  static func call(_ payload: AgentPayload) throws(AgentHookError) -> AgentCall {
    try ClaudeCodeContract.call(payload, of: .codex, silent: silent)
  }

  private static let silent: Set<String> = [
    "SessionStart", "SessionEnd", "UserPromptSubmit", "PreCompact", "PostCompact", "SubagentStart",
    "StopFailure", "Interrupt", "Notification",
  ]

  static func answer(_ decision: AgentDecision, to event: AgentEvent) -> AgentAnswer {
    ClaudeCodeContract.answer(decision, to: event, canAsk: false)
  }
}
