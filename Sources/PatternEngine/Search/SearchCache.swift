/// The scratch memory of searching with a set: one for each worker and set, never shared.
package struct SearchCache {
  /// How many bytes the automata of all patterns may take before they start over.
  static let matcherLimit = 12 << 20

  /// How much of a text is filtered before the candidates found in it are searched; never 0.
  var blockSize = 16_384
  /// How many states a pattern's automaton has before a smaller one rules out places for it.
  var relaxedLimit = 64
  /// For each pattern where its matches may begin, in order and apart, and not yet searched.
  private(set) var intervals: [[StartInterval]] = []
  /// The patterns that have intervals.
  var waiting: [Int32] = []
  private var progress: [SearchProgress] = []
  /// The patterns whose progress is not that of a new text.
  private var started: [Int32] = []
  /// The matchers of the patterns that were searched, and where each pattern's is; -1 where it has none.
  private var matchers: [Matcher?] = []
  private var matcherPlaces: [Int32] = []
  private var captures = Captures()
  /// What was read of the index so far: where in `groups` each of its groups is, or -1.
  private var groupPlaces: [Int32] = []
  private var groups: [PatternIndex.Group] = []
  private var triggers: [PatternIndex.Trigger] = []
  private var steps: [UInt32] = []
  private var textCount = 0

  package init() {}

  mutating func begin(_ index: PatternIndex) {
    let count = index.facts.count
    if groupPlaces.count < index.groupCount {
      groupPlaces = Array(repeating: -1, count: index.groupCount)
    }
    guard intervals.count < count else { return }
    intervals += Array(repeating: [], count: count - intervals.count)
    progress += Array(repeating: SearchProgress(), count: count - progress.count)
    matcherPlaces += Array(repeating: -1, count: count - matcherPlaces.count)
  }

  mutating func end() {
    for pattern in started { progress[Int(pattern)] = SearchProgress() }
    started.removeAll(keepingCapacity: true)
    textCount += 1
    guard textCount % 64 == 0 else { return }
    let sizes = matchers.map { $0?.byteCount ?? 0 }
    guard sizes.reduce(0, +) > Self.matcherLimit else { return }
    // The large ones grow back first; those of a few states are worth keeping.
    let limit = Self.matcherLimit / 64
    for (place, size) in sizes.enumerated() where size > limit { matchers[place] = nil }
  }

  // MARK: - Candidates

  /// Compares the runs of all triggers that the filter points at with the text. `compared` is told of
  /// each comparison: of which pattern's run, and whether it stands there.
  @inline(__always)
  mutating func gather(
    _ index: PatternIndex, _ filter: Prefilter, _ choice: PatternChoice,
    in text: UnsafeBufferPointer<UInt8>, range: Range<Int>,
    compared: (_ pattern: Int32, _ stands: Bool) -> Void = { _, _ in },
    _ body: (Match) -> Void
  ) {
    let (isWanted, isGroupWanted, classes) = (
      choice.isWanted, choice.isGroupWanted, ByteClass.table
    )
    filter.forEachPlace(in: text, range: range) { groups, place in
      for number in groups where isGroupWanted[Int(number)] {
        if groupPlaces[Int(number)] < 0 { read(Int(number), of: index) }
        let group = self.groups[Int(groupPlaces[Int(number)])]
        let probe = place - 1 + Int(group.probeOffset)
        if probe >= 0, probe < text.count,
          group.probe >> UInt64(classes[Int(text[probe])]) & 1 == 0
        {
          continue
        }
        let first = Int(group.firstTrigger)
        for number in first..<(first + Int(group.triggerCount)) {
          let trigger = triggers[number]
          guard isWanted[Int(trigger.pattern)] else { continue }
          let start = place - 1 - Int(trigger.reach)
          let stands = Self.stands(trigger, steps, at: start, index, in: text)
          compared(trigger.pattern, stands)
          guard stands else { continue }
          found(trigger, at: start, index, text, body)
        }
      }
    }
  }

  /// Takes a group that is met for the first time out of the packed index.
  private mutating func read(_ number: Int, of index: PatternIndex) {
    groupPlaces[number] = Int32(truncatingIfNeeded: groups.count)
    groups.append(index.group(number, triggers: &triggers, steps: &steps))
  }

  /// Whether a trigger's run stands at a place.
  @inline(__always)
  private static func stands(
    _ trigger: PatternIndex.Trigger, _ steps: [UInt32], at start: Int, _ index: PatternIndex,
    in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard start >= 0, start + Int(trigger.length) <= text.count else { return false }
    let first = Int(trigger.firstStep)
    for place in first..<(first + Int(trigger.length)) {
      let step = steps[place]
      guard index.contains(Int32(step & 0xFFFF), text[start + Int(step >> 16)]) else {
        return false
      }
    }
    var rest = trigger.boundaries
    while rest != 0 {
      let gap = start + rest.trailingZeroBitCount
      guard PatternSyntax.Assertion.wordBoundary.holds(at: gap, in: text) else { return false }
      rest &= rest - 1
    }
    return true
  }

  private mutating func found(
    _ trigger: PatternIndex.Trigger, at run: Int, _ index: PatternIndex,
    _ text: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Void
  ) {
    let pattern = Int(trigger.pattern)
    if index.facts[pattern].isExact {
      guard run >= progress[pattern].position else { return }
      let range = run..<(run + Int(trigger.length))
      start(pattern)
      progress[pattern].position = range.upperBound
      body(Match(pattern: pattern, range: range, groups: [range]))
      return
    }
    let last = run - Int(trigger.minimumBefore)
    guard last >= 0 else { return }
    let limit = trigger.maximumBefore < 0 ? 0 : max(0, run - Int(trigger.maximumBefore))
    if index.facts[pattern].hasFreePrefix {
      var first = run
      while first > limit, index.contains(trigger.beforeSet, text[first - 1]) { first -= 1 }
      insert(StartInterval(first: first, last: run), to: pattern)
      return
    }
    // A match's start lies no farther back than the bytes that may stand before the run. What was
    // searched for an earlier run is not looked at again; there the limit has to do.
    var first = run
    let known = intervals[pattern].last?.last ?? -1
    while first > limit, index.contains(trigger.beforeSet, text[first - 1]) {
      if first <= known {
        first = limit
        break
      }
      first -= 1
    }
    if first <= last { add(StartInterval(first: first, last: last), to: pattern) }
  }

  /// Adds an interval; it may begin before others, but not before those that were searched.
  mutating func add(_ interval: StartInterval, to pattern: Int) {
    if intervals[pattern].isEmpty { waiting.append(Int32(truncatingIfNeeded: pattern)) }
    var interval = interval
    while let last = intervals[pattern].last, last.last >= interval.first - 1 {
      interval.first = min(interval.first, last.first)
      interval.last = max(interval.last, last.last)
      intervals[pattern].removeLast()
    }
    intervals[pattern].append(interval)
  }

  /// Adds the interval of a run behind a free prefix; each stays for itself, in the order of the runs.
  private mutating func insert(_ interval: StartInterval, to pattern: Int) {
    if intervals[pattern].isEmpty { waiting.append(Int32(truncatingIfNeeded: pattern)) }
    var place = intervals[pattern].count
    while place > 0, intervals[pattern][place - 1].last > interval.last { place -= 1 }
    if place > 0, intervals[pattern][place - 1].last == interval.last { return }
    intervals[pattern].insert(interval, at: place)
  }

  /// Removes the intervals that end before `place`.
  mutating func take(_ pattern: Int, before place: Int) -> [StartInterval] {
    let all = intervals[pattern]
    var count = all.count
    while count > 0, all[count - 1].last >= place { count -= 1 }
    if count == 0 { return [] }
    if count == all.count {
      intervals[pattern] = []
      return all
    }
    intervals[pattern].removeFirst(count)
    return Array(all[..<count])
  }

  // MARK: - Matches

  mutating func search(
    _ pattern: Int, _ programs: ProgramStore, in text: UnsafeBufferPointer<UInt8>,
    _ starts: [StartInterval], _ facts: PatternIndex.Facts, _ body: (Match) -> Void
  ) {
    if matcherPlaces[pattern] < 0 {
      matcherPlaces[pattern] = Int32(truncatingIfNeeded: matchers.count)
      matchers.append(nil)
    }
    let place = Int(matcherPlaces[pattern])
    if matchers[place] == nil {
      guard let program = programs.program(pattern) else { return }
      matchers[place] = Matcher(program, relaxedLimit: relaxedLimit)
    }
    start(pattern)
    matchers[place]?.forEachMatch(
      in: text, starts: starts, hasFreePrefix: facts.hasFreePrefix,
      maximumLength: facts.maximumLength, progress: &progress[pattern], captures: &captures
    ) { groups in
      if let range = groups[0] { body(Match(pattern: pattern, range: range, groups: groups)) }
    }
  }

  private mutating func start(_ pattern: Int) {
    if progress[pattern].position == 0 { started.append(Int32(truncatingIfNeeded: pattern)) }
  }
}
