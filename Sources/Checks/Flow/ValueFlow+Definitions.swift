import SourceText

// What gives names their values: assignments, loops, patterns, and calls that change what they are
// called on.

extension ValueFlow {
  /// Something that is done to a name.
  struct Definition {
    enum Kind {
      /// The name has another value from here on, or more of one.
      case assignment
      /// What the name stands for holds more or less from here on.
      case change
    }

    var kind: Kind
    /// The tokens of the value; of a change those of the whole call or assignment.
    var value: Range<Int>
    var adds = false
    /// The name is given an element of the value.
    var isElement = false
    /// The key under which the value holds what the name is given.
    var key: String?
    /// The place in a list of values that the name is given.
    var place: Int?
    /// The name of the method that changes it; `[]` for an assignment to an element.
    var method = ""
  }

  /// What is done to the name at a token; nil where it is only used.
  func definition(at token: Int) -> Definition? {
    if let known = definitions[token] { return known }
    let made = readDefinition(token)
    definitions[token] = made
    return made
  }

  private func readDefinition(_ token: Int) -> Definition? {
    if walk.isMark(token - 1, [".", "->", "?.", "::"]), !isOwnMember(token) { return nil }
    let next = token + 1
    if let adds = assigns(next) {
      if isNamedArgument(token) { return nil }
      let end = valueEnd(next + 1)
      guard end > next + 1 else { return nil }
      return Definition(kind: .assignment, value: (next + 1)..<end, adds: adds)
    }
    if walk.isMark(next, "["), let close = brackets.partner(of: next), assigns(close + 1) != nil {
      // `char name[64] = "…"` gives the name its value.
      if close == next + 1 || isDeclared(token) {
        return Definition(kind: .assignment, value: (close + 2)..<valueEnd(close + 2))
      }
      return Definition(kind: .change, value: next..<valueEnd(close + 2), method: "[]")
    }
    if walk.isMark(next, [".", "->", "?."]), walk.isIdentifier(next + 1),
      walk.isMark(next + 2, "("), let close = brackets.partner(of: next + 2),
      FlowWords.changing.contains(walk.text(next + 1))
    {
      return Definition(kind: .change, value: (next + 1)..<(close + 1), method: walk.text(next + 1))
    }
    if let annotated = annotatedValue(token) { return annotated }
    if walk.isMark(next, [",", ")", "]", "}"]) || walk.isMark(token - 1, ["{", "["]) {
      if let found = patternValue(token) { return found }
    }
    if let found = loopValue(token) { return found }
    if walk.isWord(token - 1, "as"), let made = withValue(token) { return made }
    return bufferWrite(token)
  }

  private static let wordsBeforeConditions: Set<String> = [
    "if", "while", "for", "switch", "elif", "elsif", "elseif", "catch", "with", "foreach", "until",
    "unless", "return", "and", "or", "not", "in", "let", "using",
  ]

  /// `f(name=value)`: the name is the function's.
  private func isNamedArgument(_ token: Int) -> Bool {
    guard walk.isMark(token - 1, ["(", ","]) else { return false }
    var index = token - 1
    var steps = 0
    while index > 0, steps < 200 {
      steps += 1
      if walk.isMark(index, [")", "]", "}"]) {
        guard let open = brackets.partner(of: index) else { return false }
        index = open
      } else if walk.isMark(index, "(") {
        return walk.isIdentifier(index - 1)
          && !Self.wordsBeforeConditions.contains(walk.text(index - 1))
          || walk.isMark(index - 1, [")", "]", ">"])
      } else if walk.isMark(index, ["{", "[", ";"]) {
        return false
      }
      index -= 1
    }
    return false
  }

  /// `this.name`, `self.name`: a name of the class.
  private func isOwnMember(_ token: Int) -> Bool {
    walk.isWord(token - 2, "this") || walk.isWord(token - 2, "self")
      || walk.isIdentifier(token - 2, "$this")
  }

