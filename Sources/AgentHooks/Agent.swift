/// A coding agent that asks a hook before, while or after it works.
package enum Agent: String, Sendable, CaseIterable {
  case claudeCode = "claude-code"
  case codex
  case cursor
  case gemini
  case copilot

  /// As its makers write it.
  package var title: String {
    switch self {
    case .claudeCode: "Claude Code"
    case .codex: "Codex"
    case .cursor: "Cursor"
    case .gemini: "Gemini CLI"
    case .copilot: "GitHub Copilot"
    }
  }

  var contract: any AgentContract.Type {
    switch self {
    case .claudeCode: ClaudeCodeContract.self
    case .codex: CodexContract.self
    case .cursor: CursorContract.self
    case .gemini: GeminiContract.self
    case .copilot: CopilotContract.self
    }
  }
}
