/// Works the tables of an index out of patterns.
struct IndexBuilder {
  private var facts: [PatternIndex.Facts] = []
  private var unfiltered: [UInt32] = []
  private let table = ByteSetTable()
  private var groups: [Group] = []
  private var keys = KeyTable.Keys()
  /// The groups by what makes them alike.
  private var numbers: [GroupKey: Int] = [:]

  private struct GroupKey: Hashable {
    /// The classes of the window's bytes as bits: four of them, or two.
    var window: [UInt64]
    /// The sets of the window's bytes where those are told apart by more than their classes.
    var sets: [Int32]
    var probe: UInt64
    var probeOffset: Int
  }

  private struct Group {
    var key: GroupKey
    var triggers: [Trigger] = []
  }

  private struct Trigger {
    var pattern: Int
    var reach: Int
    var sequence: RequiredSequence
    var steps: [UInt32]
  }

  init(_ patterns: [String]) throws(PatternIndex.Failure) {
    let extraction = LiteralExtraction(table: table)
    for (number, pattern) in patterns.enumerated() {
      let required: RequiredLiterals
      do throws(PatternError) {
        required = extraction.extract(try PatternParser.parse(pattern))
      } catch {
        throw PatternIndex.Failure(pattern: number, error: error)
      }
      var facts = PatternIndex.Facts(
        cost: required.cost, maximumLength: required.length.maximum, isExact: required.isExact,
        hasFreePrefix: required.hasFreePrefix, maximumBefore: 0)
      if required.sequences.isEmpty { unfiltered.append(UInt32(number)) }
      for sequence in merged(required.sequences) {
        if let known = facts.maximumBefore, let new = sequence.before.maximum {
          facts.maximumBefore = max(known, new)
        } else {
          facts.maximumBefore = nil
        }
        add(sequence, of: number)
      }
      self.facts.append(facts)
    }
  }

  /// What runs must have in common to become one.
  private struct Shape: Hashable {
    var length: Int
    var boundaries: UInt64
    var before: Span
    var beforeSet: Int32
    var windowStart: Int
    var window: [UInt64]
  }

  /// The sequences of a pattern, with those in one that would be compared in the same places: `20\d{8}`
  /// and `30\d{8}` are `[23]0\d{8}`. What stands there beyond the pattern is ruled out by its
  /// automaton, so they stay apart where that costs more than the comparisons.
  private func merged(_ sequences: [RequiredSequence]) -> [RequiredSequence] {
    var order: [Shape] = []
    var alike: [Shape: [RequiredSequence]] = [:]
    for sequence in sequences {
      let looking = sequence.run.looking(table)
      let window = table.bestWindow(looking.sets)
      let shape = Shape(
        length: sequence.run.count, boundaries: sequence.run.boundaries, before: sequence.before,
        beforeSet: sequence.beforeSet, windowStart: window.start - looking.lead,
        window: classes(looking.sets, window))
      if alike[shape] == nil { order.append(shape) }
      alike[shape, default: []].append(sequence)
    }
    return order.flatMap { shape in
      let parts = alike[shape] ?? []
      guard parts.count > 1, var whole = parts.first else { return parts }
      for place in whole.run.sets.indices {
        var set = ByteSet()
        for part in parts { set.formUnion(table.sets[Int(part.run.sets[place])]) }
        whole.run.sets[place] = table.number(of: set)
      }
      func work(_ sequences: [RequiredSequence]) -> Double {
        sequences.reduce(0) { sum, sequence in
          let looking = sequence.run.looking(table).sets
          return sum + LiteralExtraction.comparisonWork * table.bestWindow(looking).share
            + LiteralExtraction.candidateWork * table.share(of: looking[...])
        }
      }
      return work([whole]) < work(parts) ? [whole] : parts
    }
  }

  /// The classes of a window's bytes, as bits. A short window is filled up behind, where the key ends.
  private func classes(_ sets: [Int32], _ window: ByteSetTable.Window) -> [UInt64] {
    var classes = sets[window.start..<(window.start + window.length)]
      .map { table.classMasks[Int($0)] }
    let length = window.length <= 2 ? 2 : KeyTable.length
    while classes.count < length { classes.append(.max) }
    return classes
  }

