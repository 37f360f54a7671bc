// An index as bytes, so that a program can carry one and need not work it out when it starts.

extension PatternIndex {
  /// The index for `init(packed:)` of the same build; about 70 bytes a trigger.
  package var packed: [UInt8] {
    var writer = PackedWriter()
    writer.write(facts.count)
    for fact in facts {
      writer.write(bits: fact.cost.bitPattern)
      writer.write(optional: fact.maximumLength)
      writer.write((fact.isExact ? 1 : 0) | (fact.hasFreePrefix ? 2 : 0))
      writer.write(optional: fact.maximumBefore)
    }
    // The same few classes come again and again.
    var masks: [UInt64: Int] = [:]
    var allMasks: [UInt64] = []
    for mask in groups.map(\.probe) + windows where masks[mask] == nil {
      masks[mask] = allMasks.count
      allMasks.append(mask)
    }
    writer.write(allMasks.count)
    for mask in allMasks { writer.write(bits: mask) }
    writer.write(groups.count)
    for group in groups {
      writer.write(masks[group.probe] ?? 0)
      writer.write(Int(group.probeOffset) + 64)
      writer.write(group.isPair ? 1 : 0)
      writer.write(Int(group.triggerCount))
    }
    for window in windows { writer.write(masks[window] ?? 0) }
    writer.write(triggers.count)
    for trigger in triggers {
      writer.write(Int(trigger.pattern))
      writer.write(Int(trigger.reach) + 64)
      writer.write(Int(trigger.firstStep))
      writer.write(Int(trigger.length))
      writer.write(Int(trigger.minimumBefore))
      writer.write(Int(trigger.maximumBefore) + 1)
      writer.write(Int(trigger.beforeSet))
      writer.write(bits: trigger.boundaries)
    }
    writer.write(steps.count)
    for step in steps { writer.write(Int(step)) }
    writer.write(setBits.count)
    for word in setBits { writer.write(bits: word) }
    writer.write(unfiltered.count)
    for pattern in unfiltered { writer.write(Int(pattern)) }
    return writer.bytes
  }

  /// The index that was packed; costs some 2 ns a byte.
  package init(packed bytes: PackedBytes) {
    self.init()
    var reader = PackedReader(bytes)
    let factCount = reader.number()
    facts.reserveCapacity(factCount)
    for _ in 0..<factCount {
      let cost = Double(bitPattern: reader.bits())
      let maximumLength = reader.optional()
      let flags = reader.bits()
      facts.append(
        Facts(
          cost: cost, maximumLength: maximumLength, isExact: flags & 1 != 0,
          hasFreePrefix: flags & 2 != 0, maximumBefore: reader.optional()))
    }
    let masks = reader.list { $0.bits() }
    func mask(_ number: Int) -> UInt64 { number < masks.count ? masks[number] : .max }
    let groupCount = reader.number()
    groups.reserveCapacity(groupCount)
    var firstTrigger: Int32 = 0
    for _ in 0..<groupCount {
      let probe = mask(reader.number())
      let probeOffset = reader.int32() - 64
      let isPair = reader.bits() == 1
      let count = reader.int32()
      groups.append(
        Group(
          probe: probe, probeOffset: probeOffset, isPair: isPair, firstTrigger: firstTrigger,
          triggerCount: count))
      firstTrigger &+= count
    }
    windows = (0..<(groupCount * KeyTable.length)).map { _ in mask(reader.number()) }
    let triggerCount = reader.number()
    triggers.reserveCapacity(triggerCount)
    for _ in 0..<triggerCount {
      let pattern = reader.int32()
      let reach = reader.int32() - 64
      let firstStep = reader.int32()
      let length = reader.int32()
      let minimumBefore = reader.int32()
      let maximumBefore = reader.int32() - 1
      let beforeSet = reader.int32()
      triggers.append(
        Trigger(
          pattern: pattern, reach: reach, firstStep: firstStep, length: length,
          minimumBefore: minimumBefore, maximumBefore: maximumBefore, beforeSet: beforeSet,
          boundaries: reader.bits()))
    }
    steps = reader.list { UInt32(truncatingIfNeeded: $0.bits()) }
    setBits = reader.list { $0.bits() }
    unfiltered = reader.list { $0.int32() }
  }
}

extension PackedWriter {
  fileprivate mutating func write(optional value: Int?) { write(value.map { $0 + 1 } ?? 0) }
}

extension PackedReader {
  fileprivate mutating func int32() -> Int32 { Int32(truncatingIfNeeded: bits()) }

  fileprivate mutating func optional() -> Int? {
    let value = number()
    return value == 0 ? nil : value - 1
  }
}
