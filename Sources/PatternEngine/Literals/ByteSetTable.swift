/// The byte sets of many patterns, each once, with what the prefilter wants to know of them.
///
/// Mutable while a set of patterns is prepared, by one thread; not kept afterwards.
final class ByteSetTable {
  private(set) var sets: [ByteSet] = []
  private var numbers: [ByteSet: Int32] = [:]
  /// The share of the bytes of ordinary text that are members.
  private(set) var shares: [Double] = []
  /// The classes that the members are in, as bits, and what share of each class the members are.
  private(set) var classMasks: [UInt64] = []
  private var classWeights: [[(class: Int, weight: Double)]] = []
  private var windows: [[Int32]: Window] = [:]

  /// A stretch of a sequence that the prefilter may look for.
  struct Window {
    /// Where it starts in the sequence.
    var start: Int
    var length: Int
    /// The expected share of places of ordinary text where its key stands.
    var share: Double
  }

  func number(of set: ByteSet) -> Int32 {
    if let known = numbers[set] { return known }
    let number = Int32(sets.count)
    numbers[set] = number
    sets.append(set)
    var share = 0.0
    var mask: UInt64 = 0
    var members = [Double](repeating: 0, count: ByteClass.count)
    for byte in set.bytes {
      let kind = Int(ByteClass.table[Int(byte)])
      share += TextStatistics.byteShares[Int(byte)]
      mask |= 1 << UInt64(kind)
      members[kind] += TextStatistics.byteShares[Int(byte)]
    }
    shares.append(min(1, share))
    classMasks.append(mask)
    classWeights.append(
      members.indices.filter { members[$0] > 0 }.map {
        ($0, min(1, members[$0] / TextStatistics.classShares[$0]))
      })
    return number
  }

  /// The expected share of places where a sequence stands: classes follow one another as in ordinary
  /// text, and within a class bytes are as frequent as they are anywhere.
  /// Words are as frequent as their sequences of four letters are.
  func share(of sequence: ArraySlice<Int32>, byClass: Bool = false) -> Double {
    let share = shareByPairs(of: sequence, byClass: byClass)
    let word = longestWord(in: sequence)
    guard word.count >= 4 else { return share }
    let pairs = shareByPairs(of: sequence[word], byClass: true)
    let letters = sequence[word].map { UInt8(classMasks[Int($0)].trailingZeroBitCount) }
    return min(1, share * WordStatistics.share(of: letters[...]) / pairs)
  }

  /// The longest stretch of letters, each in one case or both.
  private func longestWord(in sequence: ArraySlice<Int32>) -> Range<Int> {
    var longest = sequence.startIndex..<sequence.startIndex
    var start = sequence.startIndex
    for index in sequence.indices {
      let mask = classMasks[Int(sequence[index])]
      if mask.nonzeroBitCount != 1 || !ByteClass.letters.contains(mask.trailingZeroBitCount) {
        start = index + 1
      } else if index + 1 - start > longest.count {
        longest = start..<(index + 1)
      }
    }
    return longest
  }

  private func shareByPairs(of sequence: ArraySlice<Int32>, byClass: Bool) -> Double {
    var current: [(class: Int, weight: Double)] = []
    for (index, set) in sequence.enumerated() {
      var next: [(class: Int, weight: Double)] = []
      for (kind, part) in classWeights[Int(set)] {
        let part = byClass ? 1 : part
        var weight = 0.0
        if index == 0 {
          weight = TextStatistics.classShares[kind]
        } else {
          for (before, share) in current {
            weight += share * TextStatistics.share(of: kind, after: before)
          }
        }
        next.append((kind, weight * part))
      }
      current = next
    }
    return min(1, current.reduce(0) { $0 + $1.weight })
  }

  /// The rarest stretch of a sequence that can be a key.
  func bestWindow(_ sequence: [Int32]) -> Window {
    if let known = windows[sequence] { return known }
    var best = Window(start: 0, length: 0, share: 1)
    for length in [4, 3, 2, 1] where length <= sequence.count {
      for start in 0...(sequence.count - length) {
        let window = sequence[start..<(start + length)]
        guard length <= 2 || spellings(window) <= KeyTable.spellingLimit else { continue }
        let share = share(of: window, byClass: true)
        if share < best.share * 0.98 { best = Window(start: start, length: length, share: share) }
      }
      // A longer window is always the rarer one, where there is one.
      if best.length > 0, length > 2 { break }
    }
    windows[sequence] = best
    return best
  }

  /// How many keys a window has, filled up to the length of a key.
  private func spellings(_ window: ArraySlice<Int32>) -> Int {
    var count = 1
    for set in window { count *= classMasks[Int(set)].nonzeroBitCount }
    for _ in window.count..<KeyTable.length { count *= ByteClass.count }
    return count
  }
}
