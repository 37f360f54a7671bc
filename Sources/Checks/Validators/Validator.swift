import SourceText

/// Confirms or refutes a candidate's value, by a checksum, a structure or a list; named in rule files.
package struct Validator: Sendable {
  package let name: String
  package let judge: @Sendable (ValidatorInput) -> Judgement
  /// Makes a valid value for the examples in rule files, written there as `{name}` or
  /// `{name:argument}`; nil where the validator makes none.
  package let example: (@Sendable (_ argument: String, _ random: inout ExampleRandom) -> String?)?

  package init(
    name: String,
    example: (@Sendable (_ argument: String, _ random: inout ExampleRandom) -> String?)? = nil,
    judge: @escaping @Sendable (ValidatorInput) -> Judgement
  ) {
    self.name = name
    self.judge = judge
    self.example = example
  }
}

/// What a validator may look at.
package struct ValidatorInput {
  /// The candidate's value, as UTF-8.
  package let value: [UInt8]
  /// The other named groups of the pattern that took part.
  package let groups: [String: [UInt8]]
  /// Whether a word for checksums and digests stands on the value's lines, at most 2,000 bytes away.
  package let isNearDigest: () -> Bool
  package let language: Language

  package init(
    value: [UInt8], groups: [String: [UInt8]] = [:], language: Language = .plain,
    isNearDigest: @escaping () -> Bool = { false }
  ) {
    self.value = value
    self.groups = groups
    self.language = language
    self.isNearDigest = isNearDigest
  }

  package func group(_ name: String) -> [UInt8]? { groups[name] }
}

/// What a validator says of a value. The texts are evidence, shown in reports.
package enum Judgement: Sendable, Hashable {
  /// It is something else: no finding.
  case refuted
  /// A published example or a reserved test value: reported as a note only.
  case documented(String)
  /// It may be what it looks like; nothing more is known.
  case plausible(String?)
  /// A checksum or structure holds: the confidence becomes high.
  case proven(String)
}

/// A small repeatable random generator (SplitMix64), so that examples are the same on every run.
package struct ExampleRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// `count` characters of an ASCII alphabet.
  package mutating func text(_ count: Int, of alphabet: StaticString) -> String {
    var result = ""
    let size = alphabet.utf8CodeUnitCount
    for _ in 0..<count {
      let index = Int(next() % UInt64(size))
      alphabet.withUTF8Buffer { result.unicodeScalars.append(Unicode.Scalar($0[index])) }
    }
    return result
  }

  /// A number below `bound`, which must be positive.
  package mutating func number(below bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
