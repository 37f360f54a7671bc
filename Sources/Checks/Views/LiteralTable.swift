/// The names that a text gives one literal to, and that literal.
struct LiteralTable {
  /// By the hash of the name; nil for one that is given several.
  private var literals: [UInt64: [Range<Int>]?] = [:]
  /// A bit for each length of a name.
  private var lengths: UInt64 = 0
  /// Whether a literal may be a piece of something issued.
  private var hasPieces = false

  /// Whether names may stand for pieces of something issued: without, they are not looked for.
  var isTelling: Bool { hasPieces && !literals.isEmpty }

  private static let countLimit = 20_000
  private static let operators = Array("+.&|~>".utf8)

  // MARK: - Gathering

  /// Notes a literal, given with its quotes, that is assigned to a name: `name = "…"`,
  /// `name: Type = "…"`, `{name: "…"}`, `#define NAME "…"`.
  mutating func note(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    var before = range.lowerBound
    while before > 0, range.lowerBound - before < 4, bytes[before - 1] == 0x20 { before -= 1 }
    // The letter of a prefix.
    if before == range.lowerBound, before > 1, bytes[before - 1].isASCIILetter,
      bytes[before - 2] <= 0x20
    {
      before -= 2
    }
    guard before > 1 else { return }
    let content = (range.lowerBound + 1)..<(range.upperBound - 1)
    if bytes[before - 1] == UInt8(ascii: "=") {
      guard !"=!<>+-*/|&^%.~".utf8.contains(bytes[before - 2]), isPiece(content, bytes) else {
        return
      }
      before -= 1
      if bytes[before - 1] == UInt8(ascii: ":") { before -= 1 }
      noteNames(before: before, content, bytes)
    } else if bytes[before - 1] == UInt8(ascii: ":"), bytes[before - 2].isWordByte {
      guard isPiece(content, bytes) else { return }
      lastNoted.removeAll(keepingCapacity: true)
      set(word(endingAt: before - 1, bytes), content, bytes)
    } else if Self.operators.contains(bytes[before - 1]) {
      // The other piece of something that a name stands for.
      _ = isPiece(content, bytes)
    } else if before < range.lowerBound, bytes[before - 1].isWordByte {
      let name = word(endingAt: before, bytes)
      guard name.lowerBound >= 8, isPiece(content, bytes),
        bytes[(name.lowerBound - 8)..<name.lowerBound].elementsEqual("#define ".utf8)
      else { return }
      set(name, content, bytes)
    }
  }

  /// Notes that a literal goes on in others.
  mutating func extend(_ run: [JoinedOperand]) {
    guard !lastNoted.isEmpty, run.count <= 64, let first = run.first?.content else { return }
    for (key, literal) in lastNoted {
      if literal == first { literals[key] = .some(run.flatMap(\.contents)) }
    }
  }

  /// The names that were noted last, of which a run may be.
  private var lastNoted: [(key: UInt64, literal: Range<Int>)] = []

  private mutating func noteNames(
    before end: Int, _ content: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    lastNoted.removeAll(keepingCapacity: true)
    var end = end
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == UInt8(ascii: "]") { end -= 1 }
    if end > 0, bytes[end - 1] == UInt8(ascii: "[") { end -= 1 }
    let name = word(endingAt: end, bytes)
    guard !name.isEmpty else { return }
    set(name, content, bytes)
    // What stands between a name and `=` may be its type.
    var place = name.lowerBound
    while place > 0, end - place < 30, bytes[place - 1] != UInt8(ascii: ":") {
      guard bytes[place - 1].isWordByte || " &'*".utf8.contains(bytes[place - 1]) else { return }
      place -= 1
    }
    guard place > 1, bytes[place - 1] == UInt8(ascii: ":") else { return }
    let typed = word(endingAt: place - 1, bytes)
    if !typed.isEmpty { set(typed, content, bytes) }
  }

  private func word(endingAt end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = end
    while start > 0, end - start < 63, bytes[start - 1].isWordByte { start -= 1 }
    return start..<end
  }

  private mutating func set(
    _ name: Range<Int>, _ content: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    guard literals.count < Self.countLimit else { return }
    let key = hash(name, bytes)
    lengths |= 1 << UInt64(name.count & 63)
    if literals[key] == nil {
      literals[key] = .some([content])
      lastNoted.append((key, content))
    } else {
      literals[key] = .some(nil)
    }
  }

  /// Whether a literal may be a piece of a token; notes one that must be issued.
  private mutating func isPiece(
    _ content: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard (2...200).contains(content.count) else { return false }
    var digits = 0
    var changes = 0
    var before = UInt8(ascii: "_")
    for byte in bytes[content] {
      if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "<") { return false }
      if byte.isASCIIDigit {
        digits += 1
        if before.isASCIILetter { changes += 1 }
      } else if byte.isASCIILetter {
        // From a small letter to a capital, or from a digit.
        if before.isASCIIDigit || before & 0x20 != 0 && byte & 0x20 == 0 { changes += 1 }
      }
      before = byte
    }
    if digits >= 1, changes >= 3, content.count >= 8 { hasPieces = true }
    return true
  }

  private func hash(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes[range] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  // MARK: - Looking up

  /// What a name stands for; nil for one that is not given just one literal.
  func literal(of name: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
    guard name.count < 64, lengths & (1 << UInt64(name.count)) != 0 else { return nil }
    return literals[hash(name, bytes)] ?? nil
  }

  /// The pieces of a literal that names known ones: `{A}{B}`, `${A}x`, `$A$B`, `#{A}`, `\(A)`; nil where
  /// it names none, or another.
  func pieces(of content: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
    guard content.count >= 2, content.count <= 400 else { return nil }
    var pieces: [Range<Int>] = []
    var isNamed = false
    var start = content.lowerBound
    var index = start
    while index < content.upperBound {
      guard let opening = opening(at: index, upTo: content.upperBound, bytes) else {
        index += 1
        continue
      }
      let nameStart = index + opening.length
      var nameEnd = nameStart
      while nameEnd < content.upperBound, bytes[nameEnd].isWordByte { nameEnd += 1 }
      let isClosed =
        opening.close == 0 || nameEnd < content.upperBound && bytes[nameEnd] == opening.close
      guard nameEnd > nameStart, isClosed,
        let literal = literal(of: nameStart..<nameEnd, in: bytes)
      else { return nil }
      if start < index { pieces.append(start..<index) }
      pieces += literal
      isNamed = true
      index = nameEnd + (opening.close == 0 ? 0 : 1)
      start = index
    }
    if start < content.upperBound { pieces.append(start..<content.upperBound) }
    return isNamed && pieces.count <= 64 ? pieces : nil
  }

  private func opening(
    at place: Int, upTo end: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (length: Int, close: UInt8)? {
    let next = place + 1 < end ? bytes[place + 1] : 0
    let brace = UInt8(ascii: "}")
    switch bytes[place] {
    case UInt8(ascii: "$"):
      if next == UInt8(ascii: "{") { return (2, brace) }
      return next.isWordByte ? (1, 0) : nil
    case UInt8(ascii: "#") where next == UInt8(ascii: "{"): return (2, brace)
    case UInt8(ascii: "{"): return next == UInt8(ascii: "$") ? (2, brace) : (1, brace)
    case UInt8(ascii: "\\") where next == UInt8(ascii: "("): return (2, UInt8(ascii: ")"))
    default: return nil
    }
  }
}