  /// Whether a mark assigns, and if so whether it adds to what was there.
  private func assigns(_ index: Int) -> Bool? {
    if walk.isMark(index, ["=", ":="]) { return false }
    if walk.isMark(index, ["+=", ".=", "..=", "||=", "??="]) { return true }
    if walk.isMark(index, "<<"), language == "ruby" { return true }
    return nil
  }

  /// `name: Type = value`
  private func annotatedValue(_ token: Int) -> Definition? {
    guard walk.isMark(token + 1, ":") else { return nil }
    var index = token + 2
    while index < walk.count, index - token < 24, !walk.isMark(index, "=") {
      let isType =
        walk.isIdentifier(index)
        || walk.isMark(index, [".", "<", ">", "[", "]", "?", "|", "&", "*", "!", "::"])
      guard isType else { return nil }
      index += 1
    }
    guard walk.isMark(index, "=") else { return nil }
    let end = valueEnd(index + 1)
    return end > index + 1 ? Definition(kind: .assignment, value: (index + 1)..<end) : nil
  }

  private func isDeclared(_ token: Int) -> Bool {
    walk.isIdentifier(token - 1) && !walk.endsLine(token - 1) || walk.isMark(token - 1, "*")
  }

  func valueEnd(_ start: Int) -> Int {
    var end = AssignmentIndex.valueEnd(from: start, walk.tokens, walk.bytes)
    // The comma in `new HashMap<String, Object>()` ends nothing.
    while walk.isMark(end, ","), let close = typeListEnd(around: end, from: start) {
      end = AssignmentIndex.valueEnd(from: close + 1, walk.tokens, walk.bytes)
    }
    return end
  }

  /// The `>` that closes a list of types around a comma, before a bracket.
  private func typeListEnd(around comma: Int, from start: Int) -> Int? {
    func isType(_ index: Int) -> Bool {
      walk.isIdentifier(index) || walk.isMark(index, [",", ".", "?", "[", "]", "<", ">", "&", "*"])
    }
    var open = comma - 1
    while open > start, isType(open), !walk.isMark(open, "<") { open -= 1 }
    guard open > start, walk.isMark(open, "<"), walk.isIdentifier(open - 1) else { return nil }
    var close = comma + 1
    var depth = 1
    while close - comma < 40, isType(close) {
      if walk.isMark(close, "<") { depth += 1 }
      if walk.isMark(close, ">") {
        depth -= 1
        if depth == 0 { return walk.isMark(close + 1, ["(", "{", "["]) ? close : nil }
      }
      close += 1
    }
    return nil
  }

  /// `a, name = x, y`, `const { a: name } = x`, `[a, name] = x`, `(a, name) = x`, `Some(name) = x`.
  private func patternValue(_ token: Int) -> Definition? {
    var index = token
    var depth = 0
    var commas = 0
    while index < walk.count, index - token < 60 {
      if walk.isMark(index, ",") { commas += 1 }
      if walk.isMark(index, ["(", "{", "["]) {
        guard let close = brackets.partner(of: index) else { return nil }
        index = close
      } else if walk.isMark(index, [")", "}", "]"]) {
        depth += 1
        guard depth <= 2 else { return nil }
      } else if walk.isMark(index, ["=", ":="]) {
        break
      } else if !(walk.isIdentifier(index) || walk.isMark(index, [",", ":", "*", "...", "&"])) {
        return nil
      } else if walk.kind(index) == .newline, depth == 0 {
        return nil
      }
      index += 1
    }
    guard walk.isMark(index, ["=", ":="]) else { return nil }
    if depth == 0, commas == 0 || !beginsStatement(token) { return nil }
    if depth > 0, !isTarget(closingAt: index - 1) { return nil }
    let isObject = walk.isMark(index - 1, "}")
    let end = valueEnd(index + 1)
    guard end > index + 1 else { return nil }
    var definition = Definition(kind: .assignment, value: (index + 1)..<end)
    if isObject {
      // `{ key: name }`
      definition.key =
        walk.isMark(token - 1, ":") && walk.isIdentifier(token - 2)
        ? walk.text(token - 2) : walk.text(token)
      definition.isElement = true
      return definition
    }
    // Several values for several names.
    var before = 0
    var place = token - 1
    while place >= 0, token - place < 60, walk.isIdentifier(place) || walk.isMark(place, ",") {
      if walk.isMark(place, ",") { before += 1 }
      if walk.endsLine(place - 1), !walk.isMark(place - 1, ",") { break }
      place -= 1
    }
    if depth == 0, walk.isMark(end, ",") {
      var values: [Range<Int>] = []
      var start = index + 1
      var stop = end
      while stop > start, values.count < 12 {
        values.append(start..<stop)
        guard walk.isMark(stop, ",") else { break }
        start = stop + 1
        stop = valueEnd(start)
      }
      if values.indices.contains(before) { definition.value = values[before] }
      return definition
    }
    definition.place = before
    definition.isElement = true
    return definition
  }

