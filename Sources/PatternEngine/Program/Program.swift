/// A compiled pattern: the instructions of a Thompson automaton over bytes.
///
/// Immutable and shared; what a search changes lives in scratch memory that its caller owns. An object,
/// since every search is handed one, and copying its tables' references would cost more than most
/// searches do.
package final class Program: Sendable {
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

  let instructions: InstructionList
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
  let firsts: FirstSets
  let hasWordAssertions: Bool
  /// Some assertion asks for the start of a line or of the text.
  let hasLookBehind: Bool
  package let groupNames: [String?]
  /// What it was compiled from.
  let syntax: PatternSyntax

  init(
    instructions: InstructionList, sets: [ByteSet], start: Int, unanchoredStart: Int,
    slotCount: Int, byteClasses: [UInt8], classCount: Int, representatives: [UInt8],
    firsts: FirstSets, hasWordAssertions: Bool, hasLookBehind: Bool, groupNames: [String?],
    syntax: PatternSyntax
  ) {
    self.instructions = instructions
    self.sets = sets
    self.start = start
    self.unanchoredStart = unanchoredStart
    self.slotCount = slotCount
    self.byteClasses = byteClasses
    self.classCount = classCount
    self.representatives = representatives
    self.firsts = firsts
    self.hasWordAssertions = hasWordAssertions
    self.hasLookBehind = hasLookBehind
    self.groupNames = groupNames
    self.syntax = syntax
  }
}

/// The instructions of a program, eight bytes each.
struct InstructionList: Sendable {
  private var words: [UInt64] = []

  mutating func append(_ instruction: Program.Instruction) {
    words.append(Self.word(of: instruction))
  }

  private static func word(of instruction: Program.Instruction) -> UInt64 {
    switch instruction {
    case .bytes(let set, let next): word(0, set, next)
    case .split(let first, let second): word(1, first, second)
    case .save(let slot, let next): word(2, slot, next)
    case .assertion(let kind, let next): word(3, Int(kind.rawValue), next)
    case .match: word(4, 0, 0)
    case .fail: word(5, 0, 0)
    }
  }

  private static func word(_ kind: UInt64, _ first: Int, _ second: Int) -> UInt64 {
    kind | UInt64(first) << 4 | UInt64(second) << 34
  }

  var count: Int { words.count }
  var indices: Range<Int> { words.indices }

  @inline(__always)
  subscript(id: Int) -> Program.Instruction {
    get { Self.instruction(words[id]) }
    set { words[id] = Self.word(of: newValue) }
  }

  @inline(__always)
  private static func instruction(_ word: UInt64) -> Program.Instruction {
    let first = Int(truncatingIfNeeded: word >> 4 & 0x3FFF_FFFF)
    let second = Int(truncatingIfNeeded: word >> 34)
    switch word & 0xF {
    case 0: return .bytes(set: first, next: second)
    case 1: return .split(first: first, second: second)
    case 2: return .save(slot: first, next: second)
    case 3:
      guard let kind = PatternSyntax.Assertion(rawValue: UInt8(truncatingIfNeeded: first)) else {
        return .fail
      }
      return .assertion(kind, next: second)
    case 4: return .match
    default: return .fail
    }
  }
}

/// The class sets of a program's instructions: each set once, and its number for each instruction.
struct FirstSets: Sendable {
  let sets: [ClassSet]
  let numbers: [UInt16]

  subscript(id: Int) -> ClassSet { sets[Int(numbers[id])] }
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

  /// The same for equal sets, and mostly different for others.
  var mixed: UInt64 { (low ^ low >> 31) &* 0xBF58_476D_1CE4_E5B9 ^ high }

  func union(_ other: ClassSet) -> ClassSet {
    ClassSet(low: low | other.low, high: high | other.high)
  }

  func meets(_ other: ClassSet) -> Bool { low & other.low | high & other.high != 0 }
}
