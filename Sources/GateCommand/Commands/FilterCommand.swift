import Checks
import Gate
import Input
import Reporting
import ReviewGate

/// `reviewgate filter`: lets standard input through if it may pass.
///
/// Nothing is written before the verdict is known. The report of what does not pass, or only with a look,
/// goes to standard error.
struct FilterCommand {
  let options: FilterOptions
  let console: Console

  private var review: CheckOptions { options.review }

  func run() throws(ConsoleError) -> ExitStatus {
    let start = ContinuousClock.now
    do throws(GateError) {
      let setup = ReviewSetup(review)
      let engine = try setup.engine()
      engine.scanners.keepUntilExit()
      let gate = Gatekeeper(
        engine: engine, jobs: setup.jobs(engine), limits: setup.limits(engine, since: start),
        input: InputOptions(
          maxFileSize: review.maxFileSize ?? engine.policy.limits.maximumFileSize,
          name: review.name, allowsEmpty: review.allowsEmpty),
        progress: ProgressBar.started(on: console, isWanted: review.showsProgress))
      let passage = gate.judge(masking: options.masks)
      gate.progress?.stop()
      let isReported = try ReportWriting(options: review, console: console).write(
        passage.review,
        onStandardErrorIf: passage.review.verdict != .approve || review.detail == .verbose)
      if passage.masked > 0, review.detail != .quiet {
        console.say(
          "reviewgate: \(counted(passage.masked, "value")) masked; the verdict is that of the masked text\n"
        )
      }
      let status = ExitStatus(
        of: passage.review.verdict, isComplete: passage.review.isComplete,
        failOn: review.failOn ?? engine.policy.failOn)
      guard isReported, status == .passed, let text = passage.text else {
        return isReported ? status : .notReviewed
      }
      try write(text)
      return .passed
    } catch {
      console.say(error.text)
      return .notReviewed
    }
  }

  private func write(_ text: Spool) throws(GateError) {
    do {
      try text.forEachPiece { try console.write($0) }
    } catch let error as InputError {
      throw GateError("the text could not be read again: \(error.message)")
    } catch {
      throw GateError("\(error)")
    }
  }
}

/// Judges standard input, as it is or masked.
private struct Gatekeeper {
  let engine: ReviewEngine
  let jobs: Int
  let limits: ReviewRun.Limits
  let input: InputOptions
  let progress: ProgressBar?

  struct Passage {
    var review: Review
    /// What may be let through; nil where there is nothing to judge.
    var text: Spool?
    var masked = 0
  }

  func judge(masking: ReviewRun.Wants.Masks?) -> Passage {
    let text: Spool
    do throws(InputError) {
      text = try Spool(readingStandardInput: input)
    } catch {
      return failed(error.message)
    }
    if text.count == 0, !input.allowsEmpty { return failed(CheckCommand.emptyInput) }
    let first = result(of: text, ReviewRun.Wants(frames: true, masking: masking))
    guard masking != nil, !first.maskings.isEmpty else {
      return Passage(review: engine.decide(first), text: text)
    }
    do {
      let masked = try text.replacing(first.maskings.map { ($0.range, $0.replacement) })
      // What passes is what was reviewed.
      let second = result(of: masked, ReviewRun.Wants(frames: true))
      return Passage(review: engine.decide(second), text: masked, masked: first.maskings.count)
    } catch {
      return failed((error as? InputError)?.message ?? "\(error)")
    }
  }

  private func result(of text: Spool, _ wants: ReviewRun.Wants) -> ReviewRun.Result {
    let input = input
    let source = InputSource(path: path) { text.read(options: input) }
    return ReviewRun(
      engine, jobs: jobs, limits: limits, wants: wants, progress: progress?.progress
    ).review([source])
  }

  private func failed(_ message: String) -> Passage {
    var result = ReviewRun.Result()
    result.errors.append(ReviewError(path: path, message: message))
    return Passage(review: engine.decide(result), text: nil)
  }

  private var path: String { input.name ?? StandardInput.unnamed }
}
