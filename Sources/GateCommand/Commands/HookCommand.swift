import ReviewGate

/// `reviewgate hook`.
struct HookCommand {
  let options: HookOptions
  let console: Console

  func run() throws(ConsoleError) -> ExitStatus {
    do throws(GateError) {
      switch (options.host, options.action) {
      case (.git, .run): return try runGit()
      case (.git, .install): return try told(GitHookInstallation().install())
      case (.git, .uninstall): return try told(GitHookInstallation().uninstall())
      }
    } catch {
      console.say(error.text)
      return .notReviewed
    }
  }

  private func runGit() throws(GateError) -> ExitStatus {
    do throws(ConsoleError) {
      return try GitHook(options: options.review, console: console).run()
    } catch {
      throw GateError("\(error)")
    }
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
