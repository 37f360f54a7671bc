import Rules
import SourceText

// Names, literals, and what is called on them.

extension ValueFlow {
  /// The value of a single token.
  func atom(_ index: Int, _ frame: Frame?, depth: Int) -> FlowValue {
    switch walk.kind(index) {
    case .number?: return .literal(number(walk.text(index)).map { .number($0) })
    case .string?: return string(index, frame, depth: depth)
    case .identifier?:
      let text = walk.text(index)
      switch text {
      case "true", "True", "TRUE": return .literal(.boolean(true))
      case "false", "False", "FALSE": return .literal(.boolean(false))
      case "null", "None", "nil", "NULL", "nullptr", "undefined": return .literal(.null)
      case "self", "this", "super": return FlowValue()
      default: break
      }
      // Ruby's symbols and magic constants are literals.
      if walk.isMark(index - 1, ":"), language == "ruby",
        walk.tokens[index - 1].end == walk.tokens[index].start
      {
        return FlowValue()
      }
      if text.hasPrefix("__"), text.hasSuffix("__") { return FlowValue() }
      if let source = words.source(of: index..<(index + 1), path: text) { return source }
      return value(ofName: text, at: index, frame, depth: depth + 1)
    case .punctuation?, .newline?, nil: return FlowValue()
    }
  }

  private func number(_ text: String) -> Double? {
    var digits = text.utf8.filter { $0 != UInt8(ascii: "_") }
    while let last = digits.last, "lLuUfFdD".utf8.contains(last), digits.count > 1,
      !(digits.starts(with: Array("0x".utf8)))
    {
      digits.removeLast()
    }
    return Double(String(decoding: digits, as: UTF8.self))
  }

  /// A string with what is put into it.
  private func string(_ index: Int, _ frame: Frame?, depth: Int) -> FlowValue {
    let token = walk.tokens[index]
    guard token.isInterpolated else {
      let content = walk.bytes[token.content]
      return .literal(
        content.count <= 200 ? .text(String(decoding: content, as: UTF8.self)) : nil)
    }
    var value = FlowValue()
    for part in InterpolatedCode.parts(of: token, walk.bytes, scan.document.language) {
      guard step() else { break }
      value = value.joined(self.value(ofInterpolated: part, at: index, frame, depth: depth))
    }
    value.constant = nil
    if !value.isConstant {
      value.isBuilt = true
      if Self.isAnchored(walk.bytes[token.content]) { value.safeFor.formUnion(.url) }
    }
    return value
  }

  /// Whether a text begins with an address up to the path, so that what follows cannot change the host.
  static func isAnchored(_ text: some Sequence<UInt8>) -> Bool {
    var slashes = 0
    var hostBytes = 0
    for (index, byte) in text.enumerated() {
      guard index < 200 else { return false }
      switch byte {
      case UInt8(ascii: "/"):
        slashes += 1
        // A path of the same host, or the end of the host.
        if slashes == 3 { return hostBytes > 0 }
      case UInt8(ascii: "{"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "#"),
        UInt8(ascii: "\\"), UInt8(ascii: "?"):
        return false
      case UInt8(ascii: ":"): break
      default:
        if index == 1, slashes == 1 { return true }
        if slashes == 2 { hostBytes += 1 }
      }
    }
    return false
  }

