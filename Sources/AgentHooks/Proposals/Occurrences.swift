/// Where one sequence stands in another, in time linear in both (Knuth, Morris and Pratt): a file can be
/// made of what nearly matches everywhere.
enum Occurrences {
  /// The starts of `wanted` in `text` from `start` on, apart from each other; at most `limit`.
  static func starts<Element: Equatable>(
    of wanted: [Element], in text: [Element], from start: Int = 0, limit: Int = .max
  ) -> [Int] {
    guard !wanted.isEmpty, start >= 0, text.count - start >= wanted.count, limit > 0 else {
      return []
    }
    // How much of `wanted` is still matched when the element behind its first n does not fit.
    var fallback = [Int](repeating: 0, count: wanted.count)
    var matched = 0
    for index in wanted.indices.dropFirst() {
      while matched > 0, wanted[index] != wanted[matched] { matched = fallback[matched - 1] }
      if wanted[index] == wanted[matched] { matched += 1 }
      fallback[index] = matched
    }
    var found: [Int] = []
    matched = 0
    var index = start
    while index < text.count {
      while matched > 0, text[index] != wanted[matched] { matched = fallback[matched - 1] }
      if text[index] == wanted[matched] { matched += 1 }
      index += 1
      if matched == wanted.count {
        found.append(index - matched)
        if found.count == limit { break }
        matched = 0
      }
    }
    return found
  }
}
