/// The byte sets of many patterns, each once, with what the prefilter wants to know of them.
///
/// Mutable while a set of patterns is prepared, by one thread; not kept afterwards.
final class ByteSetTable {
  private(set) var sets: [ByteSet] = []
  private var numbers: [ByteSet: Int32] = [:]
  /// The share of the bytes of ordinary text that are members.
  private var shares: [Double] = []
  private var counts: [Int] = []
  /// The members with letters folded as the prefilter's hash folds them.
  private var foldedBytes: [[UInt8]] = []

  func number(of set: ByteSet) -> Int32 {
    if let known = numbers[set] { return known }
    let number = Int32(sets.count)
    numbers[set] = number
    sets.append(set)
    let bytes = set.bytes
    counts.append(bytes.count)
    shares.append(min(1, bytes.reduce(0) { $0 + ByteFrequency.share(of: $1) }))
    var isSeen = [Bool](repeating: false, count: 256)
    var folded: [UInt8] = []
    for byte in bytes where !isSeen[Int(byte | 0x20)] {
      isSeen[Int(byte | 0x20)] = true
      folded.append(byte | 0x20)
    }
    foldedBytes.append(folded)
    return number
  }

  func share(of number: Int32) -> Double { shares[Int(number)] }

  func folded(_ number: Int32) -> [UInt8] { foldedBytes[Int(number)] }

  /// What a sequence costs: the share of places that the filter stops at, and, dearer, of those
  /// where the whole sequence stands and its pattern has to be tried.
  func cost(of sequence: [Int32]) -> Double {
    guard let window = bestWindow(sequence) else { return 1 }
    var whole = 1.0
    for set in sequence { whole *= shares[Int(set)] }
    return min(1, window.cost + 100 * whole)
  }

  /// The rarest run of at most `Prefilter.windowLength` sets of a sequence, by its start and the
  /// expected share of places that it makes the filter stop at.
  func bestWindow(_ sequence: [Int32]) -> (start: Int, cost: Double)? {
    guard !sequence.isEmpty else { return nil }
    let width = min(Prefilter.windowLength, sequence.count)
    var best: (start: Int, cost: Double)?
    for start in 0...(sequence.count - width) {
      var cost = 1.0
      for index in start..<(start + width) { cost *= shares[Int(sequence[index])] }
      let spellings = spellings(sequence[start..<(start + width)])
      if spellings <= Prefilter.spellingLimit {
        cost += Double(spellings) / Double(1 << Int(Prefilter.hashBits))
      } else {
        cost += bestPair(sequence[start..<(start + width)]).cost * 0.3
      }
      if best.map({ cost < $0.cost }) ?? true { best = (start, cost) }
    }
    return best
  }

  /// How many spellings a window has, letters folded, filled up with any byte.
  func spellings(_ window: ArraySlice<Int32>) -> Int {
    var count = 1
    for set in window { count = min(count * foldedBytes[Int(set)].count, 1 << 40) }
    for _ in window.count..<Prefilter.windowLength { count *= 128 }
    return count
  }

  /// The rarest two neighbors of a window, by the first's distance from the window's start; a lone
  /// set is followed by any byte.
  func bestPair(_ window: ArraySlice<Int32>) -> (offset: Int, cost: Double) {
    let start = window.startIndex
    guard window.count > 1 else { return (0, shares[Int(window[start])]) }
    var best = (offset: 0, cost: Double.infinity)
    for index in start..<(window.endIndex - 1) {
      let cost = shares[Int(window[index])] * shares[Int(window[index + 1])]
      if cost < best.cost { best = (index - start, cost) }
    }
    return best
  }
}

/// How often bytes occur in the text that people and models write: source code and prose.
enum ByteFrequency {
  static func share(of byte: UInt8) -> Double {
    switch byte {
    case 0x20: 0.16
    case UInt8(ascii: "e"), UInt8(ascii: "t"): 0.065
    case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "o"),
      UInt8(ascii: "r"), UInt8(ascii: "s"):
      0.05
    case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "l"), UInt8(ascii: "p"),
      UInt8(ascii: "u"), UInt8(ascii: "m"):
      0.028
    case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "g"), UInt8(ascii: "h"),
      UInt8(ascii: "y"), UInt8(ascii: "_"), 0x0A:
      0.016
    case UInt8(ascii: "0"), UInt8(ascii: "1"), UInt8(ascii: "2"): 0.012
    case UInt8(ascii: "3")...UInt8(ascii: "9"): 0.005
    case UInt8(ascii: "v"), UInt8(ascii: "w"), UInt8(ascii: "k"), UInt8(ascii: "x"): 0.009
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "\""),
      UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: ";"):
      0.012
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 0.005
    case UInt8(ascii: "j"), UInt8(ascii: "q"), UInt8(ascii: "z"): 0.002
    case 0x80...0xFF: 0.0006
    case 0x00...0x1F: 0.0015
    default: 0.003
    }
  }
}
