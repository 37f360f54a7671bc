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

  /// The use of each pattern of the set.
  struct Uses: Sendable, Equatable, RandomAccessCollection {
    /// The rule of each pattern that is one's own.
    fileprivate var rules: [UInt32] = []
    /// Behind those: where the list of each anchor ends in `anchored`, and that of the next begins.
    fileprivate var ends: [UInt32] = []

    var startIndex: Int { 0 }
    var endIndex: Int { rules.count + ends.count }

    subscript(pattern: Int) -> Use {
      if pattern < rules.count { return .rule(Int(rules[pattern])) }
      let anchor = pattern - rules.count
      return .anchor((anchor == 0 ? 0 : Int(ends[anchor - 1]))..<Int(ends[anchor]))
    }
  }

  private(set) var languageLists: [[String]] = []
  private(set) var scopes: [Scope] = []
  private(set) var uses = Uses()
  /// The anchor words, in the order of their patterns, which come after those of the rules.
  private(set) var anchors = PackedTexts([])
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
    var anchors: [String] = []
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
    for anchor in anchors {
      anchored += numbers[anchor] ?? []
      uses.ends.append(UInt32(anchored.count))
    }
    self.anchors = PackedTexts(anchors)
    self.needs = PatternNeedsTable(needs)
  }

  private mutating func add(_ scope: Scope, _ hasPattern: Bool) {
    if hasPattern { uses.rules.append(UInt32(scopes.count)) }
    codeStarts.append(codeRules.count)
    for _ in 0..<scope.codeCount { codeRules.append(scopes.count) }
    scopes.append(scope)
  }

  // MARK: - Packing

  /// Costs a step or two for each rule, anchor and structural pattern.
  init(_ reader: inout PackedReader) {
    languageLists = reader.list { $0.texts() }
    let words = reader.words(of: 3)
    let codeCounts = reader.words(of: 3)
    scopes.reserveCapacity(words.count)
    codeStarts.reserveCapacity(words.count)
    uses.rules.reserveCapacity(words.count)
    codeRules.reserveCapacity(codeCounts.reduce(0) { $0 + Int($1) })
    for (word, codeCount) in zip(words, codeCounts) {
      add(
        Scope(
          languages: min(Int(word >> 2), languageLists.count - 1), hasPaths: word & 2 != 0,
          codeCount: Int(codeCount)), word & 1 == 0)
    }
    anchors = PackedTexts(&reader)
    uses.ends = reader.words(of: 3)
    anchored = reader.words(of: 3).map { Int($0) }
    recognizing = reader.numbers()
    needs = PatternNeedsTable(&reader)
    documentNeeds = DocumentNeeds(&reader)
  }

  var packed: [UInt8] {
    var writer = PackedWriter()
    writer.write(languageLists.count)
    for list in languageLists { writer.write(list) }
    let patternRules = Set(uses.rules)
    writer.write(
      words: scopes.enumerated().map { rule, scope in
        let hasPattern = patternRules.contains(UInt32(rule))
        return UInt32(scope.languages) << 2 | (scope.hasPaths ? 2 : 0) | (hasPattern ? 0 : 1)
      }, of: 3)
    writer.write(words: scopes.map { UInt32($0.codeCount) }, of: 3)
    anchors.pack(&writer)
    writer.write(words: uses.ends, of: 3)
    writer.write(words: anchored.map { UInt32($0) }, of: 3)
    writer.write(recognizing)
    needs.pack(&writer)
    documentNeeds.pack(&writer)
    return writer.bytes
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
