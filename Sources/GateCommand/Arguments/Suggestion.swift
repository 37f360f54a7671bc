/// Finds what a mistyped word may have been meant to be.
enum Suggestion {
  /// The nearest of `names`, if it is near: at most a third of the word's letters are wrong, or the
  /// word is the beginning of just one name.
  static func nearest(to word: String, among names: [String]) -> String? {
    // Long words are no slips of ours, and the distance costs the product of the lengths.
    guard !word.isEmpty, word.utf8.count <= 40 else { return nil }
    var best: (name: String, distance: Int)?
    for name in names {
      let distance = distance(Array(word.lowercased().utf8), Array(name.utf8))
      guard distance <= max(1, max(word.utf8.count, name.utf8.count) / 3) else { continue }
      if let found = best, found.distance <= distance { continue }
      best = (name, distance)
    }
    if let best { return best.name }
    let longer = names.filter { $0.hasPrefix(word) }
    return longer.count == 1 && word.utf8.count > 2 ? longer[0] : nil
  }

  /// Insertions, deletions, changes and swaps of neighbors that lead from one to the other
  /// (optimal string alignment).
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1], current[column]) + 1
        cost = min(cost, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
