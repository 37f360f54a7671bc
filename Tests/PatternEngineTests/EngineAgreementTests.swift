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

  /// Small patterns that no empty loop makes ambiguous: one unit, and two after or beside each other.
  static let units: [String] = {
    let atoms = [
      "a", "b", "[ab]", "(a|b)", "(ab|a)", "^", "$", "\\b", "\\B", "(?m)^", "(?m)$", ".",
    ]
    let repeats = ["", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{1,2}?", "{2,}"]
    let consuming = Set(["a", "b", "[ab]", "(a|b)", "(ab|a)", "."])
    return atoms.flatMap { atom in
      repeats.filter { $0.isEmpty || consuming.contains(atom) }.map { atom + $0 }
    }
  }()

  static let pairs = units.flatMap { first in units.map { first + $0 } }
  static let choices = units.prefix(24).flatMap { first in
    units.prefix(24).map { first + "|" + $0 }
  }

  @Test(arguments: [(units, 4), (pairs, 3), (choices, 3)])
  func `all engines agree with the naive matcher on small patterns and texts`(
    patterns: [String], length: Int
  ) throws {
    let texts = Self.texts(Array("ab\n ".utf8), upTo: length)
    let set = try PatternSet(patterns)
    let filter = set.filter()
    var cache = SearchCache()
    let found = texts.map { text in
      var found: [[[Range<Int>?]]] = Array(repeating: [], count: patterns.count)
      text.withUnsafeBufferPointer { bytes in
        set.forEachMatch(in: bytes, filter: filter, cache: &cache) {
          found[$0.pattern].append($0.groups)
        }
      }
      return found
    }
    for (number, pattern) in patterns.enumerated() {
      let naive = try NaiveMatcher(pattern)
      #expect(!naive.isAmbiguous)
      let program = try ProgramCompiler.compile(pattern)
      var simulation = NFASimulation(program)
      var dfa = LazyDFA(program)
      var matcher = try Matcher(pattern)
      for (place, text) in texts.enumerated() {
        let expected = naive.matches(in: text)
        text.withUnsafeBufferPointer { bytes in
          let range = 0..<text.count
          let slots = simulation.firstMatch(program, in: bytes, range: range, isAnchored: false)
          let end = dfa.firstMatchEnd(program, in: bytes, range: range, isAnchored: false)
          let whole = matcher.matches(in: text)
          let first = expected?.first?[0]
          if slots?[0] != first?.lowerBound || slots?[1] != first?.upperBound
            || end != first?.upperBound || whole != expected || found[place][number] != expected
          {
            Issue.record(
              """
              /\(pattern)/ on \(String(decoding: text, as: UTF8.self).debugDescription): expected \
              \(String(describing: expected)), simulation \(String(describing: slots)), DFA end \
              \(String(describing: end)), matcher \(whole), set \(found[place][number])
              """)
          }
        }
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