  /// Whether the bracket that closes at a token is what is assigned to, and no list of arguments.
  private func isTarget(closingAt close: Int) -> Bool {
    guard walk.isMark(close, [")", "}", "]"]), let open = brackets.partner(of: close) else {
      return false
    }
    let before = open - 1
    return before < 0 || walk.kind(before) == .newline || walk.isMark(before, [";", "{", "}", "("])
      || ["const", "let", "var", "val", "Some", "Ok", "Err", "for", "local", "my"]
        .contains(walk.text(before))
      || walk.endsLine(before)
  }

  /// Whether only names and commas stand before a token in its statement, which is no list of arguments.
  private func beginsStatement(_ token: Int) -> Bool {
    let start = blocks.statementStart(token)
    guard !walk.isMark(start - 1, ["(", "["]) else { return false }
    return (start..<token).allSatisfy { walk.isIdentifier($0) || walk.isMark($0, [",", "*"]) }
  }

  /// `for name in values`, `for (T name : values)`, `foreach ($values as $key => $name)`,
  /// `for _, name := range values`, `values.each do |name|`.
  private func loopValue(_ token: Int) -> Definition? {
    var index = token + 1
    while index - token < 12,
      walk.isMark(index, [",", ")"])
        || walk.isIdentifier(index) && !walk.isWord(index, "in") && !walk.isWord(index, "of")
    {
      index += 1
    }
    if walk.isWord(index, "in") || walk.isWord(index, "of") || walk.isMark(index, ":") {
      var start = token - 1
      while token - start < 12,
        walk.isIdentifier(start) && !walk.isWord(start, "for") && !walk.isWord(start, "foreach")
          || walk.isMark(start, [",", "(", ".", "<", ">", "[", "]"])
      {
        start -= 1
      }
      guard walk.isWord(start, "for") || walk.isWord(start, "foreach") else { return nil }
      return Definition(
        kind: .assignment, value: (index + 1)..<loopEnd(index + 1), isElement: true)
    }
    // PHP
    var start = token - 1
    if walk.isMark(start, "=>"), walk.isIdentifier(start - 1) { start -= 2 }
    if walk.isWord(start, "as"), language == "php" {
      var open = start
      while open > 0, start - open < 60, !walk.isWord(open, "foreach") { open -= 1 }
      guard walk.isWord(open, "foreach"), open + 2 < start else { return nil }
      return Definition(kind: .assignment, value: (open + 2)..<start, isElement: true)
    }
    // Ruby
    if walk.isMark(token - 1, "|") || walk.isMark(token - 1, ","),
      walk.isMark(token + 1, ["|", ","])
    {
      var bar = token - 1
      while token - bar < 8, !walk.isMark(bar, "|") { bar -= 1 }
      guard walk.isMark(bar, "|"), walk.isMark(bar - 1, "{") || walk.isWord(bar - 1, "do") else {
        return nil
      }
      let first = blocks.statementStart(bar - 1)
      guard first < bar - 1 else { return nil }
      return Definition(kind: .assignment, value: first..<(bar - 1), isElement: true)
    }
    return nil
  }

