import PatternEngine
import Rules

/// What the patterns of a set are used for, and what a scan asks of its rules before it looks at any
/// of them. Worked out of rules, or packed beside them when the program is built.
///
/// A rule with a pattern takes part with that pattern; a structural rule with the words that its
/// patterns are anchored at. Rules, patterns and structural patterns are numbered from 0.
struct PlanTables: Sendable, Equatable {
  /// What a match of a pattern means.
  enum Use: Sendable, Equatable {
    case rule(Int)
    /// An anchor word: the stretch of `anchored` that lists the structural patterns to try there.
    case anchor(Range<Int>)
  }

  /// What is known of a rule without it.
  struct Scope: Sendable, Equatable {
    /// The languages that it is about, by their place in `languageLists`.
    var languages: Int
    var hasPaths: Bool
    /// How many structural patterns it has; 0 for a rule with a pattern.
    var codeCount: Int
  }

  private(set) var languageLists: [[String]] = []
  private(set) var scopes: [Scope] = []
  private(set) var uses: [Use] = []
  /// The anchor words, in the order of their patterns, which come after those of the rules.
  private(set) var anchors: [String] = []
  private(set) var anchored: [Int] = []
  /// The rule of each structural pattern.
  private(set) var codeRules: [Int] = []
  /// The first structural pattern of each rule.
  private(set) var codeStarts: [Int] = []
  /// The rules that no pattern is searched for.
  private(set) var recognizing: [Int] = []
  /// What must be there for each structural pattern to match.
  private(set) var needs = PatternNeedsTable([])
  /// What a document must have for a rule to be looked for in it.
  private(set) var documentNeeds = DocumentNeeds()

  /// Reads the structural patterns; one that cannot be read is never tried.
  init(_ rules: [Rule]) {
    var lists: [[String]: Int] = [:]
    var numbers: [String: [Int]] = [:]
    var needs: [PatternNeeds] = []
    for (number, rule) in rules.enumerated() {
      documentNeeds.add(rule, number)
      let list = lists[rule.languages] ?? lists.count
      if list == lists.count {
        lists[rule.languages] = list
        languageLists.append(rule.languages)
      }
      var codes: [String] = []
      if case .code(let texts) = rule.matcher { codes = texts }
      let others = codes.isEmpty ? [] : rule.conditions.all.compactMap { try? CodePattern($0) }
      for (place, text) in codes.enumerated() {
        guard let pattern = try? CodePattern(text) else {
          needs.append(PatternNeeds())
          continue
        }
        var own = PatternNeeds(pattern)
        for other in others { own.add(anchorOf: other) }
        needs.append(own)
        for anchor in pattern.anchorTexts {
          if numbers[anchor] == nil { anchors.append(anchor) }
          numbers[anchor, default: []].append(codeRules.count + place)
        }
      }
      if case .recognizer = rule.matcher { recognizing.append(number) }
      add(
        Scope(languages: list, hasPaths: !rule.paths.isEmpty, codeCount: codes.count),
        rule.pattern != nil)
    }
    for anchor in anchors { addAnchor(numbers[anchor] ?? []) }
    self.needs = PatternNeedsTable(needs)
  }

  private mutating func add(_ scope: Scope, _ hasPattern: Bool) {
    if hasPattern { uses.append(.rule(scopes.count)) }
    codeStarts.append(codeRules.count)
    codeRules += Array(repeating: scopes.count, count: scope.codeCount)
    scopes.append(scope)
  }

  private mutating func addAnchor(_ numbers: [Int]) {
    uses.append(.anchor(anchored.count..<(anchored.count + numbers.count)))
    anchored += numbers
  }

  // MARK: - Packing

  init(_ reader: inout PackedReader) {
    languageLists = reader.list { $0.texts() }
    let count = reader.number()
    scopes.reserveCapacity(count)
    codeStarts.reserveCapacity(count)
    for _ in 0..<count {
      let word = reader.number()
      let hasPattern = word & 1 == 0
      add(
        Scope(
          languages: min(word >> 2, languageLists.count - 1), hasPaths: word & 2 != 0,
          codeCount: hasPattern ? 0 : reader.number()), hasPattern)
    }
    let lists = reader.list { reader in
      let text = reader.text()
      return (text, reader.numbers())
    }
    anchors.reserveCapacity(lists.count)
    uses.reserveCapacity(uses.count + lists.count)
    for (text, numbers) in lists {
      anchors.append(text)
      addAnchor(numbers.filter { $0 < codeRules.count })
    }
    recognizing = reader.numbers()
    needs = PatternNeedsTable(&reader)
    documentNeeds = DocumentNeeds(&reader)
  }

  var packed: [UInt8] {
    var writer = PackedWriter()
    writer.write(languageLists.count)
    for list in languageLists { writer.write(list) }
    writer.write(scopes.count)
    let patternRules = Set(
      uses.compactMap { use -> Int? in if case .rule(let rule) = use { rule } else { nil } })
    for (rule, scope) in scopes.enumerated() {
      let hasPattern = patternRules.contains(rule)
      writer.write(scope.languages << 2 | (scope.hasPaths ? 2 : 0) | (hasPattern ? 0 : 1))
      if !hasPattern { writer.write(scope.codeCount) }
    }
    writer.write(anchors.count)
    for (place, anchor) in anchors.enumerated() {
      writer.write(anchor)
      writer.write(numbers(ofAnchor: place))
    }
    writer.write(recognizing)
    needs.pack(&writer)
    documentNeeds.pack(&writer)
    return writer.bytes
  }

  private func numbers(ofAnchor place: Int) -> [Int] {
    switch uses[uses.count - anchors.count + place] {
    case .rule: []
    case .anchor(let range): Array(anchored[range])
    }
  }

  // MARK: - Patterns

  /// The text of a set's pattern; `pattern` gives that of a rule.
  func pattern(_ number: Int, _ pattern: (Int) -> String?) -> String {
    switch uses[number] {
    case .rule(let rule): pattern(rule) ?? ""
    case .anchor: anchorPattern(number - (uses.count - anchors.count))
    }
  }

  /// The texts of all patterns of a set.
  func patterns(_ pattern: (Int) -> String?) -> [String] {
    uses.indices.map { self.pattern($0, pattern) }
  }

  /// The pattern that matches just an anchor's text, as a whole word where it is one.
  private func anchorPattern(_ place: Int) -> String {
    let text = anchors[place]
    func isWord(_ byte: UInt8?) -> Bool { byte.map(ByteSet.word.contains) ?? false }
    var result = isWord(text.utf8.first) ? "\\b" : ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, !isWord(UInt8(truncatingIfNeeded: scalar.value)) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    if isWord(text.utf8.last) { result += "\\b" }
    return result
  }
}

extension Rule {
  /// Its regular expression; nil where it has structural patterns or none.
  var pattern: String? { if case .pattern(let pattern) = matcher { pattern } else { nil } }
}
