@testable import PatternEngine

/// Makes up patterns of the shapes that rules have: words, classes, bounded gaps, alternations.
struct PatternMaker {
  var random: SplitMix

  private static let words = [
    "key", "KEY", "token", "ab", "abc", "ba", "b", "a", "xy", "=", "://", "ghp_", "ключ", "é",
    "aab",
  ]
  private static let classes = [
    "[ab]", "[0-9]", "[^\\n]", "[a-z]", "\\w", "\\s", ".", "[^ab]", "[a-cé]", "\\d", "(?s:.)",
  ]
  private static let assertions = ["\\b", "\\b", "\\B", "^", "$", "(?m:^)", "(?m:$)"]

  mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

  private mutating func pick(_ list: [String]) -> String { list[below(list.count)] }

  mutating func pattern() -> String {
    let body = concatenation(depth: 2)
    return below(6) == 0 ? "(?i)" + body : body
  }

  private mutating func concatenation(depth: Int) -> String {
    var result = ""
    for _ in 0...below(3) { result += part(depth: depth) }
    return result
  }

  private mutating func part(depth: Int) -> String {
    switch below(depth > 0 ? 12 : 8) {
    case 0...3: return pick(Self.words)
    case 4...5: return pick(Self.classes) + count()
    case 6: return pick(Self.classes)
    case 7: return pick(Self.assertions)
    case 8: return "(?i:" + pick(Self.words) + ")"
    case 9: return "(" + concatenation(depth: depth - 1) + ")" + (below(2) == 0 ? count() : "")
    default:
      var branches: [String] = []
      for _ in 0...below(4) {
        branches.append(below(2) == 0 ? pick(Self.words) : concatenation(depth: depth - 1))
      }
      return "(?:" + branches.joined(separator: "|") + ")" + (below(3) == 0 ? count() : "")
    }
  }

  private mutating func count() -> String {
    let least = below(4)
    let most = least + below(7)
    let mark = [
      "*", "+", "?", "{\(least)}", "{\(least),\(most)}", "{\(least),\(most)}", "{\(least),}",
    ]
    return pick(mark) + (below(5) == 0 ? "?" : "")
  }
}

/// Makes up texts of samples of the patterns, whole, cut and run into each other, among noise.
struct TextMaker {
  private var sampler: MatchSampler<SplitMix>
  private let syntaxes: [PatternSyntax]
  private static let noise = Array("ab key=\n\"0_:K".utf8)

  init(_ patterns: [String], random: SplitMix) throws {
    syntaxes = try patterns.map { try PatternParser.parse($0).syntax }
    sampler = MatchSampler(random: random, limit: 120)
  }

  /// A text of about `length` bytes, and often of none at all or a few.
  mutating func text(_ length: Int) -> [UInt8] {
    let length = sampler.below(6) == 0 ? sampler.below(5) : sampler.below(length + 1)
    var text: [UInt8] = []
    while text.count < length {
      switch sampler.below(8) {
      case 0...3: text += sampler.sample(syntaxes[sampler.below(syntaxes.count)])
      case 4:
        let whole = sampler.sample(syntaxes[sampler.below(syntaxes.count)])
        text += whole.prefix(sampler.below(whole.count + 1))
      case 5:
        let whole = sampler.sample(syntaxes[sampler.below(syntaxes.count)])
        text += whole.suffix(sampler.below(whole.count + 1))
      case 6 where length > 200:
        // A stretch without anything, wider than any gap of a pattern.
        text += Array(repeating: Self.noise[sampler.below(Self.noise.count)], count: 60)
      default: text.append(Self.noise[sampler.below(Self.noise.count)])
      }
    }
    return text
  }
}
