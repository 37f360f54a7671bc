import AgentHooks
import ReviewGate

/// `reviewgate hook`.
struct HookCommand {
  let options: HookOptions
  let console: Console

  func run() throws(ConsoleError) -> ExitStatus {
    do throws(GateError) {
      switch (options.host, options.action) {
      case (.git, .run):
        return try reporting { () throws(ConsoleError) in
          try GitHook(options: options.review, console: console).run()
        }
      case (.agent(let agent), .run):
        return try reporting { () throws(ConsoleError) in
          try AgentHookCommand(hook: AgentHook(agent), options: options.review, console: console)
            .run()
        }
      case (.agent(let agent), .install):
        return try told(.init(lines: AgentSettings(agent).install()))
      case (.agent(let agent), .uninstall):
        return try told(.init(lines: AgentSettings(agent).uninstall()))
      case (.git, .install): return try told(GitHookInstallation().install())
      case (.git, .uninstall): return try told(GitHookInstallation().uninstall())
      }
    } catch {
      console.say(error.text)
      return .notReviewed
    }
  }

  private func reporting(
    _ body: () throws(ConsoleError) -> ExitStatus
  ) throws(GateError) -> ExitStatus {
    do throws(ConsoleError) { return try body() } catch { throw GateError("\(error)") }
  }

  /// Says what was done, and what could not be.
  private func told(_ outcome: GitHookInstallation.Outcome) throws(GateError) -> ExitStatus {
    do throws(ConsoleError) {
      try console.write(outcome.lines.map { $0 + "\n" }.joined())
    } catch {
      throw GateError("\(error)")
    }
    guard outcome.faults.isEmpty else {
      throw GateError(outcome.faults.joined(separator: "\n"))
    }
    return .passed
  }
}
