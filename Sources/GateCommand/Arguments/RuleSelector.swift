import Rules

/// What `--only` and `--skip` take: categories, rule ids and globs of ids.
enum RuleSelector {
  /// The folders of the categories, which stand for all their rules.
  static let folders = RuleCategory.allCases.map(\.folder)

  /// The glob of ids that a word stands for (`secrets` and `secret` for `secrets/*`), or what is
  /// wrong with it. Whether any rule has such an id is not known here.
  static func glob(_ word: String) -> Result<String, SelectorProblem> {
    if let category = RuleCategory.allCases.first(where: {
      $0.rawValue == word || $0.folder == word
    }) {
      return .success(category.folder + "/*")
    }
    let isGlob = word.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "?"): true
      default: false
      }
    }
    guard isGlob, word.contains("/") || word.contains("*") else {
      let near = Suggestion.nearest(to: word, among: folders)
      let end =
        near.map { "; did you mean \($0)?" } ?? "; categories are \(folders.inWords(last: "and"))"
        + (isGlob ? ", and */\(word) is a rule in any of them" : "")
      return .failure(SelectorProblem(text: "no category or rule id: \(word)" + end))
    }
    return .success(word)
  }

  struct SelectorProblem: Error { let text: String }
}

extension [String] {
  /// `a, b and c`.
  func inWords(last: String) -> String {
    guard count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(last) " + self[count - 1]
  }
}
