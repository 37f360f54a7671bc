import SourceText

/// What a document assigns to each of its names, by place: enough to follow a value back a few steps.
///
/// Knows nothing of scopes beyond the start of the function that a place lies in. Built once for a
/// document that has a candidate, linear in its tokens.
package struct AssignmentIndex {
  package struct Assignment {
    /// The token of the name.
    var name: Int
    /// The tokens of the value.
    var value: Range<Int>
    /// `+=`, `.=`, a copy into a buffer: what was there before stays.
    var adds: Bool
    /// Made at the left margin or said to be constant: visible beyond its function.
    var isShared: Bool
  }

  private var byName: [String: [Assignment]] = [:]
  /// The last four of each name that are visible everywhere.
  private var shared: [String: [Assignment]] = [:]
  /// Tokens at which a function begins, in order.
  private var functionStarts: [Int] = []

  private static let functionWords: Set<String> = [
    "def", "function", "func", "fun", "fn", "sub", "proc",
  ]
  private static let sharedWords: Set<String> = [
    "const", "static", "final", "val", "readonly", "define", "constexpr",
  ]
  /// Functions that write into their first argument.
  private static let writers: Set<String> = [
    "sprintf", "snprintf", "strcpy", "strcat", "strncpy", "strncat", "vsnprintf", "asprintf",
    "strlcpy", "strlcat", "fgets", "scanf", "sscanf", "read", "recv", "gets",
  ]
  /// Annotations of parameters that are filled from a request.
  static let parameterMarks: Set<String> = [
    "@RequestParam", "@PathVariable", "@RequestBody", "@RequestHeader", "@CookieValue",
    "@QueryParam", "@PathParam", "@FormParam", "FromQuery", "FromBody", "FromRoute", "FromForm",
  ]

  package init(_ scan: DocumentScan) {
    let tokens = scan.lexed.tokens
    let bytes = scan.bytes
    for (index, token) in tokens.enumerated() {
      let length = token.end - token.start
      switch token.kind {
      case .identifier:
        guard length <= 64 else { continue }
        let text = String(decoding: bytes[token.range], as: UTF8.self)
        if Self.functionWords.contains(text) {
          functionStarts.append(index)
        } else if Self.writers.contains(text), index + 2 < tokens.count,
          Self.isMark(tokens[index + 1], "(", bytes)
        {
          addWrite(call: index, tokens, bytes)
        } else if Self.parameterMarks.contains(text) {
          addParameter(after: index, tokens, bytes)
        }
      case .punctuation where length <= 3:
        let text = bytes[token.range]
        let adds = ["+=", ".=", "..=", "<<", "||="].contains { text.elementsEqual($0.utf8) }
        guard adds || text.elementsEqual("=".utf8) || text.elementsEqual(":=".utf8) else {
          if bytes[Int(token.start)] == 0x7D, length == 1, Self.isNearMargin(token, bytes) {
            functionStarts.append(index)
          }
          continue
        }
        guard let name = Self.assignedName(before: index, tokens, bytes) else { continue }
        let end = Self.valueEnd(from: index + 1, tokens, bytes)
        guard end > index + 1 else { continue }
        let key = String(decoding: bytes[tokens[name].range], as: UTF8.self)
        add(
          Assignment(
            name: name, value: (index + 1)..<end, adds: adds,
            isShared: Self.isShared(name, tokens, bytes)), to: key)
        if !adds { addPattern(endingAt: index, value: (index + 1)..<end, tokens, bytes) }
      default: continue
      }
    }
  }

  /// The assignments that may have made the value which `name` has at the token `place`, nearest first.
  func assignments(of name: String, before place: Int) -> [Assignment] {
    guard let all = byName[name] else { return [] }
    let start = functionStart(before: place)
    // They stand in the order of their places, but for assignments within assignments.
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].name < place { low = middle + 1 } else { high = middle }
    }
    var inside: [Assignment] = []
    for assignment in all[max(0, low - 12)..<low].reversed() {
      guard assignment.name >= start, inside.count < 4 else { break }
      if assignment.value.upperBound <= place { inside.append(assignment) }
    }
    return inside.isEmpty ? shared[name] ?? [] : inside
  }

  private func functionStart(before place: Int) -> Int {
    var low = 0
    var high = functionStarts.count
    while low < high {
      let middle = (low + high) / 2
      if functionStarts[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : functionStarts[low - 1]
  }

  private mutating func add(_ assignment: Assignment, to name: String) {
    byName[name, default: []].append(assignment)
    guard assignment.isShared else { return }
    shared[name, default: []].append(assignment)
    if shared[name, default: []].count > 4 { shared[name]?.removeFirst() }
  }

  /// `sprintf(buffer, …)`: the buffer holds what follows.
  private mutating func addWrite(call: Int, _ tokens: [Token], _ bytes: [UInt8]) {
    guard tokens[call + 2].kind == .identifier else { return }
    let end = Self.valueEnd(from: call + 3, tokens, bytes, crossing: true)
    guard end > call + 4 else { return }
    let key = String(decoding: bytes[tokens[call + 2].range], as: UTF8.self)
    add(
      Assignment(name: call + 2, value: call..<end, adds: true, isShared: false), to: key)
  }

  /// `@RequestParam("q") String query`: the name holds outside input.
  private mutating func addParameter(after mark: Int, _ tokens: [Token], _ bytes: [UInt8]) {
    var last: Int?
    var depth = 0
    for index in (mark + 1)..<min(mark + 16, tokens.count) {
      let byte = bytes[Int(tokens[index].start)]
      if tokens[index].kind == .punctuation {
        if byte == 0x28 { depth += 1 }
        if byte == 0x29 {
          if depth == 0 { break }
          depth -= 1
        }
        if byte == 0x2C, depth == 0 { break }
      } else if tokens[index].kind == .identifier, depth == 0 {
        last = index
      }
    }
    guard let last else { return }
    let key = String(decoding: bytes[tokens[last].range], as: UTF8.self)
    add(
      Assignment(name: last, value: mark..<(mark + 1), adds: false, isShared: false), to: key)
  }

  /// `const { a, b } = value`: each name holds part of the value.
  private mutating func addPattern(
    endingAt index: Int, value: Range<Int>, _ tokens: [Token], _ bytes: [UInt8]
  ) {
    guard index > 0, Self.isMark(tokens[index - 1], "}", bytes) else { return }
    var place = index - 2
    while place >= 0, index - place < 24 {
      if Self.isMark(tokens[place], "{", bytes) { return }
      if tokens[place].kind == .identifier {
        let key = String(decoding: bytes[tokens[place].range], as: UTF8.self)
        add(
          Assignment(name: place, value: value, adds: false, isShared: false), to: key)
      }
      place -= 1
    }
  }

  static func isMark(_ token: Token, _ mark: String, _ bytes: [UInt8]) -> Bool {
    token.kind == .punctuation && bytes[token.range].elementsEqual(mark.utf8)
  }

  /// The name left of an assignment: the last one before it, past a type (`name: Type =`, `name[64] =`).
  private static func assignedName(
    before index: Int, _ tokens: [Token], _ bytes: [UInt8]
  ) -> Int? {
    guard index > 0 else { return nil }
    var place = index - 1
    if isMark(tokens[place], "}", bytes) { return place }
    if isMark(tokens[place], "]", bytes) {
      while place > 0, !isMark(tokens[place], "[", bytes), index - place < 8 { place -= 1 }
      place -= 1
    }
    guard place >= 0, tokens[place].kind == .identifier else { return nil }
    // `name : Type = value`
    var earlier = place - 1
    while earlier > 0, index - earlier < 8 {
      if isMark(tokens[earlier], ":", bytes), tokens[earlier - 1].kind == .identifier {
        return earlier - 1
      }
      let mayBeType = tokens[earlier].kind == .identifier || isMark(tokens[earlier], ".", bytes)
      guard mayBeType else { break }
      earlier -= 1
    }
    return place
  }

  /// Where the value that starts at a token ends: at the end of the statement, a comma or a bracket.
  static func valueEnd(
    from start: Int, _ tokens: [Token], _ bytes: [UInt8], crossing: Bool = false
  ) -> Int {
    var depth = 0
    var index = start
    while index < tokens.count, index - start < 200 {
      let token = tokens[index]
      switch token.kind {
      case .newline:
        if depth == 0, !crossing { return index }
      case .punctuation:
        switch bytes[Int(token.start)] {
        case 0x28, 0x5B, 0x7B: depth += 1
        case 0x29, 0x5D, 0x7D:
          if depth == 0 { return index }
          depth -= 1
        case 0x3B where depth == 0: return index
        case 0x2C where depth == 0 && !crossing: return index
        default: break
        }
      case .identifier, .number, .string: break
      }
      index += 1
    }
    return index
  }

  private static func column(_ token: Token, _ bytes: [UInt8]) -> Int {
    var place = Int(token.start)
    while place > 0, bytes[place - 1] != 0x0A, Int(token.start) - place < 9 { place -= 1 }
    guard place == 0 || bytes[place - 1] == 0x0A else { return 9 }
    return bytes[place..<Int(token.start)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      ? Int(token.start) - place : 9
  }

  private static func isNearMargin(_ token: Token, _ bytes: [UInt8]) -> Bool {
    column(token, bytes) <= 4
  }

  private static func isShared(_ name: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
    if column(tokens[name], bytes) == 0 { return true }
    let text = bytes[tokens[name].range]
    if text.count > 2, text.allSatisfy({ (0x41...0x5A).contains($0) || $0 == 0x5F || $0 < 0x3A }) {
      return true
    }
    return tokens[max(0, name - 6)..<name].contains {
      $0.kind == .identifier
        && sharedWords.contains(String(decoding: bytes[$0.range], as: UTF8.self))
    }
  }
}
