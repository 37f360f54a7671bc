import Gate
import Input
import ReviewGate

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
    let loading = PolicyLoading(options: options, place: place, objects: objects)
    let policy = try loading.policy()
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
}
