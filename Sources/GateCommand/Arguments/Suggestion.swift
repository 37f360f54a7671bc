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
}
