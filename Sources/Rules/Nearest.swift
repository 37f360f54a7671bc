/// The candidate that was probably meant; nil if none is near.
///
/// Nearness is the number of bytes to change, add, leave out or swap with their neighbor; at most a
/// third of the word may be wrong. Costs the product of the lengths for each candidate.
package func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
  let word = Array(word.lowercased().utf8.prefix(64))
  var best: (distance: Int, text: String)?
  for candidate in candidates {
    let other = Array(candidate.lowercased().utf8)
    let limit = max(1, max(word.count, min(other.count, 64)) / 3)
    guard abs(other.count - word.count) <= limit else { continue }
    let distance = editDistance(word, other)
    if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.text
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var older: [Int] = []
  var old = Array(0...right.count)
  for row in 0..<left.count {
    var new = [row + 1]
    for column in 0..<right.count {
      let change = old[column] + (left[row] == right[column] ? 0 : 1)
      var least = min(change, old[column + 1] + 1, new[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        least = min(least, older[column - 1] + 1)
      }
      new.append(least)
    }
    (older, old) = (old, new)
  }
  return old[right.count]
}
