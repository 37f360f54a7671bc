import Testing

@testable import PatternEngine

@Suite struct EngineAgreementTests {
  /// All texts over an alphabet up to a length.
  static func texts(_ alphabet: [UInt8], upTo length: Int) -> [[UInt8]] {
    var all: [[UInt8]] = [[]]
    var last: [[UInt8]] = [[]]
    for _ in 0..<length {
      last = last.flatMap { text in alphabet.map { text + [$0] } }
      all += last
    }
    return all
  }

  /// Small patterns that no empty loop makes ambiguous.
  static let patterns: [String] = {
    let atoms = [
      "a", "b", "[ab]", "(a|b)", "(ab|a)", "^", "$", "\\b", "\\B", "(?m)^", "(?m)$", ".",
    ]
    let repeats = ["", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{1,2}?", "{2,}"]
    let consuming = Set(["a", "b", "[ab]", "(a|b)", "(ab|a)", "."])
    var units: [String] = []
    for atom in atoms {
      for mark in repeats where mark.isEmpty || consuming.contains(atom) {
        units.append(atom + mark)
      }
    }
    var result = units
    for first in units { for second in units { result.append(first + second) } }
    for first in units.prefix(40) {
      for second in units.prefix(40) { result.append(first + "|" + second) }
    }
    return result
  }()

  @Test func `all engines agree with the naive matcher on small patterns and texts`() throws {
    let texts = Self.texts(Array("ab\n ".utf8), upTo: 4)
    for pattern in Self.patterns {
      let naive = try NaiveMatcher(pattern)
      let program = try ProgramCompiler.compile(pattern)
      var simulation = NFASimulation(program)
      var dfa = LazyDFA(program)
      for text in texts {
        let expected = naive.firstMatch(in: text, from: 0)
        text.withUnsafeBufferPointer { bytes in
          let range = 0..<text.count
          let slots = simulation.firstMatch(program, in: bytes, range: range, isAnchored: false)
          let end = dfa.firstMatchEnd(program, in: bytes, range: range, isAnchored: false)
          if slots != expected || end != expected?[1] {
            Issue.record(
              """
              /\(pattern)/ on \(String(decoding: text, as: UTF8.self).debugDescription): expected \
              \(String(describing: expected)), simulation \(String(describing: slots)), DFA end \
              \(String(describing: end))
              """)
          }
        }
      }
    }
  }

  /// Patterns with literals, as rules have them.
  static let ruleLike = [
    #"ab[ab]{1,3}"#, #"(?i)key\s{0,2}=\s{0,2}"(?<value>[^"\n]{1,8})""#, #"\bab\b"#, #"(?:ab|ba)b?"#,
    #"a{3}"#, #"[0-9]{3}-[0-9]{2}"#, #"@[a-z]{2}"#, #"(?m)^ab"#, #"b\b"#, #"(?:aa|b[ab])a{0,2}\n"#,
    #"k[^k]{0,4}k"#, #"a?"#, #"ab*"#, #"(?m)a$"#, #"ключ=(\d)"#,
  ]

  @Test(arguments: [UInt64](1...6))
  func `the prefilter never changes an answer`(seed: UInt64) throws {
    let set = try PatternSet(Self.ruleLike)
    let filter = set.filter()
    var cache = SearchCache()
    var random = SplitMix(state: seed)
    let pieces = [
      "a", "b", "ab", "ba", "key", "KEY", "=", "\"", " ", "\n", "123", "-", "45", "@", "xy", "k",
      "ключ",
      "Ж", "=7",
    ]
    for _ in 0..<400 {
      var text: [UInt8] = []
      for _ in 0..<Int(random.next() % 40) {
        text += Array(pieces[Int(random.next() % UInt64(pieces.count))].utf8)
      }
      var found: [[[Range<Int>?]]] = Array(repeating: [], count: Self.ruleLike.count)
      text.withUnsafeBufferPointer { bytes in
        set.forEachMatch(in: bytes, filter: filter, cache: &cache) {
          found[$0.pattern].append($0.groups)
        }
      }
      for (index, pattern) in Self.ruleLike.enumerated() {
        var matcher = try Matcher(pattern)
        let whole = matcher.matches(in: text)
        #expect(
          found[index] == whole,
          "seed \(seed): /\(pattern)/ on \(String(decoding: text, as: UTF8.self).debugDescription)")
      }
    }
  }

  @Test(arguments: ["(a+)+b", "(a|a)*b", "(a*)*b", "a*a*a*a*a*b", "(?:a?){50}a{50}b"])
  func `hostile patterns finish on hostile text`(pattern: String) throws {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
    var matcher = try Matcher(pattern)
    let isFound = matcher.matches(text)
    #expect(!isFound)
  }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
