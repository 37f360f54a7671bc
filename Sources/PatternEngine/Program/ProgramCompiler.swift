// Thompson's construction: every node becomes a few instructions whose exits are patched to what
// follows. Counted repetition is unfolded (`x{2,4}` is `xx(x(x)?)?`), so the program's size is
// bounded by a limit and not by the pattern's length.

/// Turns syntax into a program.
package struct ProgramCompiler {
  /// The most instructions a program may have.
  static let sizeLimit = 60_000

  private var instructions = InstructionList()
  private var assertions: Set<PatternSyntax.Assertion> = []
  private var numbering = Numbering<ByteSet>()
  private var sets: [ByteSet] { numbering.values }
  /// Some instruction leads back to a later one, other than that which starts new matches.
  private var hasLoops = false
  private var isTooLarge = false

  private init() {}

  /// Reads and compiles a pattern's text.
  package static func compile(_ pattern: String) throws(PatternError) -> Program {
    try compile(PatternParser.parse(pattern))
  }

  package static func compile(_ parsed: ParsedPattern) throws(PatternError) -> Program {
    var compiler = ProgramCompiler()
    // Instructions are emitted back to front: what follows is known when a node is compiled.
    let match = compiler.emit(.match)
    let end = compiler.emit(.save(slot: 1, next: match))
    let body = compiler.compile(parsed.syntax, next: end)
    let start = compiler.emit(.save(slot: 0, next: body))
    let loop = compiler.emit(.fail)
    let any = compiler.emit(.bytes(set: compiler.index(of: .all), next: loop))
    compiler.instructions[loop] = .split(first: start, second: any)
    guard !compiler.isTooLarge else {
      throw PatternError("the pattern is too large: it unfolds to over \(sizeLimit) steps", at: 0)
    }
    let assertions = compiler.assertions
    let hasWordAssertions = !assertions.isDisjoint(with: [.wordBoundary, .notWordBoundary])
    let classes = compiler.byteClasses(hasWordAssertions: hasWordAssertions)
    let firsts = compiler.firsts(classes.classes, searchStart: loop)
    return Program(
      instructions: compiler.instructions, sets: compiler.sets, start: start,
      unanchoredStart: loop, slotCount: parsed.groupNames.count * 2, byteClasses: classes.classes,
      classCount: classes.representatives.count, representatives: classes.representatives,
      firsts: firsts,
      hasWordAssertions: hasWordAssertions,
      hasLookBehind: !assertions.isDisjoint(with: [.textStart, .lineStart]),
      groupNames: parsed.groupNames, syntax: parsed.syntax)
  }

  private mutating func emit(_ instruction: Program.Instruction) -> Int {
    guard instructions.count < Self.sizeLimit else {
      isTooLarge = true
      return 0
    }
    instructions.append(instruction)
    return instructions.count - 1
  }

  private mutating func index(of set: ByteSet) -> Int {
    numbering.number(of: set, bits: set.mixed)
  }

  private mutating func compile(_ syntax: PatternSyntax, next: Int) -> Int {
    guard !isTooLarge else { return 0 }
    switch syntax {
    case .empty: return next
    case .bytes(let set):
      return set.isEmpty ? emit(.fail) : emit(.bytes(set: index(of: set), next: next))
    case .assertion(let kind):
      assertions.insert(kind)
      return emit(.assertion(kind, next: next))
    case .concatenation(let parts):
      var next = next
      for part in parts.reversed() { next = compile(part, next: next) }
      return next
    case .alternation(let branches):
      var entries: [Int] = []
      for branch in branches.reversed() { entries.append(compile(branch, next: next)) }
      return choice(entries[...])
    case .group(let part, let index):
      let end = emit(.save(slot: index * 2 + 1, next: next))
      return emit(.save(slot: index * 2, next: compile(part, next: end)))
    case .repetition(let part, let minimum, let maximum, let isGreedy):
      return compile(part, minimum, maximum, isGreedy, next: next)
    }
  }

  /// A tree of splits over the entries, which are in reverse order of preference: of many branches
  /// those that the next byte rules out are passed over together.
  private mutating func choice(_ entries: ArraySlice<Int>) -> Int {
    guard entries.count > 1 else { return entries.first ?? emit(.fail) }
    let middle = entries.startIndex + entries.count / 2
    let second = choice(entries[..<middle])
    return emit(.split(first: choice(entries[middle...]), second: second))
  }

  private mutating func compile(
    _ part: PatternSyntax, _ minimum: Int, _ maximum: Int?, _ isGreedy: Bool, next: Int
  ) -> Int {
    var entry = next
    if let maximum {
      // (x(x(x)?)?)? for the optional rest; every `?` leaves to the same place.
      entry = copies(of: part, max(0, maximum - minimum), exit: next, isGreedy, next: next)
    } else if minimum == 0, part.isNullable {
      // An empty turn of the loop must not count: (x+)? instead of x*.
      let loop = star(part, isGreedy, next: next)
      entry = split(loop.body, next, isGreedy)
    } else if minimum == 0 {
      entry = star(part, isGreedy, next: next).loop
    } else {
      entry = star(part, isGreedy, next: next).body
    }
    let count = maximum == nil && minimum > 0 ? minimum - 1 : minimum
    return copies(of: part, count, exit: nil, isGreedy, next: entry)
  }

  /// Copies of a part, each leading to the one that was emitted before it and the first to `next`;
  /// where there is an `exit`, each may be passed over by going there. The third and all others are
  /// the second with its targets moved.
  private mutating func copies(
    of part: PatternSyntax, _ count: Int, exit: Int?, _ isGreedy: Bool, next: Int
  ) -> Int {
    var entry = next
    var start = 0
    var behind = next
    for _ in 0..<min(count, 2) {
      guard !isTooLarge else { return 0 }
      start = instructions.count
      behind = entry
      entry = compile(part, next: entry)
      if let exit { entry = split(entry, exit, isGreedy) }
      // `(?:){1000}{1000}{1000}`: what comes to no instruction would never meet the limit.
      if instructions.count == start { return entry }
    }
    let size = instructions.count - start
    guard count > 2, !isTooLarge else { return isTooLarge ? 0 : entry }
    guard instructions.count + (count - 2) * size <= Self.sizeLimit else {
      isTooLarge = true
      return 0
    }
    let first = entry
    for copy in 1..<(count - 1) {
      let shift = copy * size
      let last = entry
      func moved(_ target: Int) -> Int {
        target >= start ? target + shift : target == behind ? last : target
      }
      for id in start..<(start + size) {
        switch instructions[id] {
        case .bytes(let set, let next): instructions.append(.bytes(set: set, next: moved(next)))
        case .split(let first, let second):
          instructions.append(.split(first: moved(first), second: moved(second)))
        case .save(let slot, let next): instructions.append(.save(slot: slot, next: moved(next)))
        case .assertion(let kind, let next):
          instructions.append(.assertion(kind, next: moved(next)))
        case .match: instructions.append(.match)
        case .fail: instructions.append(.fail)
        }
      }
      entry = moved(first)
    }
    return entry
  }

  /// The loop of `x*` (enter at `loop`) and of `x+` (enter at `body`).
  private mutating func star(
    _ part: PatternSyntax, _ isGreedy: Bool, next: Int
  ) -> (loop: Int, body: Int) {
    hasLoops = true
    let loop = emit(.fail)
    let body = compile(part, next: loop)
    guard !isTooLarge else { return (0, 0) }
    instructions[loop] =
      isGreedy ? .split(first: body, second: next) : .split(first: next, second: body)
    return (loop, body)
  }

  private mutating func split(_ body: Int, _ exit: Int, _ isGreedy: Bool) -> Int {
    emit(isGreedy ? .split(first: body, second: exit) : .split(first: exit, second: body))
  }

  /// Bytes that are in the same sets belong together; assertions tell line ends and word bytes apart.
  private func byteClasses(
    hasWordAssertions: Bool
  ) -> (classes: [UInt8], representatives: [UInt8]) {
    var telling = sets
    if hasWordAssertions { telling.append(.word) }
    telling.append(ByteSet(0x0A))
    var classes = [Int](repeating: 0, count: 256)
    var sizes = [256]
    // For each class how many of its bytes are in the set, and the class that these go to.
    var members = [Int](repeating: 0, count: 256)
    var targets = [Int](repeating: -1, count: 256)
    for set in telling {
      let bytes = set.bytes
      for byte in bytes { members[classes[Int(byte)]] += 1 }
      for byte in bytes {
        let old = classes[Int(byte)]
        // A class that lies in the set whole stays one.
        guard members[old] < sizes[old] || targets[old] >= 0 else { continue }
        if targets[old] < 0 {
          targets[old] = sizes.count
          sizes.append(members[old])
          sizes[old] -= members[old]
        }
        classes[Int(byte)] = targets[old]
      }
      for index in 0..<sizes.count {
        members[index] = 0
        targets[index] = -1
      }
    }
    let count = sizes.count
    var representatives = [UInt8](repeating: 0, count: count)
    for byte in stride(from: 255, through: 0, by: -1) {
      representatives[classes[byte]] = UInt8(byte)
    }
    return (classes.map { UInt8($0) }, representatives)
  }

  /// See ``Program/firsts``.
  private func firsts(_ classes: [UInt8], searchStart: Int) -> FirstSets {
    var numbering = Numbering<ClassSet>()
    func number(of set: ClassSet) -> UInt16 {
      // There are fewer sets than instructions, and fewer of those than 2^16.
      UInt16(truncatingIfNeeded: numbering.number(of: set, bits: set.mixed))
    }
    let none = number(of: .none)
    let match = number(of: .match)
    let ofSets = sets.map { set in
      var result = ClassSet.none
      for byte in set.bytes { result.insert(Int(classes[Int(byte)])) }
      return number(of: result)
    }
    var numbers = [UInt16](repeating: none, count: instructions.count)
    func union(_ left: UInt16, _ right: UInt16) -> UInt16 {
      left == right
        ? left : number(of: numbering.values[Int(left)].union(numbering.values[Int(right)]))
    }
    // What follows an instruction was emitted before it, but for the ends of loops.
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for id in instructions.indices {
        let value: UInt16
        switch instructions[id] {
        case .bytes(let set, _): value = ofSets[set]
        case .split(let first, let second): value = union(numbers[first], numbers[second])
        case .save(_, let next), .assertion(_, let next): value = numbers[next]
        case .match: value = match
        case .fail: value = none
        }
        if value != numbers[id] {
          numbers[id] = value
          hasChanged = true
        }
      }
      // Without loops one round is enough, but for the instruction that starts new matches.
      if !hasLoops { break }
    }
    if case .split(let first, let second) = instructions[searchStart] {
      numbers[searchStart] = union(numbers[first], numbers[second])
    }
    return FirstSets(sets: numbering.values, numbers: numbers)
  }
}
