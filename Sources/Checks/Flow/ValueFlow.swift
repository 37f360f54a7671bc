// Follows values through a document without running it. A question begins at an expression, and goes
// back only as far as that needs: names to what was assigned to them on the ways that lead there,
// calls of the document's own functions into them, containers by their keys. Conditions that are
// constant are worked out, so that what stands on a dead way does not count. Every question has a
// budget; what exceeds it is unknown.

import Rules
import SourceText

/// Answers where values of one document come from.
final class ValueFlow {
  unowned let scan: DocumentScan
  let walk: TokenWalk
  let brackets: BracketMap
  let functions: FunctionIndex
  let blocks: BlockIndex
  let occurrences: NameOccurrences
  let words: FlowWords
  /// The id of the document's language.
  let language: String

  /// Steps left of the question that is asked.
  var budget = 0
  /// Steps left for the document.
  private var reserve = 400_000
  private var known: [Range<Int>: FlowValue] = [:]
  /// The values of names by their tokens, where no call is followed and no limit was met.
  private var names: [Int: (value: FlowValue, depth: Int)] = [:]
  /// A limit was met, or a name asked for what it is given, since that was last looked at.
  private var isCut = false
  private var callsByName: [String: [Int]] = [:]
  /// What is done to names, by their tokens.
  var definitions: [Int: Definition?] = [:]
  /// What is being worked out, so that nothing is asked of itself.
  var open: Set<Open> = []

  struct Open: Hashable {
    var name: String
    var place: Int
    var depth: Int
  }

  /// The steps that one question may take.
  private static let steps = 3_000

  /// A call of one of the document's functions that is being followed.
  final class Frame {
    let function: FunctionIndex.Function
    let bindings: [String: FlowValue]
    let depth: Int

    init(_ function: FunctionIndex.Function, _ bindings: [String: FlowValue], depth: Int) {
      self.function = function
      self.bindings = bindings
      self.depth = depth
    }
  }

  /// `cleaners` are functions, with what they are called on, that make a value harmless beside those
  /// that are known to.
  init(_ scan: DocumentScan, cleaners: [String] = []) {
    self.scan = scan
    language = scan.document.language.id
    walk = scan.walk
    brackets = scan.brackets
    functions = scan.functions
    blocks = scan.blocks
    occurrences = scan.occurrences
    words = FlowWords(scan, cleaners: cleaners)
  }

  /// What is known of the value that tokens write; asked once of each range.
  func value(of range: Range<Int>) -> FlowValue {
    if let value = known[range] { return value }
    guard reserve > 0 else { return .unknown }
    budget = min(Self.steps, reserve)
    let before = budget
    open.removeAll(keepingCapacity: true)
    var value = evaluate(range, nil, depth: 0)
    if value.elements != nil || value.entries != nil { value = value.anyElement }
    reserve -= before - max(0, budget)
    known[range] = value
    return value
  }

  /// Takes a step; false where there are none left.
  func step() -> Bool {
    budget -= 1
    if budget <= 0 { isCut = true }
    return budget > 0
  }

  /// Whether a question may go as deep as that.
  func isWithin(_ limit: Int, _ depth: Int) -> Bool {
    if depth >= limit { isCut = true }
    return depth < limit
  }

  // MARK: - Names

  /// The value of a name at a token.
  func value(ofName name: String, at place: Int, _ frame: Frame?, depth: Int) -> FlowValue {
    guard isWithin(24, depth), step() else { return .unknown }
    let isRemembered = frame == nil && walk.isIdentifier(place, name)
    // Less deep, no limit would be met either.
    if isRemembered, let known = names[place], known.depth >= depth { return known.value }
    let mark = Open(name: name, place: place, depth: frame?.depth ?? 0)
    guard open.insert(mark).inserted else {
      isCut = true
      return FlowValue()
    }
    defer { open.remove(mark) }
    let wasCut = isCut
    isCut = false
    let value = found(name, at: place, frame, depth: depth)
    if isRemembered, !isCut { names[place] = (value, depth) }
    isCut = isCut || wasCut
    return value
  }