  /// The value of the source text between the marks of an interpolation, read as a path of names.
  private func value(
    ofInterpolated part: Range<Int>, at index: Int, _ frame: Frame?, depth: Int
  ) -> FlowValue {
    let path = InterpolatedCode.path(walk.bytes[part])
    guard !path.names.isEmpty else { return FlowValue() }
    if let source = words.source(of: index..<(index + 1), path: path.text) { return source }
    // A call that cleans what it is given.
    var safeFor: HarmKind = []
    for (place, name) in path.names.enumerated() where path.calls.contains(place) {
      safeFor.formUnion(words.cleaning(name, path: name))
    }
    if safeFor == .all { return .harmless }
    if InterpolatedCode.isLiteral(walk.bytes[part]) { return FlowValue() }
    var found = FlowValue()
    for (place, name) in path.names.enumerated() {
      if path.calls.contains(place) {
        if place == 0, path.names.count == 1 { found = .unknown }
        continue
      }
      if path.members.contains(place) { continue }
      let value = self.value(ofName: name, at: index, frame, depth: depth + 1)
      found = found.joined(
        path.members.contains(place + 1) && value.isCarrier
          ? words.member(path.names[place + 1], ofCarrier: value, at: index) : value.anyElement)
    }
    if path.calls.contains(0), found.isConstant { found = .unknown }
    return safeFor.isEmpty ? found : found.cleaned(for: safeFor)
  }

  /// What a chain has come to.
  private struct Link {
    var value: FlowValue
    /// The names of the chain, joined by dots: `request.args.get`.
    var path: String
    /// The name that was last in it.
    var name: String
    /// Only the name of a type or a module so far, which is no value.
    var isType = false
  }

  /// `a.b(c)[d].e(f)`: from the left to the right.
  func chain(_ range: Range<Int>, _ frame: Frame?, depth: Int) -> FlowValue {
    var index = range.lowerBound
    var isNew = false
    while walk.isWord(index, "new") || walk.isMark(index, ["-", "!", "~", "+", "@", "#"]) {
      if walk.isMark(index, "!") { return .harmless }
      isNew = walk.isWord(index, "new")
      index += 1
    }
    if walk.isWord(index, "not") || walk.isWord(index, "defined") { return .harmless }
    guard index < range.upperBound else { return FlowValue() }
    var link: Link
    let isFunction =
      ["function", "func", "fn", "fun", "def", "class", "lambda", "async"]
      .contains(where: { walk.isIdentifier(index, $0) })
    if isFunction { return .unknown }
    switch walk.kind(index) {
    case .string?:
      var value = atom(index, frame, depth: depth)
      // Literals side by side are one.
      while walk.kind(index + 1) == .string, index + 1 < range.upperBound {
        index += 1
        value = value.joined(atom(index, frame, depth: depth))
        value.constant = nil
      }
      link = Link(value: value, path: "", name: "")
      index += 1
    case .identifier?:
      let name = walk.text(index)
      let isCalled =
        walk.isMark(index + 1, "(")
        || walk.isMark(index + 1, "!") && walk.isMark(index + 2, ["(", "["])
        || walk.isMark(index + 1, "<") && isTypeList(index + 1, range) != nil
      let path = scan.imports.binding(at: index)?.path.joined(separator: ".") ?? name
      let isType =
        isNew && index + 1 < range.upperBound || isModule(index, range, frame)
        || walk.isMark(index + 1, "{") && isClassName(name)
      let value = isCalled || isType ? FlowValue() : atom(index, frame, depth: depth)
      link = Link(value: value, path: path, name: name, isType: isType)
      index += 1
      if walk.isMark(index, "!"), walk.isMark(index + 1, ["(", "["]) { index += 1 }
    case .number?:
      link = Link(value: atom(index, frame, depth: depth), path: "", name: "")
      index += 1
    case .punctuation?:
      guard walk.isMark(index, ["(", "[", "{"]), let close = brackets.partner(of: index),
        close < range.upperBound
      else { return .unknown }
      link = Link(value: list(index, close, frame, depth: depth), path: "", name: "")
      // `[]byte(x)`, `[]string{…}`
      if close == index + 1, walk.isMark(index, "["), walk.isIdentifier(close + 1) {
        return chain((close + 1)..<range.upperBound, frame, depth: depth + 1)
      }
      index = close + 1
    case .newline?, nil: return .unknown
    }
    var steps = 0
    while index < range.upperBound, steps < 60, step() {
      steps += 1
      guard follow(&link, &index, range, isNew: isNew, frame, depth: depth) else { break }
    }
    return link.value
  }

