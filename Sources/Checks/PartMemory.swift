import PatternEngine
import Rules
import SourceText

/// What one worker has unpacked of a part of a plan, when it was first asked for: rules, structural
/// patterns, and what a language asks for. Never shared.
final class PartMemory {
  private let part: ScanPlan.Part
  private let patterns: PatternCache
  private var rules: [Rule?]
  private var codePatterns: [CompiledPattern?]
  private var groups: [Int: Groups] = [:]
  private var wanted: [Language: Wanted] = [:]

  /// Which rules are in force and about a language, and the filter for what they ask for.
  struct Wanted {
    var rules: [Bool]
    var filter: Prefilter
    /// Leaves out what a document cannot have; nil where nothing can be.
    var narrowing: PatternNarrowing?
  }

  /// The groups of a pattern.
  struct Groups {
    /// The names of those that have one, by index.
    var names: [String?]
    /// The index of that which is reported; nil where it is the whole match.
    var value: Int?

    /// The ranges of a match by the names of its groups.
    func named(_ ranges: [Range<Int>?]) -> [String: Range<Int>] {
      var groups: [String: Range<Int>] = [:]
      for (index, name) in names.enumerated() {
        guard let name, let range = ranges[index] else { continue }
        groups[name] = range
      }
      return groups
    }
  }

  init(_ part: ScanPlan.Part, _ patterns: PatternCache) {
    self.part = part
    self.patterns = patterns
    rules = Array(repeating: nil, count: part.tables.scopes.count)
    codePatterns = Array(repeating: nil, count: part.tables.codeRules.count)
  }

  func rule(_ number: Int) -> Rule {
    if let known = rules[number] { return known }
    let rule =
      switch part.rules {
      case .packed(let archive): archive[number]
      case .loaded(let loaded): loaded[number]
      }
    rules[number] = rule
    return rule
  }

  /// A structural pattern; nil for one that cannot be read, which is in no anchor's list.
  func codePattern(_ number: Int) -> CompiledPattern? {
    if let known = codePatterns[number] { return known }
    let owner = part.tables.codeRules[number]
    guard case .code(let texts) = rule(owner).matcher else { return nil }
    let place = number - part.tables.codeStarts[owner]
    let pattern = (place < texts.count ? try? CodePattern(texts[place], of: rule(owner)) : nil)
      .map { CompiledPattern($0, patterns) }
    codePatterns[number] = pattern
    return pattern
  }

  /// The matches of a structural pattern whose anchor is a token. `mayFollow` is asked before values
  /// are followed.
  func codeMatches(
    _ number: Int, anchor token: Int, in scan: DocumentScan, mayFollow: @escaping () -> Bool
  ) -> [CodeMatcher.Result] {
    guard let pattern = codePattern(number) else { return [] }
    return CodeMatcher.matches(pattern, anchor: token, in: scan, mayFollow: mayFollow)
  }

  /// The structural patterns to try at an anchor word, of those that a language asks for.
  func patterns(
    anchored: Range<Int>, at token: Int, in scan: DocumentScan, _ wanted: Wanted,
    _ body: (_ pattern: Int, _ rule: Int) -> Void
  ) {
    let tables = part.tables
    var place: (surroundings: AnchorSurroundings, mayBeRenamed: Bool)?
    for pattern in tables.anchored[anchored] {
      let rule = tables.codeRules[pattern]
      guard wanted.rules[rule] else { continue }
      let known =
        place
        ?? (
          AnchorSurroundings(token, in: scan.walk),
          scan.walk.kind(token) == .string || !scan.imports.bindings.isEmpty
        )
      place = known
      if tables.needs.mayMatch(
        pattern, known.surroundings, mayBeRenamed: known.mayBeRenamed, scan.walk.slots)
      {
        body(pattern, rule)
      }
    }
  }

  func wanted(in language: Language) -> Wanted {
    if let known = wanted[language] { return known }
    let tables = part.tables
    let isListAbout = tables.languageLists.map { list in
      list.isEmpty || list.contains(where: language.includes)
    }
    let rules = tables.scopes.enumerated().map { number, scope in
      isListAbout[scope.languages] && part.active?[number] ?? true
    }
    let filter = part.filters.value(of: language) {
      part.set.filter { pattern in
        switch tables.uses[pattern] {
        case .rule(let rule): rules[rule]
        case .anchor(let range): tables.anchored[range].contains { rules[tables.codeRules[$0]] }
        }
      }
    }
    let conditional = tables.documentNeeds.rules.filter { rules[$0] }
    let made = Wanted(
      rules: rules, filter: filter,
      narrowing: conditional.isEmpty
        ? nil
        : part.set.narrowing(
          of: filter, conditional: conditional.compactMap { patternOfRule[$0] }))
    wanted[language] = made
    return made
  }

  /// The patterns to look for in a document; nil for all that its language asks for.
  func choice(for scan: DocumentScan, _ wanted: Wanted) -> PatternChoice? {
    guard let narrowing = wanted.narrowing else { return nil }
    let rules = part.tables.documentNeeds.ruledOut(of: scan)
    return narrowing.without(rules.compactMap { patternOfRule[$0] })
  }

  /// The pattern of each rule that is no structural one.
  private lazy var patternOfRule: [Int: Int] = Dictionary(
    part.tables.uses.enumerated().compactMap { pattern, use in
      if case .rule(let rule) = use { (rule, pattern) } else { nil }
    }, uniquingKeysWith: { first, _ in first })

  var ruleCount: Int { part.tables.scopes.count }

  func hasPaths(_ rule: Int) -> Bool { part.tables.scopes[rule].hasPaths }

  /// The groups of a pattern of the set.
  func groups(of pattern: Int) -> Groups {
    if let known = groups[pattern] { return known }
    let names = part.set.groupNames(of: pattern)
    let made = Groups(names: names, value: names.firstIndex(of: "value"))
    groups[pattern] = made
    return made
  }
}
