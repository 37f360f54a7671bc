/// A list of literals of which a program makes one value: `"".join([…])`, `[…].join("-")`,
/// `implode("", […])`, `String.Concat(…)`, `Sprintf("%s%s", …)`, or an array of characters.
struct JoinedList {
  private(set) var elements: [JoinedOperand]
  /// The bytes that stand between the elements.
  private(set) var separator = 0..<0
  /// Where the expression begins, as far as is known.
  private(set) var start: Int
  let isOfCharacters: Bool

  private let bytes: UnsafeBufferPointer<UInt8>

  /// Nil for a list that stays one.
  init?(_ list: [JoinedOperand], in bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = list.first, let last = list.last else { return nil }
    self.bytes = bytes
    elements = list
    start = first.range.lowerBound
    isOfCharacters = list.count >= 8 && list.allSatisfy { $0.content.count == 1 }
    let isJoined = readTail(from: last.range.upperBound) || readHead(upTo: first.range.lowerBound)
    guard isJoined || isOfCharacters, !elements.isEmpty else { return nil }
  }

  // MARK: - Behind the list

  private static let joins = ["join", "joined", "concat", "reduce", "collect", "mkString"]

  /// `].join("-")`, `}, "-")`, `) -join "-"`
  private mutating func readTail(from end: Int) -> Bool {
    var index = end
    let limit = min(bytes.count, end + 80)
    while index < limit, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: ",") { index += 1 }
    guard index < limit, isClosing(bytes[index]) else { return false }
    index += 1
    skipSpace(&index, limit)
    guard index < limit else { return false }
    switch bytes[index] {
    case UInt8(ascii: ","):
      // Of a call whose last argument is the separator.
      index += 1
      skipSpace(&index, limit)
      guard let literal = literal(at: index, upTo: limit), literal.count <= 1,
        headWord(before: elements[0].range.lowerBound).contains(UInt8(ascii: "["))
      else { return false }
      separator = literal
      return true
    case UInt8(ascii: "."), UInt8(ascii: "-"):
      index += 1
      let word = index
      while index < limit, bytes[index].isWordByte { index += 1 }
      guard Self.joins.contains(where: { bytes[word..<index].elementsEqual($0.utf8) }) else {
        return false
      }
      while index < limit, index - word < 40, !isQuote(bytes[index]), bytes[index] != 0x0A,
        bytes[index] != UInt8(ascii: ")"), bytes[index] != UInt8(ascii: ";")
      {
        index += 1
      }
      if let literal = literal(at: index, upTo: limit) {
        guard literal.count <= 1 else { return false }
        separator = literal
      }
      return true
    default:
      return false
    }
  }

  // MARK: - Before the list

  private static let heads = [
    "concat", "concat!", "paste0", "strcat", "implode", "combine", "fromcharcode",
  ].map { Array($0.utf8) }
  private static let formats = ["sprintf", "format", "format!", "printf", "%"].map {
    Array($0.utf8)
  }

  /// `"-".join([`, `implode("-", [`, `Concat(`, `"%s%s" % (`
  private mutating func readHead(upTo start: Int) -> Bool {
    var index = start
    let limit = max(0, start - 60)
    skipOpening(&index, limit)
    if index > limit, bytes[index - 1] == UInt8(ascii: ",") {
      // `implode("", [`, `String.join("", List.of(`
      index -= 1
      guard let literal = literal(endingAt: index, downTo: limit), literal.count <= 1 else {
        return false
      }
      index = literal.lowerBound - 1
      skipOpening(&index, limit)
      guard hasSuffix("join", index) || hasSuffix("implode", index) else { return false }
      separator = literal
      self.start = wordStart(before: index, limit)
      return true
    }
    if hasSuffix("join", index) {
      let word = wordStart(before: index, limit)
      if word > limit, bytes[word - 1] == UInt8(ascii: "."),
        let literal = literal(endingAt: word - 1, downTo: limit), literal.count <= 1
      {
        separator = literal
        self.start = literal.lowerBound - 1
        return true
      }
      // `String.join("-", "a", "b")`: the first is the separator.
      guard elements.count > 2, elements[0].content.count <= 1 else { return false }
      separator = elements[0].content
      elements.removeFirst()
      self.start = word
      return true
    }
    if Self.formats.contains(where: { hasSuffix($0, index) }) {
      if isFormat(elements[0].content) { elements.removeFirst() }
      self.start = wordStart(before: index, limit)
      return elements.count > 1
    }
    self.start = wordStart(before: index, limit)
    return Self.heads.contains { hasSuffix($0, index) }
  }

  /// Nothing but marks for values: `%s%s`, `{}{}`, `{0}{1}`.
  private func isFormat(_ content: Range<Int>) -> Bool {
    content.count >= 4
      && bytes[content].allSatisfy { "%sv{}0123456789".utf8.contains($0) }
  }

  // MARK: - Reading

  private func isClosing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}")
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  private func skipSpace(_ index: inout Int, _ limit: Int) {
    while index < limit, bytes[index] <= 0x20 { index += 1 }
  }

  private func skipOpening(_ index: inout Int, _ limit: Int) {
    while index > limit, bytes[index - 1] <= 0x20 || "([{".utf8.contains(bytes[index - 1]) {
      index -= 1
    }
  }

  /// The content of the literal that begins at a place; at most 8 bytes.
  private func literal(at place: Int, upTo limit: Int) -> Range<Int>? {
    guard place < limit, isQuote(bytes[place]) else { return nil }
    var end = place + 1
    while end < limit, end - place <= 9, bytes[end] != bytes[place] { end += 1 }
    return end < limit && bytes[end] == bytes[place] ? (place + 1)..<end : nil
  }

  private func literal(endingAt place: Int, downTo limit: Int) -> Range<Int>? {
    guard place - 2 >= limit, isQuote(bytes[place - 1]) else { return nil }
    var start = place - 1
    while start > limit, place - start <= 9, bytes[start - 1] != bytes[place - 1] { start -= 1 }
    return start > limit && bytes[start - 1] == bytes[place - 1] ? start..<(place - 1) : nil
  }

  /// Some bytes before a place.
  private func headWord(before place: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    bytes[max(0, place - 24)..<place]
  }

  private func wordStart(before place: Int, _ limit: Int) -> Int {
    var start = place
    while start > limit, bytes[start - 1].isWordByte { start -= 1 }
    return start
  }

  private func hasSuffix(_ word: String, _ end: Int) -> Bool { hasSuffix(Array(word.utf8), end) }

  /// Whether a word, in upper or lower case, stands before a place.
  private func hasSuffix(_ word: [UInt8], _ end: Int) -> Bool {
    guard end >= word.count else { return false }
    for (offset, byte) in word.enumerated()
    where bytes[end - word.count + offset] | (byte.isASCIILetter ? 0x20 : 0) != byte {
      return false
    }
    return true
  }
}
