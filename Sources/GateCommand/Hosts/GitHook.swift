import Input
import ReviewGate

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `reviewgate hook git`: the review of a commit that is about to be made, called by git's hook or by
/// pre-commit (pre-commit.com).
///
/// git's hooks review what is staged. pre-commit also runs hooks where nothing is: it then tells a range in
/// `PRE_COMMIT_FROM_REF` and `PRE_COMMIT_TO_REF`, or, under `--all-files`, nothing at all. So with nothing
/// staged and outside of a commit all files are reviewed, rather than nothing approved.
struct GitHook {
  /// How to review and report; its source is what ``source()`` says.
  var options: CheckOptions
  let console: Console
  var environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }

  func run() throws(ConsoleError) -> ExitStatus {
    do throws(GateError) {
      var options = options
      options.source = try source()
      if isUnderPreCommit {
        console.say("reviewgate: \(Self.words(for: options.source))\n")
      }
      let status = try review(options)
      // git itself says nothing when a hook refuses.
      if !isUnderPreCommit, let reason = Self.refusal(for: status) {
        console.say("reviewgate: the commit is refused: \(reason)\n")
      }
      return status
    } catch {
      console.say(error.text)
      return .notReviewed
    }
  }

  /// What is about to be committed or pushed.
  func source() throws(GateError) -> CheckOptions.Source {
    guard isUnderPreCommit else { return .staged }
    do throws(InputError) {
      let isCommit = value("GIT_INDEX_FILE") != nil
      if let first = value("PRE_COMMIT_FROM_REF"), let second = value("PRE_COMMIT_TO_REF") {
        // Left over from elsewhere they must not hide what is about to be committed.
        if isCommit, try GitPlaces.hasStagedChanges() { return .staged }
        guard !first.hasPrefix("-"), !second.hasPrefix("-") else {
          throw .git("PRE_COMMIT_FROM_REF or PRE_COMMIT_TO_REF is no revision")
        }
        return .diff(try GitPlaces.range(from: first, to: second))
      }
      // A push of all that there is, to where there is nothing yet.
      if value("PRE_COMMIT_REMOTE_BRANCH") != nil { return .paths(["."]) }
      // git names the index to hooks of a commit; one that stages nothing brings nothing.
      if isCommit { return .staged }
      return try GitPlaces.hasStagedChanges() ? .staged : .paths(["."])
    } catch {
      throw GateError(error.message)
    }
  }

  private var isUnderPreCommit: Bool { value("PRE_COMMIT") != nil }

  /// A variable that is set to something.
  private func value(_ name: String) -> String? {
    environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  private func review(_ options: CheckOptions) throws(GateError) -> ExitStatus {
    do throws(ConsoleError) {
      return try CheckCommand(options: options, console: console).run()
    } catch {
      throw GateError("\(error)")
    }
  }

  private static func words(for source: CheckOptions.Source) -> String {
    switch source {
    case .staged: "reviewing what is staged"
    case .diff: "reviewing what changed between the revisions that pre-commit names"
    case .paths, .diffOnStandardInput: "nothing is staged: reviewing all files"
    }
  }

  private static func refusal(for status: ExitStatus) -> String? {
    switch status {
    case .passed: nil
    case .blocked: "what is reported above must not be committed"
    case .flagged: "someone must look at what is reported above"
    case .notReviewed: "it was not reviewed, or not wholly"
    }
  }
}
