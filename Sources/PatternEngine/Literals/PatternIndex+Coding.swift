// An index as bytes: numbers of 7 bits a byte, the lowest first, so that a program can carry one and need
// not work it out when it starts.

extension PatternIndex {
  /// The index as bytes, for `init(decoding:)` of the same build; about 60 bytes a trigger.
  package func encoded() -> [UInt8] {
    var writer = IndexWriter()
    writer.write(facts.count)
    for fact in facts {
      writer.write(fact.cost.bitPattern)
      writer.write(optional: fact.maximumLength)
      writer.write(fact.isExact ? 1 : 0)
      writer.write(optional: fact.maximumBefore)
    }
    writer.write(groups.count)
    for group in groups {
      writer.write(group.probe)
      writer.write(Int(group.probeOffset) + 64)
      writer.write(group.isPair ? 1 : 0)
      writer.write(Int(group.triggerCount))
    }
    for window in windows { writer.write(window) }
    writer.write(triggers.count)
    for trigger in triggers {
      writer.write(Int(trigger.pattern))
      writer.write(Int(trigger.reach) + 64)
      writer.write(Int(trigger.firstStep))
      writer.write(Int(trigger.length))
      writer.write(Int(trigger.minimumBefore))
      writer.write(Int(trigger.maximumBefore) + 1)
      writer.write(Int(trigger.beforeSet))
      writer.write(trigger.boundaries)
    }
    writer.write(steps.count)
    for step in steps { writer.write(UInt64(step)) }
    writer.write(setBits.count)
    for word in setBits { writer.write(word) }
    writer.write(unfiltered.count)
    for pattern in unfiltered { writer.write(Int(pattern)) }
    return writer.bytes
  }

  /// Reads what `encoded()` wrote; nil where the bytes end too early. Costs some 3 ns a byte.
  package init?(decoding bytes: [UInt8]) {
    self.init()
    var reader = IndexReader(bytes: bytes)
    let factCount = reader.count()
    facts.reserveCapacity(factCount)
    for _ in 0..<factCount {
      let cost = Double(bitPattern: reader.word())
      let maximumLength = reader.optional()
      let isExact = reader.word() == 1
      facts.append(
        Facts(
          cost: cost, maximumLength: maximumLength, isExact: isExact,
          maximumBefore: reader.optional()))
    }
    let groupCount = reader.count()
    groups.reserveCapacity(groupCount)
    var firstTrigger: Int32 = 0
    for _ in 0..<groupCount {
      let probe = reader.word()
      let probeOffset = reader.number() - 64
      let isPair = reader.word() == 1
      let count = reader.number()
      groups.append(
        Group(
          probe: probe, probeOffset: probeOffset, isPair: isPair, firstTrigger: firstTrigger,
          triggerCount: count))
      firstTrigger &+= count
    }
    windows = (0..<(groupCount * KeyTable.length)).map { _ in reader.word() }
    let triggerCount = reader.count()
    triggers.reserveCapacity(triggerCount)
    for _ in 0..<triggerCount {
      let pattern = reader.number()
      let reach = reader.number() - 64
      let firstStep = reader.number()
      let length = reader.number()
      let minimumBefore = reader.number()
      let maximumBefore = reader.number() - 1
      let beforeSet = reader.number()
      triggers.append(
        Trigger(
          pattern: pattern, reach: reach, firstStep: firstStep, length: length,
          minimumBefore: minimumBefore, maximumBefore: maximumBefore, beforeSet: beforeSet,
          boundaries: reader.word()))
    }
    steps = (0..<reader.count()).map { _ in UInt32(truncatingIfNeeded: reader.word()) }
    setBits = (0..<reader.count()).map { _ in reader.word() }
    unfiltered = (0..<reader.count()).map { _ in reader.number() }
    guard !reader.isExhausted else { return nil }
  }
}

private struct IndexWriter {
  var bytes: [UInt8] = []

  mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A number that is not negative.
  mutating func write(_ value: Int) { write(UInt64(clamping: value)) }

  mutating func write(optional value: Int?) { write(value.map { $0 + 1 } ?? 0) }
}

private struct IndexReader {
  let bytes: [UInt8]
  var position = 0
  /// Something was asked for behind the end.
  var isExhausted = false

  mutating func word() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    isExhausted = true
    return 0
  }

  mutating func number() -> Int32 { Int32(truncatingIfNeeded: word()) }

  /// How many elements follow, each of which takes a byte at least.
  mutating func count() -> Int {
    let value = word()
    guard value <= UInt64(bytes.count - position) else {
      isExhausted = true
      return 0
    }
    return Int(value)
  }

  mutating func optional() -> Int? {
    let value = word()
    return value == 0 ? nil : Int(truncatingIfNeeded: value - 1)
  }
}
