import Gate

/// How many findings of each action there are: in a file, of a rule, of a category.
struct Tally {
  private(set) var block = 0
  private(set) var flag = 0
  private(set) var approve = 0

  var all: Int { block + flag + approve }

  subscript(action: Verdict) -> Int {
    switch action {
    case .block: block
    case .flag: flag
    case .approve: approve
    }
  }

  mutating func count(_ action: Verdict) {
    switch action {
    case .block: block += 1
    case .flag: flag += 1
    case .approve: approve += 1
    }
  }

  /// Whether it has more of the worst than the other.
  func isWorse(than other: Tally) -> Bool {
    (block, flag, approve) > (other.block, other.flag, other.approve)
  }
}

/// Tallies by category, rule and file, taken in one pass; the worst come first, equals by name.
struct ReviewTallies {
  typealias Row = (name: String, tally: Tally)

  let categories: [Row]
  let rules: [Row]
  let files: [Row]

  init(_ review: Review) {
    var categories: [String: Tally] = [:]
    var rules: [String: Tally] = [:]
    var files: [String: Tally] = [:]
    for decided in review.findings {
      categories[decided.finding.category.rawValue, default: Tally()].count(decided.action)
      rules[decided.finding.rule.text, default: Tally()].count(decided.action)
      files[decided.finding.path, default: Tally()].count(decided.action)
    }
    self.categories = Self.sorted(categories)
    self.rules = Self.sorted(rules)
    self.files = Self.sorted(files)
  }

  private static func sorted(_ tallies: [String: Tally]) -> [Row] {
    tallies.map { (name: $0.key, tally: $0.value) }.sorted { left, right in
      if left.tally.isWorse(than: right.tally) { return true }
      if right.tally.isWorse(than: left.tally) { return false }
      return left.name < right.name
    }
  }
}