  private func found(_ name: String, at place: Int, _ frame: Frame?, depth: Int) -> FlowValue {
    // What is done to it is told from the inside outward, and done to what is found at last.
    var changes: [Definition] = []
    // A frame is of the function that is being followed; its caller's names are not seen here.
    for function in functions.enclosing(place) {
      let own = frame?.function.body == function.body ? frame : nil
      var found = definitions(of: name, at: place, within: function, &changes, own, depth: depth)
      if found?.isDone != true,
        let parameter = value(ofParameter: name, of: function, own, depth: depth)
      {
        let value = found?.value.joined(parameter) ?? parameter
        found = (apply(changes.reversed(), to: value, own, depth: depth), true)
        changes = []
      }
      if let found { return checked(found.value, name, at: place, in: function.body) }
    }
    let found =
      definitions(of: name, at: place, within: nil, &changes, frame, depth: depth)?.value
      ?? shared(name, at: place, depth: depth)
      ?? (isConstantByName(name) ? .assumed : words.value(ofUnboundName: name, at: place))
    return apply(changes.reversed(), to: found, frame, depth: depth)
  }

  /// `TABLE_NAME`: a constant from elsewhere, by convention.
  func isConstantByName(_ name: String) -> Bool {
    name.utf8.count > 2
      && name.utf8.allSatisfy {
        (0x41...0x5A).contains($0) || $0 == 0x5F || (0x30...0x39).contains($0)
      }
  }

  /// What the assignments before a place may have left in a name, within a function or outside of all,
  /// and whether one of them decides. What changed the value since, the last first, is done to it; nil
  /// without an assignment, and then it is left in `changes`.
  private func definitions(
    of name: String, at place: Int, within function: FunctionIndex.Function?,
    _ changes: inout [Definition], _ frame: Frame?, depth: Int
  ) -> (value: FlowValue, isDone: Bool)? {
    let range = function.map { $0.body } ?? 0..<walk.count
    var found: FlowValue?
    var seen = 0
    let enclosing = functions.enclosing(place)
    for token in occurrences.tokens(of: name, in: range.lowerBound..<min(place, range.upperBound))
      .reversed()
    {
      seen += 1
      guard seen < 120, step() else { return ((found ?? FlowValue()).joined(.unknown), true) }
      guard let definition = definition(at: token), !isElsewhere(token, enclosing, function),
        // A value that holds the place itself is not made yet.
        !definition.value.contains(place)
      else { continue }
      let way = self.way(to: token, from: place, frame, depth: depth)
      if way == .dead { continue }
      switch definition.kind {
      case .change: changes.append(definition)
      case .assignment:
        var value = self.value(of: definition, frame, depth: depth)
        value = apply(changes.reversed(), to: value, frame, depth: depth)
        value = value.passing(FlowValue.Step(token: token, name: name))
        found = found.map { value.joined($0) } ?? value
        if !definition.adds, way == .certain {
          changes = []
          return found.map { ($0, true) }
        }
      }
    }
    guard let found else { return nil }
    changes = []
    return (found, false)
  }

  /// Whether a token stands in a function that is not around the place.
  private func isElsewhere(
    _ token: Int, _ enclosing: [FunctionIndex.Function], _ function: FunctionIndex.Function?
  ) -> Bool {
    guard let inner = functions.enclosing(token).first else { return false }
    if let function, inner.body == function.body { return false }
    return !enclosing.contains { $0.body == inner.body }
  }

  /// How sure it is that what stands at a token was done before a place.
  private enum Way {
    case certain, possible, dead
  }

  private func way(to token: Int, from place: Int, _ frame: Frame?, depth: Int) -> Way {
    var way = Way.certain
    for condition in blocks.guards(of: token, awayFrom: place) {
      switch outcome(of: condition, frame, depth: depth + 1) {
      case true?: continue
      case false?: return .dead
      case nil: way = .possible
      }
    }
    return way
  }

  /// Whether a condition is known to hold.
  private func outcome(of condition: BlockIndex.Guard, _ frame: Frame?, depth: Int) -> Bool? {
    guard !condition.condition.isEmpty, isWithin(16, depth) else { return nil }
    guard let known = evaluate(condition.condition, frame, depth: depth).constant else {
      return nil
    }
    guard let labels = condition.labels else {
      guard case .boolean(let holds) = known else { return nil }
      return holds != condition.isNegated
    }
    func isKnown(_ label: Range<Int>) -> Bool {
      evaluate(label, frame, depth: depth).constant == known
    }
    if labels.contains(where: isKnown) { return true }
    return condition.hasDefault && !condition.others.contains(where: isKnown)
  }

