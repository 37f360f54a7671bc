import Checks
import Gate
import Input
import Reporting
import Rules
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `reviewgate check`: reads what is asked for, reviews it, and reports.
struct CheckCommand {
  let options: CheckOptions
  let console: Console

  func run() throws(ConsoleError) -> ExitStatus {
    let start = ContinuousClock.now
    do throws(CommandError) {
      let place = RepositoryPlace.current()
      let objects = GitObjects()
      let loading = PolicyLoading(options: options, place: place, objects: objects)
      let policy = try loading.policy()
      let base = try loading.baseRules(of: policy)
      let catalog = try RuleLoading(
        rulePaths: options.rulePaths
          + (base == nil ? policy.rules.map { place.policyFolder + "/" + $0 } : []),
        files: base ?? [], only: options.only, skip: options.skip
      ).catalog()
      let plan = try RuleLoading.plan(
        catalog, codeIndexes: try CodeIndexFile.open(policy.licenses.indexes, in: place))
      let prepared = ContinuousClock.now
      let list = try inputs(policy, objects)
      let timeout = options.timeout ?? policy.limits.timeout.map { .milliseconds($0) }
      let run = ReviewRun(
        plan: plan, place: place, deadline: timeout.map { start + $0 },
        jobs: options.jobs ?? policy.limits.jobs ?? Self.processors,
        isFramed: ([options.format] + options.reportFiles.map(\.format)).contains(
          where: \.showsFrames))
      var result = run.review(list.sources)
      result.skipped += list.skipped.map { SkippedInput(path: $0.path, reason: $0.reason) }
      result.errors += list.errors.map { ReviewError(path: $0.path, message: $0.message) }
      judgeEmptiness(&result)
      result.findings += guardFindings(list.changes, catalog, policy, place)
      let review = Gate.review(
        result.findings, by: policy, version: Program.version, rulesDigest: catalog.digest,
        inputs: result.inputs, bytes: result.bytes, skipped: result.skipped,
        errors: result.errors, place: place.fromRoot)
      let written = try report(review)
      if options.showsStatistics {
        tellStatistics(review, catalog, prepared - start, ContinuousClock.now - start)
      }
      guard written else { return .notReviewed }
      let failOn = options.failOn ?? policy.failOn
      return ExitStatus(of: review.verdict, isComplete: review.isComplete, failOn: failOn)
    } catch {
      console.say(error.text)
      return .notReviewed
    }
  }

  private static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  // MARK: - Inputs

  private func inputs(
    _ policy: Policy, _ objects: GitObjects
  ) throws(CommandError) -> InputList {
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

  private static let emptyInput =
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

  // MARK: - Guards

  /// What the change under review does to what guards the repository.
  private func guardFindings(
    _ changes: [FileChange], _ catalog: RuleCatalog, _ policy: Policy, _ place: RepositoryPlace
  ) -> [Finding] {
    guard !changes.isEmpty, let rule = catalog[GuardCheck.rule] else { return [] }
    let named = (options.rulePaths + [options.policyFile].compactMap { $0 }).compactMap {
      place.inRepository($0)
    }
    let inPolicy = (policy.rules + policy.licenses.indexes).compactMap {
      place.inRepository($0, from: place.policyFolder)
    }
    // A file, or all that lies below a folder.
    let others = (named + inPolicy).flatMap { ["/" + $0, "/" + $0 + "/"] }.map {
      GuardedPath(Glob($0), .policy)
    }
    return changes.compactMap { GuardCheck.finding($0, others: others, rule: rule) }
  }

  // MARK: - Reports

  /// False where a report file could not be written.
  private func report(_ review: Review) throws(CommandError) -> Bool {
    let finishedAt = Int(time(nil))
    let reporting = ReportOptions(
      detail: options.detail, isColored: console.isColored(options.color),
      width: console.width ?? 100, finishedAt: finishedAt)
    do {
      try options.format.write(review, options: reporting) { try console.write($0) }
    } catch {
      throw CommandError("\(error)")
    }
    var isWritten = true
    for file in options.reportFiles {
      let plain = ReportOptions(
        detail: options.detail, isColored: false, width: 100, finishedAt: finishedAt)
      if let failure = Self.write(file, review, plain) {
        console.say("reviewgate: \(file.path): \(failure)\n")
        isWritten = false
      }
    }
    return isWritten
  }

  /// Writes a report file; what went wrong, or nil.
  private static func write(
    _ file: ReportFile, _ review: Review, _ options: ReportOptions
  ) -> String? {
    OutputFile.write(file.path) { put in try file.format.write(review, options: options, to: put) }
  }

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