  private mutating func add(_ sequence: RequiredSequence, of pattern: Int) {
    let run = sequence.run
    let looking = run.looking(table)
    let window = table.bestWindow(looking.sets)
    let sets = Array(looking.sets[window.start..<(window.start + window.length)])
    let classes = classes(looking.sets, window)
    let length = classes.count
    let inWindow = (window.start - looking.lead)..<(window.start - looking.lead + window.length)
    let reach = window.start - looking.lead + length - 1
    let probe = probe(looking, window, reach: reach)
    let order = run.sets.indices.sorted { left, right in
      let outside = (!inWindow.contains(left), !inWindow.contains(right))
      if outside.0 != outside.1 { return outside.0 }
      let shares = (table.shares[Int(run.sets[left])], table.shares[Int(run.sets[right])])
      return shares.0 == shares.1 ? left > right : shares.0 < shares.1
    }
    let trigger = Trigger(
      pattern: pattern, reach: reach, sequence: sequence,
      steps: order.map { UInt32($0) << 16 | UInt32(run.sets[$0]) })
    let isTold = KeyTable.Keys.tellsBytes(classes)
    let key = GroupKey(
      window: classes, sets: isTold ? sets : [], probe: probe.classes, probeOffset: probe.offset)
    if let known = numbers[key] {
      groups[known].triggers.append(trigger)
      return
    }
    numbers[key] = groups.count
    keys.add(
      groups.count, window: classes, sets: isTold ? sets.map { table.sets[Int($0)] } : nil)
    groups.append(Group(key: key, triggers: [trigger]))
  }

  /// The tables as bytes.
  var packed: [UInt8] {
    var writer = PackedWriter()
    writer.write(facts.count)
    for fact in facts {
      // Half of a share's digits are enough.
      writer.write(bits: fact.cost.bitPattern >> 32)
      writer.write(optional: fact.maximumLength)
      writer.write((fact.isExact ? 1 : 0) | (fact.hasFreePrefix ? 2 : 0))
      writer.write(optional: fact.maximumBefore)
    }
    writer.write(words: unfiltered, of: 3)
    writer.write(
      words: table.sets.flatMap { set in
        set.bits.flatMap {
          [UInt32(truncatingIfNeeded: $0), UInt32(truncatingIfNeeded: $0 >> 32)]
        }
      }, of: 5)
    writer.write(words: groups.map { UInt32($0.triggers.count) }, of: 3)
    writer.write(words: groups.flatMap { $0.triggers.map { UInt32($0.pattern) } }, of: 3)
    var records = PackedWriter()
    var places: [UInt32] = []
    for group in groups {
      places.append(UInt32(records.bytes.count))
      write(group, to: &records)
    }
    writer.write(words: places, of: 4)
    KeyTable.pack(keys, to: &writer)
    writer.write(records.bytes.count)
    writer.append(records.bytes)
    return writer.bytes
  }

  private func write(_ group: Group, to writer: inout PackedWriter) {
    writer.write(bits: group.key.probe)
    writer.write(group.key.probeOffset + Int(PatternIndex.offsetBias))
    for trigger in group.triggers {
      let sequence = trigger.sequence
      writer.write(trigger.pattern)
      writer.write(trigger.reach + Int(PatternIndex.offsetBias))
      writer.write(sequence.run.count)
      writer.write(Int(Int32(clamping: sequence.before.minimum)))
      writer.write(sequence.before.maximum.map { Int(Int32(clamping: $0)) + 1 } ?? 0)
      writer.write(Int(sequence.beforeSet))
      writer.write(bits: sequence.run.boundaries)
      writer.write(trigger.steps.count)
      for step in trigger.steps { writer.write(Int(step)) }
    }
  }

  /// The byte outside the window that tells most, given the one before it; that which ends a row of
  /// digits rather than one more of them.
  private func probe(
    _ looking: (sets: [Int32], lead: Int), _ window: ByteSetTable.Window, reach: Int
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

extension PackedWriter {
  fileprivate mutating func write(optional value: Int?) { write(value.map { $0 + 1 } ?? 0) }
}