  /// Names that are visible everywhere in a document: fields, and constants of the file.
  private func shared(_ name: String, at place: Int, depth: Int) -> FlowValue? {
    var found: FlowValue?
    var count = 0
    for token in occurrences.tokens(of: name, in: 0..<walk.count) {
      guard count < 4, let definition = definition(at: token), !definition.value.contains(place)
      else { continue }
      let inner = functions.enclosing(token).first
      let isField = walk.isMark(token - 1, [".", "->", "?."])
      guard isField || inner == nil else { continue }
      count += 1
      if definition.kind == .change {
        found = apply([definition], to: found ?? .unknown, nil, depth: depth + 4)
        continue
      }
      let value = self.value(of: definition, nil, depth: depth + 4)
        .passing(FlowValue.Step(token: token, name: name))
      found = found.map { value.joined($0) } ?? value
    }
    return found
  }

  // MARK: - Parameters

  /// The value of a parameter: what the call that is followed gives it, what a framework fills it with,
  /// or what calls in the document give it. Nil where the function has no parameter of that name.
  private func value(
    ofParameter name: String, of function: FunctionIndex.Function, _ frame: Frame?, depth: Int
  ) -> FlowValue? {
    let names = parameterNames(function)
    guard let place = names.firstIndex(where: { $0.name == name }) else { return nil }
    if let frame { return frame.bindings[name] ?? .unknown }
    let token = names[place].token
    if let filled = words.value(ofParameter: token, name, of: function) { return filled }
    guard !function.name.isEmpty, isWithin(10, depth) else { return .unknown }
    return value(ofArgument: place, inCallsOf: function, depth: depth) ?? .unknown
  }

  /// What calls of a function hand over in one place; unknown beside, since others may call it too.
  private func value(
    ofArgument place: Int, inCallsOf function: FunctionIndex.Function, depth: Int
  ) -> FlowValue? {
    var found = FlowValue.unknown
    var count = 0
    for token in calls(of: function.name) where token != function.start && count < 4 {
      guard let close = brackets.partner(of: token + 1) else { continue }
      let arguments = self.arguments((token + 2)..<close)
      let index = firstParameterIsSelf(function) && walk.isMark(token - 1, ".") ? place - 1 : place
      guard arguments.indices.contains(index) else { continue }
      count += 1
      let value = evaluate(arguments[index].value, nil, depth: depth + 6)
      if !value.sources.isEmpty {
        found = found.joined(value)
      }
    }
    return count > 0 ? found : nil
  }

  /// The first calls of a name, by their tokens. Looked for once: a text may define a name many times.
  private func calls(of name: String) -> [Int] {
    if let known = callsByName[name] { return known }
    let calls = occurrences.tokens(of: name, in: 0..<walk.count).lazy.filter { [self] token in
      guard walk.isMark(token + 1, "("), let close = brackets.partner(of: token + 1) else {
        return false
      }
      return !functions.areParameters((token + 2)..<close)
    }.prefix(8)
    let made = Array(calls)
    callsByName[name] = made
    return made
  }

  private func firstParameterIsSelf(_ function: FunctionIndex.Function) -> Bool {
    walk.isWord(function.parameters.lowerBound, "self")
      || walk.isWord(function.parameters.lowerBound, "cls")
  }

  /// The names of a function's parameters with their tokens, in order.
  func parameterNames(_ function: FunctionIndex.Function) -> [(name: String, token: Int)] {
    return arguments(function.parameters).compactMap { part in
      var range = part.name.map { $0..<part.value.upperBound } ?? part.value
      // Of `name: Type = x` and `Type name = x` what stands before the `=`.
      if let equals = range.first(where: { walk.isMark($0, "=") }) {
        range = range.lowerBound..<equals
      }
      if let colon = range.first(where: { walk.isMark($0, ":") }) {
        range = range.lowerBound..<colon
      }
      let names = range.filter { walk.isIdentifier($0) }
      let token =
        ["go", "kotlin", "rust", "python"].contains(language) ? names.first : names.last
      return token.map { (walk.text($0), $0) }
    }
  }
}
