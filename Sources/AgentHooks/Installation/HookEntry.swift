import JSON

/// One hook as it stands in the settings of an agent.
struct HookEntry {
  /// The event under which it stands.
  var event: String
  /// The element of that event's list, compact.
  var json: [UInt8]

  private init(_ event: String, _ members: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(.compact)
    writer.object(members)
    self.event = event
    json = writer.bytes
  }

  /// All that an agent is to ask, by its contract.
  ///
  /// Tools that only read are left out where a matcher can do so. Hosts whose calls proceed when the program
  /// is missing or crashes get a command that ends with the status that denies; not at the end of a turn,
  /// which could then never end.
  static func all(of agent: Agent, program: String) -> [HookEntry] {
    let command = "\(ShellText.quoted(program)) hook \(agent.rawValue)"
    let seconds = AgentInstallation.hostSeconds
    func nested(
      _ event: String, _ matcher: String?, timeout: Int, closes: Bool
    ) -> HookEntry {
      HookEntry(event) { json in
        json.key("hooks")
        json.array { json in
          json.object { json in
            json.member("command", closes ? command + AgentInstallation.closing : command)
            json.member("timeout", timeout)
            json.member("type", "command")
          }
        }
        if let matcher { json.member("matcher", matcher) }
      }
    }
    switch agent {
    case .claudeCode:
      let tools = "Write|Edit|MultiEdit|NotebookEdit|Bash|PowerShell|mcp__.*"
      return [
        nested("PreToolUse", tools, timeout: seconds, closes: true),
        nested("Stop", nil, timeout: seconds, closes: false),
        nested("SubagentStop", nil, timeout: seconds, closes: false),
      ]
    case .codex:
      return [
        nested("PreToolUse", "Bash|apply_patch|mcp__.*", timeout: seconds, closes: true),
        nested("Stop", nil, timeout: seconds, closes: false),
      ]
    case .gemini:
      // Its timeouts are in milliseconds.
      return [
        nested(
          "BeforeTool", "write_file|replace|edit|run_shell_command|mcp_.*",
          timeout: seconds * 1000, closes: true),
        nested("AfterAgent", nil, timeout: seconds * 1000, closes: false),
      ]
    case .cursor:
      func flat(_ event: String, _ matcher: String? = nil, closes: Bool) -> HookEntry {
        HookEntry(event) { json in
          json.member("command", command)
          if closes { json.member("failClosed", true) }
          if let matcher { json.member("matcher", matcher) }
          json.member("timeout", seconds)
        }
      }
      let tools = "Write|Edit|StrReplace|MultiEdit|ApplyPatch|EditNotebook|Delete|MCP:.*"
      return [
        flat("preToolUse", tools, closes: true), flat("beforeShellExecution", closes: true),
        flat("beforeMCPExecution", closes: true), flat("afterTabFileEdit", closes: false),
        flat("afterAgentResponse", closes: false), flat("subagentStop", closes: false),
      ]
    case .copilot:
      // Its tools of servers have no common name, and older versions have no matcher.
      return ["preToolUse", "subagentStop"].map { event in
        HookEntry(event) { json in
          json.member("bash", command)
          // A quoted word is no command there unless it is called.
          json.member("powershell", command.hasPrefix("'") ? "& " + command : command)
          json.member("timeoutSec", seconds)
          json.member("type", "command")
        }
      }
    }
  }

  /// Whether a command of the settings starts this agent's hook, from whatever place.
  static func starts(_ command: String, _ agent: Agent) -> Bool {
    var text = command[...]
    if text.hasSuffix(AgentInstallation.closing) {
      text = text.dropLast(AgentInstallation.closing.count)
    }
    if text.hasPrefix("& ") { text = text.dropFirst(2) }
    let end = " hook \(agent.rawValue)"
    guard text.hasSuffix(end) else { return false }
    let program = text.dropLast(end.count).filter { $0 != "'" && $0 != "\"" }
    return program.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map {
      $0 == "reviewgate" || $0 == "reviewgate.exe"
    } ?? false
  }
}
