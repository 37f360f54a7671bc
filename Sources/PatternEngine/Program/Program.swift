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
  /// For each instruction the classes of the bytes that may be consumed next from there, as bits, and
  /// `matches` where it may match without any; all bits where there are too many classes.
  let firsts: [UInt64]
  static let firstsClassLimit = 63
  static let matches: UInt64 = 1 << 63
  let hasWordAssertions: Bool
  /// Some assertion asks for the start of a line or of the text.
  let hasLookBehind: Bool
  package let groupNames: [String?]
  /// What it was compiled from.
  let syntax: PatternSyntax
}