  /// Packages that are never imported.
  private static let packages: Set<String> = [
    "java", "javax", "jakarta", "org", "com", "kotlin", "scala", "android", "androidx", "std",
    "core",
    "System", "Microsoft", "boost", "absl",
  ]

  /// Whether the name at the head of a chain is that of a module, a package or a class.
  private func isModule(_ index: Int, _ range: Range<Int>, _ frame: Frame?) -> Bool {
    guard walk.isMark(index + 1, [".", "::", "\\"]), index + 2 < range.upperBound else {
      return false
    }
    let name = walk.text(index)
    if let frame, frame.bindings[name] != nil { return false }
    let isNamed =
      Self.packages.contains(name) || scan.imports.modules.contains(name)
      || scan.imports.bindings[name] != nil || isClassName(name)
    return isNamed && !isGivenValue(name)
  }

  /// `MessageDigest`: a capital, and small letters behind it.
  private func isClassName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, (0x41...0x5A).contains(first), bytes.count > 1 else {
      return false
    }
    return bytes.contains { (0x61...0x7A).contains($0) }
  }

  private func isGivenValue(_ name: String) -> Bool {
    occurrences.tokens(of: name, in: 0..<walk.count).prefix(20).contains {
      definition(at: $0)?.kind == .assignment
        && !(scan.imports.bindings[name]?.statement.contains($0) ?? false)
    }
  }

  private func isTypeList(_ index: Int, _ range: Range<Int>) -> Int? {
    var place = index + 1
    var open = 1
    while place < range.upperBound, place - index < 40 {
      if walk.isMark(place, "<") { open += 1 }
      if walk.isMark(place, ">") {
        open -= 1
        if open == 0 { return walk.isMark(place + 1, ["(", "{"]) ? place : nil }
      }
      if walk.isMark(place, ["(", ")", ";", "{"]) { return nil }
      place += 1
    }
    return nil
  }

  /// Takes the next member, call or element of a chain; false at its end.
  private func follow(
    _ link: inout Link, _ index: inout Int, _ range: Range<Int>, isNew: Bool, _ frame: Frame?,
    depth: Int
  ) -> Bool {
    if walk.kind(index) == .newline || walk.isMark(index, ["?", "!", "!!"]) {
      index += 1
      return true
    }
    if walk.isMark(index, [".", "->", "?.", "::", "&.", ":", "\\"]), walk.isIdentifier(index + 1) {
      let name = walk.text(index + 1)
      link.path += "." + name
      if let source = words.source(of: range.lowerBound..<(index + 2), path: link.path) {
        link.value = source
        link.isType = false
      } else if link.isType, !isNew || !walk.isMark(index + 2, "(") {
        // A constant of a class is a constant; what a module holds is not known.
        if !walk.isMark(index + 2, [".", "::", "(", "<", "\\", "{"]) {
          link.value = isConstantByName(name) || isClassName(name) ? .assumed : .unknown
          link.isType = false
        }
      } else if !walk.isMark(index + 2, "(") {
        link.value = member(name, of: link, at: index + 1, range, frame, depth: depth)
      }
      link.name = name
      index += 2
      return true
    }
    if walk.isMark(index, "<"), let end = isTypeList(index, range) {
      index = end + 1
      return true
    }
    if walk.isMark(index, "("), let close = brackets.partner(of: index), close < range.upperBound {
      call(&link, index, close, start: range.lowerBound, isNew: isNew, frame, depth: depth)
      index = close + 1
      // A block that is handed to it.
      return true
    }
    if walk.isMark(index, "["), let close = brackets.partner(of: index), close < range.upperBound {
      element(&link, index, close, start: range.lowerBound, frame, depth: depth)
      index = close + 1
      return true
    }
    if walk.isMark(index, "{"), let close = brackets.partner(of: index), close < range.upperBound {
      // `Type{…}`, a block
      if link.isType || !link.path.isEmpty && link.value.isConstant {
        link.value = list(index, close, frame, depth: depth)
        link.isType = false
      }
      index = close + 1
      return true
    }
    return false
  }

  private func member(
    _ name: String, of link: Link, at index: Int, _ range: Range<Int>, _ frame: Frame?, depth: Int
  ) -> FlowValue {
    if ["self." + name, "this." + name, "$this." + name].contains(link.path) {
      return value(ofName: name, at: index, frame, depth: depth + 1)
    }
    if link.value.isCarrier { return words.member(name, ofCarrier: link.value, at: index) }
    if FlowWords.counting.contains(name) { return .harmless }
    if let known = link.value.entries?[name] { return known }
    // A constant of a class, whatever that is.
    if link.value.sources.isEmpty, isConstantByName(name) { return .assumed }
    let value = link.value.anyElement
    return value.isConstant && !link.path.isEmpty ? .unknown : value
  }

  private func element(
    _ link: inout Link, _ open: Int, _ close: Int, start: Int, _ frame: Frame?, depth: Int
  ) {
    link.path += "[]"
    if let source = words.source(of: start..<(close + 1), path: link.path) {
      link.value = source
      return
    }
    let key = evaluate((open + 1)..<close, frame, depth: depth + 1)
    if link.value.isCarrier {
      link.value = words.member("[]", ofCarrier: link.value, at: open)
      return
    }
    if let text = Self.key(key) {
      if let known = link.value.entries?[text] {
        link.value = known
        return
      }
      if let elements = link.value.elements, var place = Int(text) {
        if place < 0 { place += elements.count }
        if elements.indices.contains(place) {
          link.value = elements[place]
          return
        }
      }
    }
    if case .text(let whole)? = link.value.constant, case .number(let number)? = key.constant,
      let place = Int(exactly: number), place >= 0, place < whole.utf8.count
    {
      let byte = Array(whole.utf8)[place]
      link.value = .literal(.text(String(decoding: [byte], as: UTF8.self)))
      return
    }
    // Whatever the key, the value is one of the table's.
    link.value = link.value.anyElement
  }

  /// `[a, b]`, `(a, b)`, `{"a": b}`, `{a: b}`.
  private func list(_ open: Int, _ close: Int, _ frame: Frame?, depth: Int) -> FlowValue {
    let parts = arguments((open + 1)..<close)
    var elements: [FlowValue] = []
    var entries: [String: FlowValue] = [:]
    var value = FlowValue()
    for part in parts.prefix(48) {
      guard step() else { return .unknown }
      var range = part.value
      var key = part.name.map { walk.text($0) }
      if key == nil, range.count > 2, walk.isMark(range.lowerBound + 1, [":", "=>"]),
        walk.kind(range.lowerBound) == .string
      {
        key = walk.content(range.lowerBound)
        range = (range.lowerBound + 2)..<range.upperBound
      } else if key == nil, walk.isMark(open, "{"), range.count == 1,
        walk.isIdentifier(range.lowerBound)
      {
        // `{ name }`
        key = walk.text(range.lowerBound)
      }
      let made = evaluate(range, frame, depth: depth + 1)
      if let key { entries[key] = made } else { elements.append(made) }
      var plain = made
      plain.constant = nil
      value = value.joined(plain)
    }
    value.constant = nil
    if entries.isEmpty || !elements.isEmpty { value.elements = elements }
    if !entries.isEmpty || parts.isEmpty { value.entries = entries }
    // What the parts are says the container's elements; itself it is only what they are.
    return value
  }

  // MARK: - Calls

  private func call(
    _ link: inout Link, _ open: Int, _ close: Int, start: Int, isNew: Bool, _ frame: Frame?,
    depth: Int
  ) {
    let name = link.name
    let isOfModule = link.isType
    link.isType = false
    let cleaning = words.cleaning(name, path: link.path)
    link.path += "()"
    if let source = words.source(of: start..<(close + 1), path: link.path) {
      link.value = source
      return
    }
    let parts = arguments((open + 1)..<close)
    let receiver = link.value
    if receiver.isCarrier {
      link.value = words.member(name, ofCarrier: receiver, at: open)
      return
    }
    if cleaning == HarmKind.all || cleaning == HarmKind.all.subtracting(.memory) {
      link.value = .harmless
      return
    }
    if FlowWords.counting.contains(name) || FlowWords.asking(name) {
      link.value = .harmless
      return
    }
    let values = parts.map { evaluate($0.value, frame, depth: depth + 1) }
    if !cleaning.isEmpty {
      link.value = values.reduce(receiver) { $0.joined($1.anyElement) }.cleaned(for: cleaning)
      return
    }
    // What is made of a whole request hands on what its client wrote.
    if words.wraps(name), let carrier = values.first(where: \.isCarrier) {
      link.value = carrier
      return
    }
    if let known = looked(up: name, in: receiver, values) {
      link.value = known
      return
    }
    if name == "charAt", case .text(let text)? = receiver.constant,
      case .number(let number)? = values.first?.constant, let place = Int(exactly: number),
      place >= 0, place < text.utf8.count
    {
      link.value = .literal(.text(String(decoding: [Array(text.utf8)[place]], as: UTF8.self)))
      return
    }
    if let made = result(ofLocal: name, at: open, parts, values, frame, depth: depth) {
      link.value = made
      return
    }
    // `load(id)` gives what is kept under it; `json.loads(text)` what is in it.
    let isLookUp =
      !isOfModule && !isNew && receiver.sources.isEmpty && FlowWords.looksUp(name)
      && (receiver.isUnknown || link.path == name + "()")
    if isNew || FlowWords.making.contains(name) || FlowWords.passing.contains(name) && !isLookUp
      || link.path.hasPrefix("re.")
    {
      var value = receiver
      value.constant = nil
      for argument in values {
        let whole = argument.isCarrier && !words.wraps(name) ? FlowValue.unknown : argument
        value = value.joined(isNew ? whole : whole.anyElement)
      }
      value.constant = nil
      if FlowWords.formatting.contains(name), !value.isConstant,
        holdsString(parts) || receiver.isConstant
      {
        value.isBuilt = true
        if let first = parts.first?.value.lowerBound, walk.kind(first) == .string,
          Self.isAnchored(walk.bytes[walk.tokens[first].content])
        {
          value.safeFor.formUnion(.url)
        }
      }
      let isRead =
        FlowWords.reading.contains(name) && receiver.entries == nil && receiver.elements == nil
      if value.isConstant, !isKnownMaker(name),
        isRead || values.isEmpty && (link.path.contains(".") || isNew)
          || parts.contains(where: { readsContents($0) })
      {
        value = .unknown
      }
      value.isAssumed = value.isAssumed || value.isConstant && values.isEmpty
      if isNew, value.isConstant, isEmptyContainer(name) {
        value.elements = []
        value.entries = [:]
      }
      link.value = value
      return
    }
    if values.isEmpty, receiver.isConstant, isEmptyContainer(name) {
      link.value.elements = []
      link.value.entries = [:]
      return
    }
    link.value = opaque(name, receiver, values)
  }

  /// `String(contentsOf: url)`
  private func readsContents(_ part: Argument) -> Bool {
    part.name.map { walk.text($0).hasPrefix("contentsOf") } ?? false
  }

  private func holdsString(_ parts: [Argument]) -> Bool {
    parts.contains { $0.value.contains { walk.kind($0) == .string } }
  }

  private func isEmptyContainer(_ name: String) -> Bool {
    name.hasSuffix("Map") || name.hasSuffix("List") || name.hasSuffix("Vector")
      || [
        "Dictionary", "Array", "Set", "Hash", "Properties", "Hashtable", "Deque", "ArrayDeque",
        "ConfigParser", "RawConfigParser", "OrderedDict", "defaultdict", "JSONObject", "Stack",
        "ArrayNode",
      ].contains(name)
  }

  private func isKnownMaker(_ name: String) -> Bool {
    isEmptyContainer(name)
      || ["StringBuilder", "StringBuffer", "String", "dict", "list", "set", "vec", "str"].contains(
        name)
  }

  /// What a container gives for a key.
  private func looked(up name: String, in receiver: FlowValue, _ values: [FlowValue]) -> FlowValue?
  {
    guard
      [
        "get", "Get", "getProperty", "getOrDefault", "at", "fetch", "elementAt", "getAttribute",
        "pop",
      ]
      .contains(name), receiver.entries != nil || receiver.elements != nil
    else { return nil }
    let last = values.count > 1 ? 1 : 0
    for count in [values.count, last] where count > 0 {
      if let key = Self.key(values.prefix(count)) {
        if let known = receiver.entries?[key] { return known }
        if let elements = receiver.elements, let place = Int(key), elements.indices.contains(place)
        {
          return elements[place]
        }
      }
    }
    return receiver.anyElement
  }

  /// What a function of the document gives back for these arguments.
  private func result(
    ofLocal name: String, at open: Int, _ parts: [Argument], _ values: [FlowValue], _ frame: Frame?,
    depth: Int
  ) -> FlowValue? {
    let candidates = functions.functions(named: name)
    guard let function = candidates.first, candidates.count <= 3, (frame?.depth ?? 0) < 3,
      !function.body.contains(open)
    else { return nil }
    var names = parameterNames(function)
    if let first = names.first?.name, ["self", "cls"].contains(first) { names.removeFirst() }
    var bindings: [String: FlowValue] = [:]
    for (place, part) in parts.enumerated() where values.indices.contains(place) {
      if let label = part.name.map({ walk.text($0) }), names.contains(where: { $0.name == label }) {
        bindings[label] = values[place]
      } else if names.indices.contains(place) {
        bindings[names[place].name] = values[place]
      }
    }
    // What is left out has its default, which is a constant as a rule.
    for parameter in names where bindings[parameter.name] == nil {
      bindings[parameter.name] = FlowValue()
    }
    let inner = Frame(function, bindings, depth: (frame?.depth ?? 0) + 1)
    var found: FlowValue?
    var count = 0
    for index in function.body where walk.isWord(index, "return") && count < 6 {
      guard functions.enclosing(index).first?.body == function.body else { continue }
      count += 1
      let end = valueEnd(index + 1)
      guard end > index + 1 else { continue }
      let value = evaluate((index + 1)..<end, inner, depth: depth + 2)
      found = found.map { $0.joined(value) } ?? value
    }
    if count == 0, !function.body.isEmpty, walk.isMark(function.body.lowerBound - 1, "=>") {
      found = evaluate(function.body, inner, depth: depth + 2)
    }
    return found ?? .unknown
  }

  /// The result of a function that is not known: what looks something up gives something of its own;
  /// others may hand on what they are given.
  private func opaque(
    _ name: String, _ receiver: FlowValue, _ values: [FlowValue]
  ) -> FlowValue {
    guard !FlowWords.looksUp(name) else { return .unknown }
    var found: FlowValue?
    for argument in values + [receiver] where !argument.sources.isEmpty && !argument.isCarrier {
      found = found?.joined(argument.anyElement) ?? argument.anyElement
    }
    // A number that is handed on is still one.
    guard var value = found else {
      let isHarmless =
        !values.isEmpty && values.allSatisfy { !$0.isConstant && !$0.safeFor.isEmpty }
      return isHarmless ? .harmless : .unknown
    }
    value.isIndirect = true
    value.isUnknown = true
    value.constant = nil
    return value
  }
}
