import Input
import ModelContext
import Reporting
import ReviewGate

/// `reviewgate mcp`: serves reviews and explanations to an agent, by the Model Context Protocol on standard
/// input and output, until the input ends.
struct ModelContextCommand {
  let options: CheckOptions
  let console: Console

  func run() throws(ConsoleError) -> ExitStatus {
    do throws(GateError) {
      let setup = ReviewSetup(options)
      let engine = try setup.engine()
      engine.scanners.keepUntilExit()
      let console = console
      let timeout = setup.timeout(engine)
      let host = ModelContextHost(
        ModelContextServer(version: ProgramVersion.current, reportSchema: ReportSchema.text),
        tools: ToolHandlers(
          review: { request, sign in
            let limits = ReviewRun.Limits(
              deadline: timeout.map { ContinuousClock.now + $0 }, isCancelled: { sign.isRaised })
            let review = engine.review(
              request.content, path: request.name ?? "<content>", name: request.name, limits: limits
            )
            return .report(ReportFormat.jsonLine(of: review))
          },
          explain: { rule in Self.page(of: rule, rulePaths: options.rulePaths) }),
        concurrent: setup.jobs(engine),
        write: { line in (try? console.write(line)) != nil })
      try serve(host)
      host.finish()
      return host.isAbandoned ? .notReviewed : .passed
    } catch {
      console.say(error.text)
      return .notReviewed
    }
  }

  private func serve(_ host: ModelContextHost) throws(GateError) {
    var lines = MessageLines()
    do throws(InputError) {
      while !host.isAbandoned, let bytes = try StandardInput.available() {
        for line in lines.add(bytes) { host.receive(line) }
      }
    } catch {
      throw GateError("standard input: \(error.message)")
    }
    if let line = lines.end() { host.receive(line) }
  }

  private static func page(of rule: String, rulePaths: [String]) -> ToolAnswer {
    do throws(GateError) {
      let catalog = try RuleLoading(rulePaths: rulePaths, needsExamples: true).catalog()
      return .page(try RulePage(id: rule, in: catalog).text)
    } catch {
      return .failed(error.message)
    }
  }
}
