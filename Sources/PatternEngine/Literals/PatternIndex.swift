// What is worked out of the patterns of a set before any text is seen: plain tables, which can be
// written down when a program is built and read back when it starts.

/// The tables by which a set's patterns are found in a text; immutable.
package struct PatternIndex: Sendable, Hashable {
  /// A run of byte sets that leads to candidates of a pattern.
  struct Trigger: Sendable, Hashable {
    var pattern: Int32
    /// How far the last byte of the group's window lies behind the run's first.
    var reach: Int32
    /// The run's bytes as a stretch of `steps`, the rarest first, and how many bytes it has.
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
  struct Group: Sendable, Hashable {
    /// The classes, as bits, of one more byte that all its triggers ask for, and how far that byte lies
    /// behind the window's last; all bits where there is none.
    var probe: UInt64
    var probeOffset: Int32
    /// Two classes are its key, not four.
    var isPair: Bool
    /// Its triggers, as a stretch of `triggers`.
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

  var facts: [Facts] = []
  var groups: [Group] = []
  /// The classes of each group's window as bits, four words a group, the last byte's last; of a pair
  /// the last two count.
  var windows: [UInt64] = []
  var triggers: [Trigger] = []
  /// The bytes of runs: 16 bits of set number below the distance from the run's start.
  var steps: [UInt32] = []
  /// The bits of each byte set, four words a set.
  var setBits: [UInt64] = []
  /// Patterns that are candidates everywhere.
  var unfiltered: [Int32] = []

  /// A pattern that could not be read, by its place in the list.
  package struct Failure: Error, Sendable {
    package let pattern: Int
    package let error: PatternError
  }

  /// Reads all patterns; costs some 170 µs a pattern. Fails with the first that cannot be read.
  package init(_ patterns: [String]) throws(Failure) {
    let table = ByteSetTable()
    let extraction = LiteralExtraction(table: table)
    var building = Building()
    for (number, pattern) in patterns.enumerated() {
      let required: RequiredLiterals
      do throws(PatternError) {
        required = extraction.extract(try PatternParser.parse(pattern))
      } catch {
        throw Failure(pattern: number, error: error)
      }
      var facts = Facts(
        cost: required.cost, maximumLength: required.length.maximum, isExact: required.isExact,
        hasFreePrefix: required.hasFreePrefix, maximumBefore: 0)
      if required.sequences.isEmpty { unfiltered.append(Int32(number)) }
      for sequence in required.sequences {
        if let known = facts.maximumBefore, let new = sequence.before.maximum {
          facts.maximumBefore = max(known, new)
        } else {
          facts.maximumBefore = nil
        }
        add(sequence, of: Int32(number), table, &building)
      }
      self.facts.append(facts)
    }
    for (number, triggers) in building.members.enumerated() {
      groups[number].firstTrigger = Int32(self.triggers.count)
      groups[number].triggerCount = Int32(triggers.count)
      self.triggers += triggers
    }
    setBits = table.sets.flatMap(\.bits)
  }

  /// The classes of a group's window as bits: four, or two of a pair.
  func window(_ group: Int) -> ArraySlice<UInt64> {
    let end = (group + 1) * KeyTable.length
    return windows[(end - (groups[group].isPair ? 2 : KeyTable.length))..<end]
  }

  /// Without patterns, to be filled.
  init() {}

  /// What is alike, while an index is put together.
  private struct Building {
    var groups: [[UInt64]: Int] = [:]
    /// The triggers of each group.
    var members: [[Trigger]] = []
    var steps: [[UInt32]: Int32] = [:]
  }

  private mutating func add(
    _ sequence: RequiredSequence, of pattern: Int32, _ table: ByteSetTable,
    _ building: inout Building
  ) {
    let run = sequence.run
    let looking = run.looking(table)
    let window = table.bestWindow(looking.sets)
    var classes = looking.sets[window.start..<(window.start + window.length)].map {
      table.classMasks[Int($0)]
    }
    let isPair = window.length <= 2
    // A short window is filled up behind, where the key ends.
    let length = isPair ? 2 : KeyTable.length
    while classes.count < length { classes.append(.max) }
    while classes.count < KeyTable.length { classes.insert(0, at: 0) }
    let inWindow = (window.start - looking.lead)..<(window.start - looking.lead + window.length)
    let reach = window.start - looking.lead + length - 1
    let probe = Self.probe(looking, window, reach: reach, table)
    let order = run.sets.indices.sorted { left, right in
      let outside = (!inWindow.contains(left), !inWindow.contains(right))
      if outside.0 != outside.1 { return outside.0 }
      let shares = (table.shares[Int(run.sets[left])], table.shares[Int(run.sets[right])])
      return shares.0 == shares.1 ? left > right : shares.0 < shares.1
    }
    let steps = order.map { UInt32($0) << 16 | UInt32(run.sets[$0]) }
    let firstStep = building.steps[steps] ?? Int32(self.steps.count)
    if building.steps[steps] == nil {
      building.steps[steps] = firstStep
      self.steps += steps
    }
    let trigger = Trigger(
      pattern: pattern, reach: Int32(reach), firstStep: firstStep, length: Int32(run.count),
      minimumBefore: Int32(clamping: sequence.before.minimum),
      maximumBefore: sequence.before.maximum.map { Int32(clamping: $0) } ?? -1,
      beforeSet: sequence.beforeSet, boundaries: run.boundaries)
    let key = classes + [isPair ? 1 : 0, probe.classes, UInt64(bitPattern: Int64(probe.offset))]
    if let known = building.groups[key] {
      building.members[known].append(trigger)
      return
    }
    building.groups[key] = groups.count
    building.members.append([trigger])
    windows += classes
    groups.append(
      Group(
        probe: probe.classes, probeOffset: Int32(probe.offset), isPair: isPair, firstTrigger: 0,
        triggerCount: 0))
  }

  /// The byte outside the window that tells most, given the one before it; that which ends a row of
  /// digits rather than one more of them.
  private static func probe(
    _ looking: (sets: [Int32], lead: Int), _ window: ByteSetTable.Window, reach: Int,
    _ table: ByteSetTable
  ) -> (classes: UInt64, offset: Int) {
    var best: (classes: UInt64, offset: Int, share: Double) = (.max, 0, 1)
    let inWindow = window.start..<(window.start + window.length)
    for index in looking.sets.indices where !inWindow.contains(index) {
      var share = table.share(of: looking.sets[index...index])
      if index > 0 {
        let before = table.share(of: looking.sets[(index - 1)..<index])
        if before > 0 { share = table.share(of: looking.sets[(index - 1)...index]) / before }
      }
      if share <= best.share {
        best = (table.classMasks[Int(looking.sets[index])], index - looking.lead - reach, share)
      }
    }
    return (best.classes, best.offset)
  }
}
