// What is worked out of the patterns of a set before any text is seen, in the form in which a program
// carries it: a few tables that every start reads, and for each group of triggers a record that is
// read when a text first leads to it.

/// The tables by which a set's patterns are found in a text; immutable.
package struct PatternIndex: Sendable {
  /// A run of byte sets that leads to candidates of a pattern.
  struct Trigger: Sendable {
    var pattern: Int32
    /// How far the last byte of the group's window lies behind the run's first.
    var reach: Int32
    /// The run's bytes as a stretch of steps, the rarest first, and how many bytes it has. A step is
    /// 16 bits of set number below the distance from the run's start.
    var firstStep: Int32
    var length: Int32
    /// How far before the run a match may begin, at least and at most; -1 is unbounded.
    var minimumBefore: Int32
    var maximumBefore: Int32
    /// What all bytes between a match's start and the run are members of.
    var beforeSet: Int32
    /// Where in the run a word begins or ends; see ``ByteRun``.
    var boundaries: UInt64
  }

  /// A run begins less than so many bytes before the end of its key: the byte that \b asks for, the
  /// run, and what a short window is filled up with.
  static let reachLimit = 1 + ByteRun.loneLengthLimit + KeyTable.length

  /// A window of byte classes that triggers share.
  struct Group: Sendable {
    /// The classes, as bits, of one more byte that all its triggers ask for, and how far that byte lies
    /// behind the window's last; all bits where there is none.
    var probe: UInt64
    var probeOffset: Int32
    /// Its triggers, as a stretch of those that were read.
    var firstTrigger: Int32
    var triggerCount: Int32
  }

  /// What is known of a pattern before it is searched.
  package struct Facts: Sendable, Hashable {
    /// The expected share of places that are candidates; 1 for a pattern that nothing can filter.
    package var cost: Double
    /// The longest match in bytes; nil is unbounded.
    package var maximumLength: Int?
    /// Where its run stands there is a match, and nowhere else.
    var isExact: Bool
    /// Of the places before a run where a match may begin the first alone is worth a try.
    var hasFreePrefix: Bool
    /// The farthest that a match begins before a run; nil is unbounded.
    var maximumBefore: Int?
  }

  /// A pattern that could not be read, by its place in the list.
  package struct Failure: Error, Sendable {
    package let pattern: Int
    package let error: PatternError
  }

  package let facts: [Facts]
  let keys: KeyTable
  /// Patterns that are candidates everywhere.
  let unfiltered: [Int32]
  /// The bits of each byte set, eight words a set.
  private let setBits: [UInt32]
  /// How many triggers each group has, and the patterns of all of them, group by group.
  private let triggerCounts: [UInt32]
  private let triggerPatterns: [UInt32]
  /// Where in `records` each group's record is.
  private let places: [UInt32]
  private let records: PackedBytes

  /// Reads all patterns; costs some 170 µs a pattern. Fails with the first that cannot be read.
  package init(_ patterns: [String]) throws(Failure) {
    self.init(packed: PackedBytes(try Self.pack(patterns)))
  }

  /// The index of the patterns for `init(packed:)` of the same build; about 70 bytes a trigger.
  package static func pack(_ patterns: [String]) throws(Failure) -> [UInt8] {
    try IndexBuilder(patterns).packed
  }

  /// The index that was packed; costs a few steps for each group and key.
  package init(packed bytes: PackedBytes) {
    var reader = PackedReader(bytes)
    facts = reader.list { reader in
      let cost = Double(bitPattern: reader.bits() << 32)
      let maximumLength = reader.optional()
      let flags = reader.bits()
      return Facts(
        cost: cost, maximumLength: maximumLength, isExact: flags & 1 != 0,
        hasFreePrefix: flags & 2 != 0, maximumBefore: reader.optional())
    }
    unfiltered = reader.words(of: 3).map { Int32(truncatingIfNeeded: $0) }
    setBits = reader.words(of: 5)
    triggerCounts = reader.words(of: 3)
    triggerPatterns = reader.words(of: 3)
    places = reader.words(of: 4)
    keys = KeyTable(&reader)
    records = reader.bytes(reader.number())
  }

  var groupCount: Int { places.count }

  /// Which groups lead to one of the wanted patterns.
  func wantedGroups(_ isWanted: [Bool]) -> [Bool] {
    var result: [Bool] = []
    result.reserveCapacity(triggerCounts.count)
    forEachGroup { _, patterns in result.append(patterns.contains { isWanted[Int($0)] }) }
    return result
  }

  /// Calls `body` with the patterns that each group leads to, one for each trigger.
  func forEachGroup(_ body: (_ group: Int, _ patterns: ArraySlice<UInt32>) -> Void) {
    var first = 0
    for (group, count) in triggerCounts.enumerated() {
      let range = first..<min(first + Int(count), triggerPatterns.count)
      first = range.upperBound
      body(group, triggerPatterns[range])
    }
  }

  /// Whether a byte is in a set, by its number.
  @inline(__always)
  func contains(_ set: Int32, _ byte: UInt8) -> Bool {
    setBits[Int(set) * 8 + Int(byte >> 5)] >> UInt32(byte & 31) & 1 == 1
  }

  /// Reads a group's record, and adds its triggers and their steps.
  func group(_ number: Int, triggers: inout [Trigger], steps: inout [UInt32]) -> Group {
    var reader = PackedReader(records, at: Int(places[number]))
    let group = Group(
      probe: reader.bits(), probeOffset: reader.int32() - Self.offsetBias,
      firstTrigger: Int32(truncatingIfNeeded: triggers.count),
      triggerCount: Int32(truncatingIfNeeded: triggerCounts[number]))
    for _ in 0..<triggerCounts[number] {
      triggers.append(
        Trigger(
          pattern: reader.int32(), reach: reader.int32() - Self.offsetBias,
          firstStep: Int32(truncatingIfNeeded: steps.count), length: reader.int32(),
          minimumBefore: reader.int32(), maximumBefore: reader.int32() - 1,
          beforeSet: reader.int32(), boundaries: reader.bits()))
      steps += reader.list { UInt32(truncatingIfNeeded: $0.bits()) }
    }
    return group
  }

  /// Added to a distance that may be negative.
  static let offsetBias: Int32 = 64
}

extension PackedReader {
  fileprivate mutating func int32() -> Int32 { Int32(truncatingIfNeeded: bits()) }

  fileprivate mutating func optional() -> Int? {
    let value = number()
    return value == 0 ? nil : value - 1
  }
}
