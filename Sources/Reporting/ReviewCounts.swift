import Gate

/// How many findings there are of each kind; counted in one pass.
struct ReviewCounts {
  private var actions: [Verdict: Int] = [:]
  /// By the category's name, in its order; only those that occur.
  let categories: [(name: String, count: Int)]

  init(_ review: Review) {
    var byCategory: [String: Int] = [:]
    for decided in review.findings {
      actions[decided.action, default: 0] += 1
      byCategory[decided.finding.category.rawValue, default: 0] += 1
    }
    categories = byCategory.sorted { $0.key < $1.key }.map { (name: $0.key, count: $0.value) }
  }

  func findings(_ action: Verdict) -> Int { actions[action] ?? 0 }
}
