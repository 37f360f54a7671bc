import Dispatch
import Gate
import Input
import ReviewGate
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What all verbs that review have in common: rules, policy and limits from options.
struct ReviewSetup {
  let objects = GitObjects()
  private let options: CheckOptions
  private let place = RepositoryPlace.current()

  init(_ options: CheckOptions) { self.options = options }

  /// Reads policy and rules, those of a change from its base revision.
  func engine() throws(GateError) -> ReviewEngine {
    let ahead = asksGit ? RulesAhead(options) : nil
    let loading = PolicyLoading(options: options, place: place, objects: objects)
    let policy = try loading.policy()
    if policy.rules.isEmpty, policy.licenses.indexes.isEmpty, let rules = try ahead?.rules() {
      return ReviewEngine(rules, policy: policy, place: place)
    }
    let base = try loading.baseRules(of: policy)
    let catalog = try RuleLoading(
      rulePaths: options.rulePaths
        + (base == nil ? policy.rules.map { place.policyFolder + "/" + $0 } : []),
      files: base ?? [], only: options.only, skip: options.skip
    ).catalog()
    return try ReviewEngine(catalog: catalog, policy: policy, place: place)
  }

  func jobs(_ engine: ReviewEngine) -> Int {
    options.jobs ?? engine.policy.limits.jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// The time that a review may take; nil for any.
  func timeout(_ engine: ReviewEngine) -> Duration? {
    options.timeout ?? engine.policy.limits.timeout.map { .milliseconds($0) }
  }

  func limits(
    _ engine: ReviewEngine, since start: ContinuousClock.Instant
  ) -> ReviewRun.Limits {
    ReviewRun.Limits(deadline: timeout(engine).map { start + $0 })
  }

  private var asksGit: Bool {
    switch options.source {
    case .staged, .diff: place.root != nil
    case .paths, .diffOnStandardInput: false
    }
  }
}

/// Gets the rules ready while git is asked for the policy: most policies bring none of their own.
private final class RulesAhead: Sendable {
  private let made = Mutex<Result<ReviewEngine.Rules, GateError>?>(nil)
  private let group = DispatchGroup()

  init(_ options: CheckOptions) {
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
      let result = Result { () throws(GateError) in
        let catalog = try RuleLoading(
          rulePaths: options.rulePaths, only: options.only, skip: options.skip
        ).catalog()
        return ReviewEngine.Rules(catalog: catalog, plan: try RuleLoading.plan(catalog))
      }
      made.withLock { $0 = result }
    }
  }

  /// Waits until they are ready.
  func rules() throws(GateError) -> ReviewEngine.Rules? {
    group.wait()
    return try made.withLock { $0 }?.get()
  }
}