  /// Where the value of a loop ends: before its block.
  private func loopEnd(_ start: Int) -> Int {
    var index = start
    while index < walk.count, index - start < 120 {
      if walk.isMark(index, ["(", "["]), let close = brackets.partner(of: index) {
        index = close
      } else if walk.isMark(index, ["{", ")", ":", ";"]) || walk.kind(index) == .newline
        || walk.isWord(index, "do")
      {
        return index
      }
      index += 1
    }
    return index
  }

  /// `with make(x) as name:`
  private func withValue(_ token: Int) -> Definition? {
    let start = blocks.statementStart(token - 1)
    guard walk.isWord(start, "with") || walk.isWord(start, "async") else { return nil }
    var first = token - 1
    while first > start + 1, !walk.isMark(first - 1, ",") {
      first -= 1
      if walk.isMark(first, [")", "]"]), let open = brackets.partner(of: first) { first = open }
    }
    return first < token - 1 ? Definition(kind: .assignment, value: first..<(token - 1)) : nil
  }

  /// `snprintf(name, …)`, `recv(s, name, …)`, `std::cin >> name`: what a call or a stream writes into it.
  private func bufferWrite(_ token: Int) -> Definition? {
    guard ["c", "cpp", "objective-c", "php", "rust"].contains(language) else {
      return nil
    }
    if walk.isMark(token - 1, ">"), walk.isMark(token - 2, ">") {
      let start = blocks.statementStart(token)
      let isInput = (start..<token).contains { walk.isWord($0, "cin") }
      return isInput ? Definition(kind: .assignment, value: start..<token, method: "cin") : nil
    }
    // The call around it, and how many arguments stand before it.
    var open = token - 1
    var place = 0
    while token - open < 40, !walk.isMark(open, "(") {
      if walk.isMark(open, ",") { place += 1 }
      if walk.isMark(open, [")", "]"]), let partner = brackets.partner(of: open) { open = partner }
      if walk.isMark(open, [";", "{", "}"]) || walk.isMark(open, "=") { return nil }
      open -= 1
    }
    guard walk.isMark(open, "("), walk.isIdentifier(open - 1),
      let close = brackets.partner(of: open)
    else { return nil }
    let name = walk.text(open - 1)
    if let reading = FlowWords.readingIntoBuffers[name] {
      let isFilled = reading.isRest ? place >= reading.place : place == reading.place
      return isFilled
        ? Definition(kind: .assignment, value: (open - 1)..<(close + 1), method: name) : nil
    }
    guard place == 0, FlowWords.writing.contains(name), token + 1 < close else { return nil }
    return Definition(
      kind: .assignment, value: (token + 1)..<close, adds: name.hasSuffix("cat"), method: name)
  }

  /// What a definition gives its name.
  func value(of definition: Definition, _ frame: Frame?, depth: Int) -> FlowValue {
    var value: FlowValue
    if !definition.method.isEmpty {
      if let source = FlowWords.readingIntoBuffers[definition.method]?.source {
        return .outside(
          FlowValue.Sources([source]),
          FlowValue.Step(token: definition.value.lowerBound, name: definition.method))
      }
      value = FlowValue()
      for argument in arguments(definition.value) {
        value = value.joined(evaluate(argument.value, frame, depth: depth + 1))
      }
      if !value.isConstant { value.isBuilt = true }
      value.constant = nil
      return value
    }
    value = evaluate(definition.value, frame, depth: depth + 1)
    if definition.isElement {
      if let key = definition.key, let entries = value.entries {
        value = entries[key] ?? FlowValue()
      } else if let place = definition.place, let elements = value.elements,
        elements.indices.contains(place)
      {
        value = elements[place]
      } else if value.isCarrier {
        value = words.member(
          definition.key ?? "", ofCarrier: value, at: definition.value.lowerBound)
      } else {
        value = value.anyElement
      }
    }
    if definition.adds {
      value.constant = nil
      if !value.isConstant { value.isBuilt = true }
    }
    return value
  }

