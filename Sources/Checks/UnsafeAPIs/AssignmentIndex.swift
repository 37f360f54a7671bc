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

  /// The same before it is asked for: where a value ends is found out when its name is.
  private struct Entry {
    /// Of the bytes of the name.
    var hash: UInt64
    var name: Int32
    var start: Int32
    /// -1 for the end of the statement.
    var end: Int32
    var adds: Bool
    var isShared: Bool
  }

  /// By the hash of their names; those of one name in the order in which they were met.
  private var entries: [Entry] = []
  /// Those of them that are visible everywhere.
  private var shared: [Entry] = []
  /// Tokens at which a function begins, in order.
  private var functionStarts: [Int] = []

  private static let functionWords: ByteWords = [
    "def", "function", "func", "fun", "fn", "sub", "proc",
  ]
  private static let sharedWords: ByteWords = [
    "const", "static", "final", "val", "readonly", "define", "constexpr",
  ]
  /// Functions that write into their first argument.
  private static let writers: ByteWords = [
    "sprintf", "snprintf", "strcpy", "strcat", "strncpy", "strncat", "vsnprintf", "asprintf",
    "strlcpy", "strlcat", "fgets", "scanf", "sscanf", "read", "recv", "gets",
  ]
  /// Annotations of parameters that are filled from a request.
  static let parameterMarks: ByteWords = [
    "@RequestParam", "@PathVariable", "@RequestBody", "@RequestHeader", "@CookieValue",
    "@QueryParam", "@PathParam", "@FormParam", "FromQuery", "FromBody", "FromRoute", "FromForm",
  ]

  package init(_ scan: DocumentScan) {
    let tokens = scan.lexed.tokens
    let bytes = scan.bytes
    for index in tokens.indices {
      let token = tokens[index]
      let length = token.end - token.start
      switch token.kind {
      case .identifier:
        guard length <= 16 else { continue }
        if Self.functionWords.contains(bytes, token.range) {
          functionStarts.append(index)
        } else if Self.writers.contains(bytes, token.range), index + 2 < tokens.count,
          Self.isMark(tokens[index + 1], "(", bytes)
        {
          addWrite(call: index, tokens, bytes)
        } else if Self.parameterMarks.contains(bytes, token.range) {
          addParameter(after: index, tokens, bytes)
        }
      case .punctuation where length <= 3:
        guard let adds = Self.assigns(token, bytes) else {
          if bytes[Int(token.start)] == 0x7D, length == 1, Self.isNearMargin(token, bytes) {
            functionStarts.append(index)
          }
          continue
        }
        guard let name = Self.assignedName(before: index, tokens, bytes),
          Self.hasValue(from: index + 1, tokens, bytes)
        else { continue }
        add(
          name: name, value: index + 1, end: nil, adds: adds,
          isShared: Self.isShared(name, tokens, bytes), tokens, bytes)
        if !adds { addPattern(endingAt: index, tokens, bytes) }
      case .punctuation, .number, .string, .newline: continue
      }
    }
    // Stable, since what was met later stands later among equals.
    entries = Self.sorted(entries)
    shared = Self.sorted(shared)
  }

  /// Whether a mark assigns, and if so whether it adds to what was there.
  private static func assigns(_ token: Token, _ bytes: [UInt8]) -> Bool? {
    let start = Int(token.start)
    let last = bytes[Int(token.end) - 1]
    switch token.end - token.start {
    case 1: return last == UInt8(ascii: "=") ? false : nil
    case 2:
      switch (bytes[start], last) {
      case (UInt8(ascii: ":"), UInt8(ascii: "=")): return false
      case (UInt8(ascii: "+"), UInt8(ascii: "=")), (UInt8(ascii: "."), UInt8(ascii: "=")),
        (UInt8(ascii: "<"), UInt8(ascii: "<")):
        return true
      default: return nil
      }
    default:
      guard last == UInt8(ascii: "="), bytes[start] == bytes[start + 1] else { return nil }
      return bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: "|") ? true : nil
    }
  }

  /// Whether a value starts at a token: it ends no statement, list or bracket.
  private static func hasValue(from index: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
    guard index < tokens.count else { return false }
    switch tokens[index].kind {
    case .newline: return false
    case .punctuation:
      switch bytes[Int(tokens[index].start)] {
      case 0x29, 0x5D, 0x7D, 0x3B, 0x2C: return false
      default: return true
      }
    case .identifier, .number, .string: return true
    }
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  private static func sorted(_ entries: [Entry]) -> [Entry] {
    entries.indices.sorted { left, right in
      (entries[left].hash, left) < (entries[right].hash, right)
    }.map { entries[$0] }
  }

  /// The assignments that may have made the value which `name` has at the token `place`, nearest first.
  func assignments(of name: String, before place: Int, in scan: DocumentScan) -> [Assignment] {
    let hash = Self.hash(name.utf8)
    let all = Self.entries(hash, of: entries)
    guard !all.isEmpty else { return [] }
    let start = functionStart(before: place)
    // They stand in the order of their places, but for assignments within assignments.
    let end = all.indices.partitioningIndex { Int(all[$0].name) >= place }
    var inside: [Assignment] = []
    for entry in all[max(all.startIndex, end - 12)..<end].reversed() {
      guard entry.name >= start, inside.count < 4 else { break }
      let assignment = Self.assignment(entry, scan)
      if assignment.value.upperBound <= place { inside.append(assignment) }
    }
    guard inside.isEmpty else { return inside }
    return Self.entries(hash, of: shared).suffix(4).map { Self.assignment($0, scan) }
  }

  private static func entries(_ hash: UInt64, of entries: [Entry]) -> ArraySlice<Entry> {
    let first = entries.indices.partitioningIndex { entries[$0].hash >= hash }
    return entries[first..<entries.indices.partitioningIndex { entries[$0].hash > hash }]
  }

  private static func assignment(_ entry: Entry, _ scan: DocumentScan) -> Assignment {
    let start = Int(entry.start)
    let end =
      entry.end >= 0 ? Int(entry.end) : valueEnd(from: start, scan.lexed.tokens, scan.bytes)
    return Assignment(
      name: Int(entry.name), value: start..<max(start, end), adds: entry.adds,
      isShared: entry.isShared)
  }

  private func functionStart(before place: Int) -> Int {
    let behind = functionStarts.indices.partitioningIndex { functionStarts[$0] >= place }
    return behind == 0 ? 0 : functionStarts[behind - 1]
  }

  private mutating func add(
    name: Int, value: Int, end: Int?, adds: Bool, isShared: Bool, _ tokens: [Token],
    _ bytes: [UInt8]
  ) {
    let entry = Entry(
      hash: Self.hash(bytes[tokens[name].range]), name: Int32(clamping: name),
      start: Int32(clamping: value), end: end.map { Int32(clamping: $0) } ?? -1, adds: adds,
      isShared: isShared)
    entries.append(entry)
    if isShared { shared.append(entry) }
  }

  /// `sprintf(buffer, …)`: the buffer holds what follows.
  private mutating func addWrite(call: Int, _ tokens: [Token], _ bytes: [UInt8]) {
    guard tokens[call + 2].kind == .identifier else { return }
    let end = Self.valueEnd(from: call + 3, tokens, bytes, crossing: true)
    guard end > call + 4 else { return }
    add(name: call + 2, value: call, end: end, adds: true, isShared: false, tokens, bytes)
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
    add(name: last, value: mark, end: mark + 1, adds: false, isShared: false, tokens, bytes)
  }

  /// `const { a, b } = value`: each name holds part of the value.
  private mutating func addPattern(endingAt index: Int, _ tokens: [Token], _ bytes: [UInt8]) {
    guard index > 0, Self.isMark(tokens[index - 1], "}", bytes) else { return }
    var place = index - 2
    while place >= 0, index - place < 24 {
      if Self.isMark(tokens[place], "{", bytes) { return }
      if tokens[place].kind == .identifier {
        add(
          name: place, value: index + 1, end: nil, adds: false, isShared: false, tokens, bytes)
      }
      place -= 1
    }
  }

  private static func isMark(_ token: Token, _ mark: StaticString, _ bytes: [UInt8]) -> Bool {
    guard token.kind == .punctuation, Int(token.end - token.start) == mark.utf8CodeUnitCount else {
      return false
    }
    return mark.withUTF8Buffer { $0.elementsEqual(bytes[token.range]) }
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
        && sharedWords.contains(bytes, $0.range)
    }
  }
}
