import BuiltinRules
import Checks
import Rules

/// Which rules cost most over a folder's files, and with what: the comparisons that the prefilter makes
/// for them, the automata of their patterns, the judgement of what these match.
struct RuleCostBench {
  let folder: String
  let top: Int
  /// Only the rules whose id holds this.
  let only: String?
  let runs: Int

  func run() throws {
    let files = Files(folder)
    let documents = files.documents
    let bytes = documents.reduce(0) { $0 + $1.bytes.count }
    let catalog = BuiltinRules.catalog
    var costs = RuleCosts(try ScanPlan(catalog: catalog), clock: { Measuring.wallSeconds })
    // The first run unpacks rules and fills the automata, as that of any review does but once.
    for run in 0...runs {
      if run == 1 { costs.reset() }
      for document in documents { costs.add(document) }
    }
    let all = costs.costs
    let sum = all.reduce(0) { $0 + $1.seconds }
    let perRun = Double(runs)
    print(
      """
      \(folder): \(files.paths.count) files, \(bytes) bytes; \(catalog.count) rules, \(all.count) of them \
      cost anything; mean of \(runs) runs on one core
      the pass over the bytes, whatever the rules: \(written(costs.pass / perRun * 1e3)) ms; all rules: \
      \(written(sum / perRun * 1e3)) ms

      """)
    var table = Table(
      "rule", "share %", "ms", "compare", "search", "judge", "comparisons", "candidates", "matches",
      "hits")
    for cost in all.filter({ only.map($0.id.text.contains(_:)) ?? true }).prefix(top) {
      func each(_ count: Int) -> String { "\(count / runs)" }
      func milliseconds(_ seconds: Double) -> String { written(seconds / perRun * 1e3) }
      table.add(
        cost.id.text, written(cost.seconds / max(sum, 1e-12) * 100), milliseconds(cost.seconds),
        milliseconds(cost.compareSeconds), milliseconds(cost.searchSeconds),
        milliseconds(cost.judgeSeconds), each(cost.comparisons), each(cost.candidates),
        each(cost.matches), each(cost.hits))
    }
    table.show()
  }
}
