import Checks
import Gate
import Input
import Reporting
import ReviewGate
import Rules
import SourceText

/// `reviewgate check`: reads what is asked for, reviews it, and reports.
struct CheckCommand {
  let options: CheckOptions
  let console: Console

  func run() throws(ConsoleError) -> ExitStatus {
    let start = ContinuousClock.now
    do throws(GateError) {
      let reports = ReportWriting(options: options, console: console)
      let (review, engine, prepared) = try review(since: start, showingFrames: reports.showsFrames)
      let isWritten = try reports.write(review)
      if options.showsStatistics {
        tellStatistics(review, engine.catalog, prepared - start, ContinuousClock.now - start)
      }
      guard isWritten else { return .notReviewed }
      let failOn = options.failOn ?? engine.policy.failOn
      return ExitStatus(of: review.verdict, isComplete: review.isComplete, failOn: failOn)
    } catch {
      console.say(error.text)
      return .notReviewed
    }
  }

  /// Tells in full what is found under fingerprints that begin so.
  func explain(_ fingerprint: String) throws(ConsoleError) -> ExitStatus {
    do throws(GateError) {
      var (review, _, _) = try review(since: .now, showingFrames: true)
      review.findings.removeAll { !$0.finding.fingerprint.hasPrefix(fingerprint) }
      review.verdict = review.findings.map(\.action).max() ?? .approve
      review.skipped = []
      guard !review.findings.isEmpty else {
        throw GateError(
          "no finding there has a fingerprint that begins with \(fingerprint): it may be mended, or lie "
            + "elsewhere\n  (reviewgate explain \(fingerprint) PATH, or --staged, or --diff REV)")
      }
      _ = try ReportWriting(options: options, console: console).write(review)
      return .passed
    } catch {
      console.say(error.text)
      return .notReviewed
    }
  }

  /// Reads and reviews what the options name; and when the rules were ready.
  private func review(
    since start: ContinuousClock.Instant, showingFrames: Bool
  ) throws(GateError) -> (Review, ReviewEngine, prepared: ContinuousClock.Instant) {
    let setup = ReviewSetup(options)
    let engine = try setup.engine()
    engine.scanners.keepUntilExit()
    let prepared = ContinuousClock.now
    let list = try inputs(engine.policy, setup.objects)
    let bar = ProgressBar.started(
      inputs: list.sources.count, on: console,
      isWanted: options.showsProgress && !isTyped)
    let run = ReviewRun(
      engine, jobs: setup.jobs(engine), limits: setup.limits(engine, since: start),
      wants: ReviewRun.Wants(frames: showingFrames), progress: bar?.progress)
    var result = run.review(list.sources)
    bar?.stop()
    result.skipped += list.skipped.map { SkippedInput(path: $0.path, reason: $0.reason) }
    result.errors += list.errors.map { ReviewError(path: $0.path, message: $0.message) }
    judgeEmptiness(&result)
    result.findings += GuardFindings(options: options, engine: engine).findings(list.changes)
    return (engine.decide(result), engine, prepared)
  }

  // MARK: - Inputs

  /// Whether somebody types what is reviewed: a bar would be drawn over it.
  private var isTyped: Bool {
    let readsStandardInput =
      switch options.source {
      case .paths(let paths): paths.contains("-")
      case .diffOnStandardInput: true
      case .staged, .diff: false
      }
    return readsStandardInput && console.isTerminal(.standardInput)
  }

  private func inputs(
    _ policy: Policy, _ objects: GitObjects
  ) throws(GateError) -> InputList {
    let input = InputOptions(
      excludes: options.excludes + policy.exclude, obeysIgnoreFiles: options.obeysIgnoreFiles,
      maxFileSize: options.maxFileSize ?? policy.limits.maximumFileSize, name: options.name,
      allowsEmpty: options.allowsEmpty)
    switch options.source {
    case .staged: return GitChange.staged(options: input, objects: objects)
    case .diff(let revisions):
      return GitChange.diff(revisions: revisions, options: input, objects: objects)
    case .diffOnStandardInput:
      do throws(InputError) {
        let bytes = try StandardInput.bytes(options: input)
        var list = DiffText.list(bytes, options: input)
        if bytes.isEmpty, !options.allowsEmpty {
          list.errors.append((StandardInput.unnamed, Self.emptyInput))
        }
        return list
      } catch {
        return InputList(errors: [(StandardInput.unnamed, error.message)])
      }
    case .paths(let paths):
      let files = paths.filter { $0 != "-" }
      var list = InputList()
      if !files.isEmpty { list = FileSource.list(paths: files, options: input) }
      if paths.contains("-") {
        let path = options.name ?? StandardInput.unnamed
        let allowsEmpty = options.allowsEmpty
        list.sources.append(
          InputSource(path: path) {
            let result = StandardInput.read(options: input)
            if case .text(let text) = result, text.byteCount == 0, !allowsEmpty {
              return .failed(message: Self.emptyInput)
            }
            return result
          })
      }
      return list
    }
  }

  static let emptyInput =
    "standard input is empty: nothing was reviewed (--allow-empty if that is right)"

  /// A list of paths in which there was nothing to review must not look like an approval.
  private func judgeEmptiness(_ result: inout ReviewRun.Result) {
    guard case .paths(let paths) = options.source, !options.allowsEmpty, result.inputs == 0,
      result.errors.isEmpty
    else { return }
    let reasons = Set(result.skipped.map(\.reason)).sorted().joined(separator: ", ")
    let why = reasons.isEmpty ? "" : ": \(reasons)"
    result.errors.append(
      ReviewError(
        path: paths.joined(separator: " "),
        message: "nothing could be reviewed there\(why) (--allow-empty if that is right)"))
  }

  // MARK: - Statistics

  private func tellStatistics(
    _ review: Review, _ catalog: RuleCatalog, _ preparing: Duration, _ total: Duration
  ) {
    func milliseconds(_ duration: Duration) -> String {
      let parts = duration.components
      let tenths = parts.seconds * 10_000 + parts.attoseconds / 100_000_000_000_000
      return "\(tenths / 10).\(tenths % 10) ms"
    }
    console.say(
      """
      reviewgate: \(catalog.count) rules, \(review.inputs) inputs, \(review.bytes) bytes, \
      \(review.findings.count) findings; rules ready after \(milliseconds(preparing)), \
      done after \(milliseconds(total))

      """)
  }
}
