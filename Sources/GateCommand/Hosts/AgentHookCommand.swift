import AgentHooks
import Dispatch
import Gate
import Input
import ReviewGate
import SourceText
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `reviewgate hook AGENT`: reads what the agent proposes on standard input and answers by its contract.
///
/// Rules and policy are those of the last commit of the project that the host works in, whatever the
/// agent has changed since. All that goes wrong is answered, too: hosts let a call proceed when a hook
/// ends badly or late.
struct AgentHookCommand {
  let hook: AgentHook
  let options: CheckOptions
  let console: Console

  /// A payload that is longer is not read.
  private static let longestPayload = 256 << 20

  func run() throws(ConsoleError) -> ExitStatus {
    let start = ContinuousClock.now
    ProjectFolder.enter()
    let voice = HookVoice(console)
    breakOffLate(voice)
    let event: AgentEvent
    do {
      let payload = try StandardInput.bytes(options: InputOptions(maxFileSize: Self.longestPayload))
      event = try hook.event(payload, contents: Self.contents)
    } catch {
      return try voice.say(hook.failure(Self.message(of: error), of: nil))
    }
    let answer: AgentAnswer
    do throws(GateError) {
      answer = hook.answer(try review(event, since: start), to: event)
    } catch {
      answer = hook.failure(error.message, of: event)
    }
    return try voice.say(answer)
  }

  private func review(
    _ event: AgentEvent, since start: ContinuousClock.Instant
  ) throws(GateError) -> Review {
    guard !event.sources.isEmpty || !event.changes.isEmpty else {
      return Gate.review(
        [], by: Policy(), version: ProgramVersion.current, rulesDigest: "", inputs: 0, bytes: 0)
    }
    // The policy is that of the base revision, as with what is staged.
    var options = options
    options.source = .staged
    let setup = ReviewSetup(options)
    var engine = try setup.engine()
    engine.scanners.keepUntilExit()
    if let folder = event.cwd { engine.place = engine.place.counting(from: folder) }
    let deadline = min(
      setup.timeout(engine) ?? AgentInstallation.deadline, AgentInstallation.deadline)
    let run = ReviewRun(
      engine, jobs: setup.jobs(engine), limits: ReviewRun.Limits(deadline: start + deadline))
    var result = run.review(event.sources)
    let changes = event.changes.map { change in
      var change = change
      change.path = engine.place.inRepository(change.path) ?? change.path
      return change
    }
    result.findings += GuardFindings(options: options, engine: engine).findings(changes)
    return engine.decide(result)
  }

  /// What a review that does not end is answered with, before the host gives the hook up.
  private func breakOffLate(_ voice: HookVoice) {
    let late = AgentInstallation.deadline + .seconds(5)
    DispatchQueue(label: "deadline").asyncAfter(
      deadline: .now() + .seconds(Int(late.components.seconds))
    ) { [hook] in
      let answer = hook.failure(
        "the review took longer than \(late.components.seconds) s and was broken off", of: nil)
      // Whoever is about to answer keeps the floor, and ends the process.
      if let status = try? voice.say(answer) { exit(status.rawValue) }
    }
  }

  /// The bytes of a file that an edit is about.
  private static func contents(of path: String) -> [UInt8]? {
    try? FileSource.contents(ofFile: path)
  }

  private static func message(of error: any Error) -> String {
    switch error {
    case let error as AgentHookError: error.message
    case let error as InputError: "standard input: \(error.message)"
    default: "\(error)"
    }
  }
}

/// Answers the host once.
private final class HookVoice: Sendable {
  private let console: Console
  private let hasSpoken = Mutex(false)

  init(_ console: Console) { self.console = console }

  /// The status to end with. Waits for ever where an answer was given already: that ends the process.
  func say(_ answer: AgentAnswer) throws(ConsoleError) -> ExitStatus {
    let isFirst = hasSpoken.withLock { hasSpoken in
      defer { hasSpoken = true }
      return !hasSpoken
    }
    guard isFirst else { while true { sleep(60) } }
    if !answer.standardError.isEmpty { try console.write(answer.standardError, to: .standardError) }
    if !answer.standardOutput.isEmpty { try console.write(answer.standardOutput) }
    return ExitStatus(rawValue: answer.status) ?? .notReviewed
  }
}

/// The folder of the project that an agent's host works in.
enum ProjectFolder {
  /// What hosts tell it by; else they start their hooks there.
  private static let variables = ["CLAUDE_PROJECT_DIR", "CURSOR_PROJECT_DIR", "GEMINI_PROJECT_DIR"]

  /// Makes it the current folder: where the agent has gone since is not where policies are looked for.
  static func enter() {
    for name in variables {
      if let value = getenv(name), value.pointee != 0, chdir(value) == 0 { return }
    }
  }
}
