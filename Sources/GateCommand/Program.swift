import ReviewGate

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The whole program but for its entry point.
package enum Program {
  /// Does what the arguments (without the program's name) say, and tells how to exit.
  package static func run(_ arguments: [String]) -> ExitStatus {
    let console = Console()
    console.reserveClosedStreams()
    console.endQuietlyOnBrokenPipes()
    let surroundings = Invocation.Surroundings(
      standardInputIsTerminal: console.isTerminal(.standardInput),
      exists: { access($0, F_OK) == 0 })
    do {
      switch Invocation.parse(arguments, in: surroundings) {
      case .failure(let error):
        console.say(error.message)
        return .notReviewed
      case .success(let invocation): return try run(invocation, on: console)
      }
    } catch {
      console.say("reviewgate: \(error)\n")
      return .notReviewed
    }
  }

  private static func run(
    _ invocation: Invocation, on console: Console
  ) throws(ConsoleError) -> ExitStatus {
    switch invocation {
    case .help(let topic):
      try console.write(topic.text)
      return .passed
    case .completions(let shell):
      try console.write(shell.completionScript)
      return .passed
    case .version:
      try console.write("reviewgate \(ProgramVersion.current)\n")
      return .passed
    case .check(let options): return try CheckCommand(options: options, console: console).run()
    case .filter(let options): return try FilterCommand(options: options, console: console).run()
    case .batch(let options): return try BatchCommand(options: options, console: console).run()
    case .hook(let options): return try HookCommand(options: options, console: console).run()
    case .mcp(let options):
      return try ModelContextCommand(options: options, console: console).run()
    case .rules(let options): return try RulesCommand(options: options, console: console).run()
    case .licenses(let options):
      return try LicensesCommand(options: options, console: console).run()
    case .explain(.rule(let options)):
      return try RulesCommand(options: options, console: console).run()
    case .explain(.finding(let fingerprint, let options)):
      return try CheckCommand(options: options, console: console).explain(fingerprint)
    }
  }
}
