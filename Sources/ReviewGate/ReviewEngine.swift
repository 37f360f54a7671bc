import Checks
import Gate
import Input
import Rules
import SourceText

/// Rules and policy, ready for any number of reviews.
package struct ReviewEngine: Sendable {
  package let catalog: RuleCatalog
  package let policy: Policy
  /// Leads from a report's path to the path that fingerprints are made of and that policies speak of.
  package var place: RepositoryPlace
  package let scanners: ScannerPool

  /// Opens the code indexes that the policy names. Costs little for the built-in rules; the patterns of
  /// others are read.
  package init(
    catalog: RuleCatalog, policy: Policy, place: RepositoryPlace
  ) throws(GateError) {
    let plan = try RuleLoading.plan(
      catalog, codeIndexes: try CodeIndexFile.open(policy.licenses.indexes, in: place))
    self.init(Rules(catalog: catalog, plan: plan), policy: policy, place: place)
  }

  /// Rules that are ready before the policy is known.
  package struct Rules: Sendable {
    package let catalog: RuleCatalog
    package let plan: ScanPlan

    package init(catalog: RuleCatalog, plan: ScanPlan) {
      self.catalog = catalog
      self.plan = plan
    }
  }

  /// With rules of a policy that adds none and names no code indexes.
  package init(_ rules: Rules, policy: Policy, place: RepositoryPlace) {
    catalog = rules.catalog
    self.policy = policy
    self.place = place
    scanners = ScannerPool(rules.plan)
  }

  /// What the policy makes of what was found.
  package func decide(_ result: ReviewRun.Result) -> Review {
    Gate.review(
      result.findings, by: policy, version: ProgramVersion.current, rulesDigest: catalog.digest,
      inputs: result.inputs, bytes: result.bytes, skipped: result.skipped,
      errors: result.errors, place: place.fromRoot)
  }

  /// Reviews one text that is held in memory, on the calling thread.
  ///
  /// `name` decides on language and form, nil for what has no name; `path` is what the report calls it.
  package func review(
    _ bytes: [UInt8], path: String, name: String?, limits: ReviewRun.Limits = .none,
    progress: ReviewProgress? = nil
  ) -> Review {
    let source = InputSource(path: path) {
      if bytes.isEmpty { return .failed(message: "the text is empty: nothing was reviewed") }
      let result = ReviewText.read(bytes, path: path, name: name)
      // It was to be reviewed and cannot be.
      if case .skipped = result { return .failed(message: InputError.binary.message) }
      return result
    }
    return decide(ReviewRun(self, jobs: 1, limits: limits, progress: progress).review([source]))
  }
}
