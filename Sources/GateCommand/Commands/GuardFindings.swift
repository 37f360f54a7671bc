import Checks
import ReviewGate
import SourceText

/// What changes under review do to what guards the repository.
struct GuardFindings {
  let options: CheckOptions
  let engine: ReviewEngine

  func findings(_ changes: [FileChange]) -> [Finding] {
    guard !changes.isEmpty, let rule = engine.catalog[GuardCheck.rule] else { return [] }
    let place = engine.place
    let named = (options.rulePaths + [options.policyFile].compactMap { $0 }).compactMap {
      place.inRepository($0)
    }
    let inPolicy = (engine.policy.rules + engine.policy.licenses.indexes).compactMap {
      place.inRepository($0, from: place.policyFolder)
    }
    // A file, or all that lies below a folder.
    let others = (named + inPolicy).flatMap { ["/" + $0, "/" + $0 + "/"] }.map {
      GuardedPath(Glob($0), .policy)
    }
    return changes.compactMap { GuardCheck.finding($0, others: others, rule: rule) }
  }
}
