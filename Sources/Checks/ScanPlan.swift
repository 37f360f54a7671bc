// What is worked out once of a catalog of rules, and shared by all workers: a set of patterns for
// everything that the bytes are searched for. The rules that come with the program have a set of
// their own, made when it was built; rules from files have another, made when they are loaded. What
// the two find is judged together, in the order of the rules, so that it does not matter which set a
// rule is in. Rules that are not in force stay in their set and are passed over.

import PatternEngine
import Rules
import SourceText

/// The rules of a review, ready to be run.
package struct ScanPlan: Sendable {
  package let checks: [RuleCategory: any Check]
  let validators: [String: Validator]
  let parts: [Part]
  /// Whether a rule is in force that looks for what is joined or encoded.
  let readsPieces: Bool
  /// Whether a rule is in force that looks for what programs do.
  let readsPrograms: Bool
  /// A rule is about personal data, which people write with the digits of their script.
  let readsOtherDigits: Bool

  /// Rules whose patterns are searched for together.
  struct Part: Sendable {
    let set: PatternSet
    let tables: PlanTables
    /// The filters of the set for each language, made on first use by any worker.
    let filters = SharedMemo<Language, Prefilter>()
    let rules: Source
    /// Which rules are in force; nil for all of them.
    let active: [Bool]?
    /// The place of each rule among those of all parts; nil where there is one part only.
    fileprivate let ranks: [Int]?

    enum Source: Sendable {
      case packed(RuleArchive)
      case loaded([Rule])
    }

    func rank(ofRule number: Int) -> Int { ranks?[number] ?? number }
  }

  /// Rules of different ids, in the order of their ids. Fails with the first rule whose pattern cannot
  /// be read.
  package init(
    rules: [Rule], checks: [any Check] = AllChecks.all(), validators: [Validator] = Validator.all
  ) throws(PatternSet.Failure) {
    try self.init(catalog: RuleCatalog(rules: rules), checks: checks, validators: validators)
  }

  /// The plan of a catalog. Costs little for the rules of an archive; the patterns of others are read.
  package init(
    catalog: RuleCatalog, checks: [any Check] = AllChecks.all(),
    validators: [Validator] = Validator.all
  ) throws(PatternSet.Failure) {
    self.checks = Dictionary(
      checks.map { ($0.category, $0) }, uniquingKeysWith: { first, _ in first })
    self.validators = Dictionary(
      validators.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var parts: [Part] = []
    let ranks = Self.ranks(catalog)
    if let archive = catalog.archive {
      var reader = PackedReader(archive.plan)
      let tables = PlanTables(&reader)
      parts.append(
        Part(
          set: PatternSet(index: PatternIndex(packed: archive.index)) {
            tables.pattern($0) { archive.pattern(at: $0) }
          }, tables: tables,
          rules: .packed(archive), active: catalog.active, ranks: ranks?.packed))
    }
    let loaded = catalog.loaded
    if !loaded.isEmpty || parts.isEmpty {
      let tables = PlanTables(loaded)
      parts.append(
        Part(
          set: try PatternSet(tables.patterns { loaded[$0].pattern }), tables: tables,
          rules: .loaded(loaded), active: nil, ranks: ranks?.loaded))
    }
    self.parts = parts
    readsPieces = Self.holdsRule(
      catalog, in: ["secrets/", "passwords/", "text/", "unsafe-apis/", "pii/"])
    readsPrograms = Self.holdsRule(catalog, in: ["unsafe-apis/"])
    readsOtherDigits = Self.holdsRule(catalog, in: ["pii/"])
  }

  private static func holdsRule(_ catalog: RuleCatalog, in folders: [String]) -> Bool {
    if catalog.archive != nil, catalog.active == nil { return true }
    func looks(_ id: RuleID) -> Bool { folders.contains(where: id.text.hasPrefix) }
    if catalog.loaded.contains(where: { looks($0.id) }) { return true }
    guard let archive = catalog.archive, let active = catalog.active else { return false }
    return active.indices.contains { active[$0] && looks(archive.id(at: $0)) }
  }

  /// Where each rule stands among all; nil where there are not two parts.
  private static func ranks(_ catalog: RuleCatalog) -> (packed: [Int], loaded: [Int])? {
    guard let archive = catalog.archive, !catalog.loaded.isEmpty else { return nil }
    var packed: [Int] = []
    var loaded: [Int] = []
    for number in 0..<archive.count {
      let id = archive.id(at: number)
      while loaded.count < catalog.loaded.count, catalog.loaded[loaded.count].id < id {
        loaded.append(packed.count + loaded.count)
      }
      packed.append(packed.count + loaded.count)
    }
    for _ in loaded.count..<catalog.loaded.count { loaded.append(packed.count + loaded.count) }
    return (packed, loaded)
  }

  /// What the engine knows of the patterns of a rule that was read from a file, by its place among
  /// those: the worst of them.
  package func facts(ofRule index: Int) -> PatternIndex.Facts? {
    guard let part = parts.last else { return nil }
    var worst: PatternIndex.Facts?
    for (pattern, use) in part.tables.uses.enumerated() {
      switch use {
      case .rule(index): return part.set.facts(of: pattern)
      case .anchor(let range)
      where part.tables.anchored[range].contains { part.tables.codeRules[$0] == index }:
        let facts = part.set.facts(of: pattern)
        if worst.map({ facts.cost > $0.cost }) ?? true { worst = facts }
      case .rule, .anchor: continue
      }
    }
    return worst
  }
}

extension RuleCatalog {
  /// All rules without their examples and all that a plan makes of them, for `RuleArchive`. Fails with
  /// the first rule whose pattern cannot be read.
  package func packed() throws(PatternSet.Failure) -> [UInt8] {
    let rules = rules
    let tables = PlanTables(rules)
    let index = try PatternIndex.pack(tables.patterns { rules[$0].pattern })
    return RuleArchive.encode(
      rules, digest: RuleCatalog(rules: rules).digest, plan: tables.packed,
      index: index)
  }
}
