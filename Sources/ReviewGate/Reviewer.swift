import BuiltinRules
import Checks
import Dispatch
import Gate
import Input
import Reporting
import Rules
import Synchronization

/// Reviews texts inside a program, such as a server that passes on what a model writes.
///
/// Make one and keep it: rules and policy are read once. It is safe to use from any number of tasks at
/// a time, each review takes one thread while it runs. Nothing is read from the disk but what `init` is
/// told to, nothing is written, and nothing of the text is executed.
///
/// ```swift
/// let reviewer = try Reviewer()
/// let review = try await reviewer.review(answer, name: "reply.md")
/// guard review.verdict != .block else { … review.findings … }
/// ```
public struct Reviewer: Sendable {
  private let engine: ReviewEngine

  /// A reviewer with the built-in rules.
  ///
  /// - Parameters:
  ///   - policy: what stands in a `.reviewgate.toml`; its paths are counted from the root of the
  ///     repository that the process stands in, or from the current folder.
  ///   - rulePaths: further rule files and folders.
  ///   - only: categories, rule ids or globs of ids; empty for all.
  ///   - skip: likewise, the rules that are left out.
  /// - Throws: ``GateError`` with every fault of the policy and of the rule files.
  public init(
    policy: String = "", rulePaths: [String] = [], only: [String] = [], skip: [String] = []
  ) throws {
    let read: Policy
    do throws(PolicyError) {
      read = try PolicyFile.decode(Array(policy.utf8), file: "policy")
    } catch {
      throw GateError(error.description)
    }
    let catalog = try RuleLoading(
      rulePaths: rulePaths + read.rules, only: only, skip: skip
    ).catalog()
    engine = try ReviewEngine(catalog: catalog, policy: read, place: .current())
  }

  /// Reviews a text.
  ///
  /// An empty text, one that looks binary, and one that `timeout` cuts off come back as reviews that are
  /// not complete, and whose verdict is at least ``TextReview/Verdict/flag``. Costs time and memory linear
  /// in the text.
  ///
  /// - Parameters:
  ///   - name: decides on language and form: `app.py`, `reply.md`, `change.diff`. Nil where it has none.
  ///   - timeout: nil for the one of the policy, or none.
  /// - Throws: `CancellationError` soon after the task was canceled.
  public func review(
    _ text: String, name: String? = nil, timeout: Duration? = nil
  ) async throws -> TextReview {
    try await review(Array(text.utf8), name: name, timeout: timeout)
  }

  /// Reviews a text whose encoding is told by its bytes: UTF-8, UTF-16, UTF-32.
  public func review(
    _ bytes: [UInt8], name: String? = nil, timeout: Duration? = nil
  ) async throws -> TextReview {
    let isCancelled = Flag()
    let review = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // A thread of its own kind: a review computes for long, and must not hold up other tasks.
        DispatchQueue.global().async {
          let timeout = timeout ?? engine.policy.limits.timeout.map { .milliseconds($0) }
          let limits = ReviewRun.Limits(
            deadline: timeout.map { ContinuousClock.now + $0 },
            isCancelled: { isCancelled.isSet })
          continuation.resume(
            returning: engine.review(bytes, path: name ?? "text", name: name, limits: limits))
        }
      }
    } onCancel: {
      isCancelled.set()
    }
    try Task.checkCancellation()
    return TextReview(review)
  }
}

/// Set once, from any thread.
private final class Flag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .relaxed) }

  func set() { value.store(true, ordering: .relaxed) }
}
