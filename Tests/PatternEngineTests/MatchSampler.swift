@testable import PatternEngine

/// Makes up texts that a pattern matches, but for its assertions, so that random texts hold matches
/// and near misses at all.
struct MatchSampler<Random: RandomNumberGenerator> {
  private(set) var random: Random
  /// How many bytes are made at most.
  private let limit: Int
  private var text: [UInt8] = []

  init(random: Random, limit: Int = 400) {
    self.random = random
    self.limit = limit
  }

  mutating func sample(_ syntax: PatternSyntax) -> [UInt8] {
    text = []
    add(syntax)
    return text
  }

  mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(max(bound, 1))) }

  private mutating func add(_ syntax: PatternSyntax) {
    guard text.count < limit else { return }
    switch syntax {
    case .empty, .assertion: break
    case .bytes(let set):
      let bytes = set.bytes
      guard !bytes.isEmpty else { return }
      // Of a wide class mostly what can be read.
      let shown = bytes.filter { (0x20..<0x7F).contains($0) }
      let choice = shown.isEmpty || below(8) == 0 ? bytes : shown
      text.append(choice[below(choice.count)])
    case .concatenation(let parts): for part in parts { add(part) }
    case .alternation(let branches): add(branches[below(branches.count)])
    case .group(let part, _): add(part)
    case .repetition(let part, let minimum, let maximum, _):
      let room = min(maximum.map { $0 - minimum } ?? 40, 40)
      // Mostly few turns, at times all of them.
      let more = below(5) == 0 ? room : min(room, below(4))
      for _ in 0..<(minimum + more) where text.count < limit { add(part) }
    }
  }
}
