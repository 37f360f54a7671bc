/// A compiled pattern: the instructions of a Thompson automaton over bytes.
///
/// Immutable and shared; what a search changes lives in scratch memory that its caller owns.
package struct Program: Sendable {
  enum Instruction: Hashable, Sendable {
    /// Consumes one byte of the set with that index.
    case bytes(set: Int, next: Int)
    /// Goes both ways; the first is preferred.
    case split(first: Int, second: Int)
    case save(slot: Int, next: Int)
    case assertion(PatternSyntax.Assertion, next: Int)
    case match
    /// Leads nowhere.
    case fail
  }

  let instructions: [Instruction]
  let sets: [ByteSet]
  /// Where an anchored search starts.
  let start: Int
  /// Where a search starts that may begin its match anywhere: a lazy `.*` over bytes, then `start`.
  let unanchoredStart: Int
  /// Two for each group, the whole match first.
  let slotCount: Int
  /// Bytes that no instruction and no assertion tells apart share a class.
  let byteClasses: [UInt8]
  let classCount: Int
  /// For each class one of its bytes.
  let representatives: [UInt8]
  /// For each instruction the classes of the bytes that may be consumed next from there.
  let firsts: [ClassSet]
  let hasWordAssertions: Bool
  /// Some assertion asks for the start of a line or of the text.
  let hasLookBehind: Bool
  package let groupNames: [String?]
  /// What it was compiled from.
  let syntax: PatternSyntax
}

/// Some classes of a program's bytes, and whether a match may come before any.
struct ClassSet: Sendable, Hashable {
  private var low: UInt64
  private var high: UInt64

  /// Above this number classes share a bit with others, which only makes the set say less.
  private static let limit = 127

  static let none = ClassSet(low: 0, high: 0)
  static let match = ClassSet(low: 0, high: 1 << 63)

  mutating func insert(_ number: Int) {
    let bit = number < Self.limit ? number : Self.limit - 1
    if bit < 64 { low |= 1 << UInt64(bit) } else { high |= 1 << UInt64(bit - 64) }
  }

  func union(_ other: ClassSet) -> ClassSet {
    ClassSet(low: low | other.low, high: high | other.high)
  }

  func meets(_ other: ClassSet) -> Bool { low & other.low | high & other.high != 0 }
}