  /// What a value is after changes, the first done first.
  func apply(
    _ changes: some Sequence<Definition>, to value: FlowValue, _ frame: Frame?, depth: Int
  ) -> FlowValue {
    var value = value
    for change in changes { alter(&value, by: change, frame, depth: depth) }
    return value
  }

  private func alter(
    _ value: inout FlowValue, by change: Definition, _ frame: Frame?, depth: Int
  ) {
    if change.method == "[]" {
      guard let close = brackets.partner(of: change.value.lowerBound) else { return }
      let key = evaluate((change.value.lowerBound + 1)..<close, frame, depth: depth + 1)
      let made = evaluate((close + 2)..<change.value.upperBound, frame, depth: depth + 1)
      put(made, under: Self.key(key), into: &value)
      return
    }
    let open = change.value.lowerBound + 1
    let arguments = self.arguments((open + 1)..<(change.value.upperBound - 1))
      .map { evaluate($0.value, frame, depth: depth + 1) }
    switch change.method {
    case "append", "add", "push", "push_back", "addLast", "Add", "unshift", "prepend", "insert",
      "addElement", "concat", "AppendLine", "AppendFormat", "Append", "extend", "addAll",
      "push_str",
      "write", "appendString", "AppendString", "WriteString":
      guard let first = arguments.last else { return }
      if var elements = value.elements, arguments.count == 1, change.method != "unshift" {
        elements.append(first)
        value.elements = elements
      } else {
        let isText = value.isConstant || value.isBuilt
        for argument in arguments { value = value.joined(argument) }
        if isText, !value.isConstant { value.isBuilt = true }
      }
    case "put", "set", "setProperty", "setAttribute", "Set", "putIfAbsent", "setdefault", "TryAdd":
      guard arguments.count >= 2, let last = arguments.last else { return }
      put(last, under: Self.key(arguments.dropLast()), into: &value)
    case "remove", "pop", "removeAt", "RemoveAt", "shift", "poll", "removeFirst":
      guard var elements = value.elements, !elements.isEmpty else { return }
      let isFirst = ["shift", "poll", "removeFirst"].contains(change.method)
      var place = isFirst ? 0 : elements.count - 1
      if case .number(let number)? = arguments.first?.constant {
        place = Int(exactly: number) ?? place
      }
      if place < 0 { place += elements.count }
      if elements.indices.contains(place) { elements.remove(at: place) }
      value.elements = elements
    case "clear":
      value = FlowValue()
      value.elements = []
      value.entries = [:]
    default:
      for argument in arguments { value = value.joined(argument) }
    }
  }

  private func put(_ made: FlowValue, under key: String?, into value: inout FlowValue) {
    if let key, value.isConstant || value.entries != nil {
      value.entries = value.entries ?? [:]
      value.entries?[key] = made
      if let elements = value.elements, let place = Int(key), elements.indices.contains(place) {
        value.elements?[place] = made
      }
    } else {
      let entries = value.entries
      value = value.joined(made)
      value.entries = entries
    }
  }

  /// What a key is in a table of values; nil for one that is not known.
  static func key(_ value: FlowValue) -> String? {
    switch value.constant {
    case .text(let text): text
    case .number(let number): Int(exactly: number).map { "\($0)" }
    case .boolean, .null, nil: nil
    }
  }

  static func key(_ values: some Sequence<FlowValue>) -> String? {
    var parts: [String] = []
    for value in values {
      guard let part = key(value) else { return nil }
      parts.append(part)
    }
    return parts.joined(separator: "\u{1}")
  }
}
