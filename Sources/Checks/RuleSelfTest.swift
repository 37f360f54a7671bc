// A rule's examples are its tests: each is filled in with several seeds and scanned by the rule
// alone, as it stands and in surroundings that must change nothing. The surroundings that need the
// input's parts (a fence, a diff) are tried where the caller says how a text is taken apart, since
// checks do not know the input.

import PatternEngine
import Rules
import SourceText

/// Tries rules on their own examples.
package struct RuleSelfTest {
  /// An example that a rule does not live up to, or a rule that no review can afford.
  package struct Failure: Sendable, Hashable, CustomStringConvertible {
    package var rule: RuleID
    package var source: RuleSource
    /// What is wrong: lower case, without a full stop.
    package var message: String
    /// The text that was tried; empty where it is about the rule as a whole.
    package var text: String

    package var description: String {
      let head = "\(source.file):\(source.line):\(source.column): \(rule): \(message)"
      guard !text.isEmpty else { return head }
      return head
        + text.split(separator: "\n", omittingEmptySubsequences: false).prefix(12)
        .map { "\n    " + $0 }.joined()
    }
  }

  /// Takes a text with its name apart into documents, as the input does.
  package typealias TakeApart = (_ bytes: [UInt8], _ name: String) -> [Document]

  private let checks: [any Check]
  private let validators: [Validator]
  private let byName: [String: Validator]
  private let takeApart: TakeApart?

  package init(
    checks: [any Check] = AllChecks.all(), validators: [Validator] = Validator.all,
    takeApart: TakeApart? = nil
  ) {
    self.checks = checks.map(\.forExamples)
    self.validators = validators
    byName = Dictionary(validators.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.takeApart = takeApart
  }

  /// All that is wrong with a rule; of each example the first fault. Costs a scan for each example,
  /// surroundings and seed.
  package func failures(of rule: Rule, seeds: Int) -> [Failure] {
    let plan: ScanPlan
    do {
      plan = try ScanPlan(rules: [rule], checks: checks, validators: validators)
    } catch {
      return [failure(rule, rule.source, "bad pattern: \(error.error.message)")]
    }
    var failures = costs(of: rule, plan)
    for name in rule.validators where byName[name] == nil {
      failures.append(failure(rule, rule.source, "there is no validator `\(name)`"))
    }
    var scanner = Scanner(plan)
    for example in rule.examples {
      let fault = self.fault(of: example, rule, seeds: max(seeds, 1), &scanner)
      if let fault { failures.append(fault) }
    }
    return failures
  }

  /// The first fault of an example, as it stands before all else.
  private func fault(
    of example: RuleExample, _ rule: Rule, seeds: Int, _ scanner: inout Scanner
  ) -> Failure? {
    for surroundings in Surroundings.allCases where surroundings.suits(rule) {
      for seed in 0..<seeds {
        let text = ExampleText(example.text, seed: UInt64(seed), validators: byName)
        let fault = self.fault(text, in: surroundings, rule, example, &scanner)
        if let fault { return fault }
      }
    }
    return nil
  }

  // MARK: - The rule as a whole

  /// What is wrong with the search for a rule: it would slow down every review.
  private func costs(of rule: Rule, _ plan: ScanPlan) -> [Failure] {
    guard let facts = plan.facts(ofRule: 0) else { return [] }
    var failures: [Failure] = []
    if facts.cost >= 1 {
      failures.append(
        failure(
          rule, rule.source,
          "nothing in the pattern can be searched for quickly; it needs a literal of 3 bytes"))
    }
    if facts.maximumLength == nil {
      failures.append(
        failure(
          rule, rule.source,
          "the match has no bound; write counted repetitions for * and +, such as {0,200}"))
    }
    return failures
  }

  private func failure(
    _ rule: Rule, _ source: RuleSource, _ message: String, _ text: String = ""
  ) -> Failure {
    Failure(rule: rule.id, source: source, message: message, text: text)
  }

  // MARK: - Examples

  private enum Surroundings: CaseIterable {
    case none, emojiLine, lineEnds, fence, addedLines

    /// A pattern that is held to the start of the text cannot be moved.
    func suits(_ rule: Rule) -> Bool {
      switch self {
      case .none, .lineEnds: return true
      case .emojiLine, .fence, .addedLines:
        guard case .pattern(let pattern) = rule.matcher else { return true }
        return !pattern.contains("\\A") && !(pattern.hasPrefix("^") || pattern.hasPrefix("(?:^"))
      }
    }

    var words: String {
      switch self {
      case .none: ""
      case .emojiLine: " after a line with an emoji"
      case .lineEnds: " with CR LF line ends"
      case .fence: " in a Markdown fence"
      case .addedLines: " as added lines of a diff"
      }
    }
  }

  private func fault(
    _ text: ExampleText, in surroundings: Surroundings, _ rule: Rule, _ example: RuleExample,
    _ scanner: inout Scanner
  ) -> Failure? {
    let name = Self.documentName(for: rule)
    let language = Self.language(for: rule, name: name, text)
    let shown: ExampleText
    let documents: [Document]
    switch surroundings {
    case .none:
      shown = text
      documents = [document(text, name, language)]
    case .emojiLine:
      shown = text.between("\u{1F600}\n", "\n")
      documents = [document(shown, name, language)]
    case .lineEnds:
      shown = text.withCRLF
      documents = [document(shown, name, language)]
    case .fence:
      // Paths speak of the file, which is another one here.
      guard let takeApart, rule.paths.isEmpty, language != .markdown, language != .plain else {
        return nil
      }
      let closing = text.bytes.last == 0x0A ? "~~~~~~~~\n" : "\n~~~~~~~~\n"
      shown = text.between("Here it is:\n\n~~~~~~~~\(language.id)\n", closing)
      documents = takeApart(shown.bytes, "reply.md").filter { $0.language == language }
    case .addedLines:
      guard let takeApart, !rule.paths.isEmpty || language == .plain else { return nil }
      shown = text.asAddedLines(of: name)
      documents = takeApart(shown.bytes, "change.diff")
    }
    var found: [Range<Int>] = []
    for document in documents {
      for hit in scanner.scan(document) where hit.candidate.rule.id == rule.id {
        found.append(document.positions.outer(hit.candidate.value))
      }
    }
    let content = String(decoding: shown.bytes, as: UTF8.self)
    if let missing = shown.spans.first(where: { !found.contains($0) }) {
      let near = found.first { $0.overlaps(missing) }
      let instead = near.map { "; reported is `\(Self.excerpt(shown.bytes[$0]))`" } ?? ""
      let wanted = Self.excerpt(shown.bytes[missing])
      return failure(
        rule, example.source, "`\(wanted)` is not reported\(surroundings.words)\(instead)", content)
    }
    if !example.isMatch, let extra = found.first {
      return failure(
        rule, example.source,
        "`\(Self.excerpt(shown.bytes[extra]))` is reported\(surroundings.words), and should not be",
        content)
    }
    return nil
  }

  private static func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(80), as: UTF8.self)
    return bytes.count > 80 ? text + "…" : text
  }

  private func document(_ text: ExampleText, _ name: String, _ language: Language) -> Document {
    Document(
      outer: OuterText(path: name, bytes: text.bytes), name: name, bytes: text.bytes,
      language: language)
  }

  /// The language of a rule's examples: the first that it names, else that of its paths.
  package static func language(for rule: Rule, name: String, _ text: ExampleText) -> Language {
    if let first = rule.languages.first { return LanguageTable.language(id: first) ?? .plain }
    if !rule.paths.isEmpty {
      return LanguageDetection.language(name: name, bytes: text.bytes)
    }
    guard !rule.zones.isEmpty, !rule.zones.contains(.prose) else { return .plain }
    // Where prose does not count the examples are code: if not of a language that can be told, then
    // of one with comments of the kind that they have.
    let told = LanguageDetection.language(ofSnippet: text.bytes)
    guard told.isProse else { return told }
    let hasSlashes =
      text.bytes.starts(with: Array("/".utf8)) || text.bytes.last == UInt8(ascii: ";")
    return LanguageTable.language(id: hasSlashes ? "c" : "python") ?? .plain
  }

  /// A name that the first of the rule's globs matches.
  package static func documentName(for rule: Rule) -> String {
    guard let glob = rule.paths.first else { return "example.txt" }
    var name = ""
    var rest = glob.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*":
        guard rest.first == "*" else {
          name += "x"
          continue
        }
        rest.removeFirst()
        if rest.first == "/" { rest.removeFirst() } else { name += "x" }
      case "?": name += "x"
      case "[":
        name.unicodeScalars.append(rest.first ?? "x")
        if let close = rest.firstIndex(of: "]") { rest = rest[close...].dropFirst() }
      case "/" where name.isEmpty: break
      default: name.unicodeScalars.append(scalar)
      }
    }
    return name
  }
}
