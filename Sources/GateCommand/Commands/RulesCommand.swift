import Checks
import Input
import ReviewGate
import Rules
import SourceText

/// `reviewgate rules list|show|test` and `reviewgate explain`.
struct RulesCommand {
  let options: RulesOptions
  let console: Console

  func run() throws(ConsoleError) -> ExitStatus {
    do throws(GateError) {
      switch options.action {
      case .list: return try list()
      case .show(let ids): return try show(ids)
      case .test(let paths): return try test(paths)
      }
    } catch {
      console.say(error.text)
      return .notReviewed
    }
  }

  private func write(_ text: String) throws(GateError) {
    do {
      try console.write(text)
    } catch {
      throw GateError(error.description)
    }
  }

  private func list() throws(GateError) -> ExitStatus {
    let catalog = try RuleLoading(
      rulePaths: options.rulePaths, only: options.only, skip: options.skip
    ).catalog()
    let rules = catalog.rules
    let width = rules.map { $0.id.text.utf8.count }.max() ?? 0
    var text = ""
    for rule in rules {
      if options.detail == .quiet {
        text += rule.id.text + "\n"
      } else {
        let gap = String(repeating: " ", count: width - rule.id.text.utf8.count)
        let level = rule.severity.rawValue + "/" + rule.confidence.rawValue
        let levelGap = String(repeating: " ", count: max(0, 15 - level.utf8.count))
        text += "\(rule.id)\(gap)  \(level)\(levelGap)  \(rule.title)\n"
      }
    }
    if options.detail != .quiet { text += "\(rules.count) rules\n" }
    try write(text)
    return .passed
  }

  private func show(_ ids: [String]) throws(GateError) -> ExitStatus {
    let catalog = try RuleLoading(rulePaths: options.rulePaths, needsExamples: true).catalog()
    for id in ids { try write(try RulePage(id: id, in: catalog).text) }
    return .passed
  }

  private func test(_ paths: [String]) throws(GateError) -> ExitStatus {
    let loading = RuleLoading(
      rulePaths: options.rulePaths + paths, only: options.only, skip: options.skip,
      needsExamples: true)
    let own = Set(paths)
    var rules = try loading.catalog().rules
    if !paths.isEmpty {
      rules = rules.filter { rule in
        own.contains { rule.source.file == $0 || rule.source.file.hasPrefix($0) }
      }
    }
    let selfTest = RuleSelfTest(
      checks: AllChecks.all(RuleLoading.data), takeApart: Self.takeApart)
    let failures = rules.flatMap { selfTest.failures(of: $0, seeds: Self.seeds) }
    for failure in failures { console.say("reviewgate: \(failure)\n") }
    let examples = rules.reduce(0) { $0 + $1.examples.count }
    try write(
      "\(rules.count) rule\(rules.count == 1 ? "" : "s"), \(examples) examples: "
        + (failures.isEmpty
          ? "all hold\n" : "\(failures.count) \(failures.count == 1 ? "does" : "do") not hold\n"))
    return failures.isEmpty ? .passed : .notReviewed
  }

  /// How many fillings each example is tried with.
  private static let seeds = 5

  /// Takes an example apart as a review would.
  private static func takeApart(_ bytes: [UInt8], _ name: String) -> [Document] {
    guard case .text(let text) = ReviewText.read(bytes, path: name) else { return [] }
    return text.documents
  }
}

/// A rule as a page for people.
struct RulePage {
  private let rule: Rule

  init(id: String, in catalog: RuleCatalog) throws(GateError) {
    guard let known = RuleID(id), let rule = catalog[known] else {
      let near =
        nearest(to: id, in: catalog.rules.map(\.id.text))
        ?? catalog.rules.first { $0.id.text.hasSuffix("/" + id) || $0.title == id }?.id.text
      throw GateError(
        "no rule '\(id)'" + (near.map { "; did you mean \($0)?" } ?? "")
          + "\n  (reviewgate rules list names them all)")
    }
    self.rule = rule
  }

  var text: String {
    var text = "\(rule.id): \(rule.title)\n"
    text += "  severity \(rule.severity.rawValue), confidence \(rule.confidence.rawValue)"
    text += rule.languages.isEmpty ? "\n" : ", in \(rule.languages.joined(separator: ", "))\n"
    text += "  why: \(rule.why)\n  fix: \(rule.fix)\n"
    for reference in rule.references { text += "  see: \(reference)\n" }
    switch rule.matcher {
    case .pattern(let pattern): text += "  pattern: \(pattern)\n"
    case .code(let codes): for code in codes { text += "  code: \(code)\n" }
    case .recognizer(let recognizer): text += "  recognizer: \(recognizer.rawValue)\n"
    }
    let conditions = rule.conditions
    for (key, texts) in [
      ("all", conditions.all), ("not", conditions.not), ("inside", conditions.inside),
      ("not inside", conditions.notInside), ("lacks", conditions.lacks),
      ("where", conditions.texts.map { "$\($0.name) ~ \($0.pattern)" }),
      ("where not", conditions.otherTexts.map { "$\($0.name) ~ \($0.pattern)" }),
    ] {
      for condition in texts { text += "  \(key): \(condition)\n" }
    }
    if !conditions.sources.isEmpty {
      text += "  from: \(conditions.sources.map(\.rawValue).joined(separator: ", "))\n"
    }
    if !conditions.cleaners.isEmpty {
      text += "  cleared by: \(conditions.cleaners.joined(separator: ", "))\n"
    }
    if !rule.zones.isEmpty {
      text += "  zones: \(rule.zones.map(\.name).joined(separator: ", "))\n"
    }
    if !rule.validators.isEmpty {
      text += "  validate: \(rule.validators.joined(separator: ", "))\n"
    }
    for example in rule.examples {
      let lines = example.text.split(separator: "\n", omittingEmptySubsequences: false)
      text += "  \(example.isMatch ? "match" : "no match"): "
      text += lines.joined(separator: "\n    ") + "\n"
    }
    text += "  source: \(rule.source.file):\(rule.source.line)\n"
    return text
  }
}
