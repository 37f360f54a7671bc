import Reporting
import Rules

/// Finds what a mistyped word may have been meant to be.
enum Suggestion {
  /// The nearest of `names`, if it is near: at most a third of the word's letters are wrong, or the
  /// word is the beginning of just one name.
  static func nearest(to word: String, among names: [String]) -> String? {
    // Long words are no slips of ours, and the distance costs the product of the lengths.
    guard !word.isEmpty, word.utf8.count <= 40 else { return nil }
    if let near = Rules.nearest(to: word, in: names) { return near }
    let longer = names.filter { $0.hasPrefix(word) }
    return longer.count == 1 && word.utf8.count > 2 ? longer[0] : nil
  }

  /// `; did you mean b?`, if one of `names` is near; else empty.
  static func asked(_ word: String, among names: [String]) -> String {
    nearest(to: word, among: names).map { "; did you mean \($0)?" } ?? ""
  }

  /// What may have been meant by a first word that is neither a verb nor a path.
  static func verb(_ word: String) -> String? {
    OtherNames.verb(word) ?? nearest(to: word, among: Verb.allCases.map(\.rawValue))
  }

  /// What to say of an option that the verb does not have: what does the same, or whose it is.
  static func place(of option: OptionName) -> String {
    if let other = OtherNames.option(option.rawValue) { return "; did you mean \(other)?" }
    let verbs = Verb.allCases.filter { $0.options.contains(option) }.map(\.rawValue)
    guard !verbs.isEmpty else { return "" }
    return "; \(verbs.inWords(last: "and")) \(verbs.count == 1 ? "has" : "have") it"
  }

  /// `; did you mean --install?` of a word that lacks the hyphens of an option; else empty.
  static func option(_ word: String, of verb: Verb) -> String {
    guard let name = OptionName(rawValue: word), verb.options.contains(name) else { return "" }
    return "; did you mean \(name.typed)?"
  }

  /// What is wrong with a value of `--report` that lacks its format or its file.
  static func report(_ value: String) -> String {
    let word = value.hasSuffix("=") ? String(value.dropLast()) : value
    if ReportFormat(rawValue: word) != nil { return "the file is missing: --report \(word)=FILE" }
    if let format = OtherNames.format(of: value) {
      return "the format is missing: --report \(format.rawValue)=\(value)"
    }
    return "write a format and a file, such as json=report.json"
  }

  /// What to say of a license that no list has. A family, such as `GPL`, is told its members.
  static func license(_ word: String, _ known: [String]) -> String {
    // GPL-2.0 and GPL-2.0+ are deprecated names of GPL-2.0-only and GPL-2.0-or-later.
    let family = known.filter {
      $0.hasPrefix(word + "-") && !$0.hasSuffix("+") && !$0.hasSuffix("-exception")
        && !known.contains($0 + "-only")
    }.sorted()
    if !family.isEmpty {
      return "; there are \(family.prefix(5).joined(separator: ", "))"
        + (family.count > 5 ? " and others" : "")
    }
    let near = nearest(to: word, among: known.sorted())
    return near.map { "; did you mean \($0)?" } ?? "; write LicenseRef-NAME for one of your own"
  }
}
