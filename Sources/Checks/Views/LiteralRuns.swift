// Follows the string literals of a text by their quotes alone: no language is known, and a wrong guess
// (an apostrophe, a quote within a regular expression) heals at the next line end. Literals that a
// program joins become a reading: what leads up to the first, their contents, a quote.

import SourceText

/// Something that a program joins with others: a literal, or a name that stands for one.
struct JoinedOperand {
  /// With its quotes.
  var range: Range<Int>
  /// What stands between the quotes.
  var content: Range<Int>
  /// What a name, or a literal that holds names, stands for; empty for a mere literal.
  var pieces: [Range<Int>] = []

  var isName: Bool { !pieces.isEmpty }

  /// The bytes that it stands for.
  var contents: [Range<Int>] { pieces.isEmpty ? [content] : pieces }
}

/// Gathers the readings of joined literals.
struct LiteralRuns {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// In a shell `'a''b'` is one word, elsewhere a doubled quote.
  private let joinsTight: Bool
  /// It is text for people, or of an unknown language.
  private let isProse: Bool
  /// Elsewhere a back quote marks code, a name or nothing.
  private let hasBackQuotes: Bool
  private(set) var names: LiteralTable?

  /// The quote of the literal that is open; -1 for none.
  private var open = -1
  /// Up to here no line end was met since the quote.
  private var lineChecked = 0
  /// Marks before this place are read already.
  private var skipped = 0
  /// The operand before.
  private var last: JoinedOperand?
  /// The operands that are joined up to now, two at least.
  private var run: [JoinedOperand] = []
  /// The elements of the list up to now, two at least.
  private var list: [JoinedOperand] = []
  /// Names of functions that the text puts together.
  private(set) var concealed: [PlainReading.Replacement] = []
  /// What the text gives a literal to.
  private(set) var found = LiteralTable()
  /// Up to here names were looked for.
  private var named = 0

  private static let longestLiteral = 4_096
  private static let longestRun = 4_096

  /// With the names that were found before, their uses count as operands.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ language: Language, names: LiteralTable? = nil) {
    self.bytes = bytes
    joinsTight = Self.shells.contains(language.id)
    isProse = language.isProse
    hasBackQuotes = Self.backQuoters.contains(language.id)
    self.names = names
  }

  private static let shells: Set<String> = [
    "shell", "dockerfile", "makefile", "yaml", "env", "text", "markdown",
  ]

  private static let backQuoters: Set<String> = ["javascript", "typescript", "go", "html"]

  // MARK: - Marks

  /// Takes a quote or a backslash; these come in order.
  mutating func mark(at place: Int, into text: inout DerivedText) {
    guard place >= skipped else { return }
    let byte = bytes[place]
    if byte == UInt8(ascii: "\\") {
      skipped = place + 2
      return
    }
    if byte == UInt8(ascii: "`"), !hasBackQuotes { return }
    if open >= 0, isLineEnd(before: place) { open = -1 }
    guard open >= 0 else {
      // An apostrophe within a word opens nothing.
      if byte == UInt8(ascii: "'"), place > 0, bytes[place - 1].isASCIILetter,
        place < 2 || bytes[place - 2].isWordByte
      {
        return
      }
      if names != nil { readNames(upTo: place, into: &text) }
      open = place
      lineChecked = place
      return
    }
    guard bytes[open] == byte else { return }
    let range = open..<(place + 1)
    open = -1
    named = place + 1
    close(range, into: &text)
  }

  /// Ends what goes on.
  mutating func finish(into text: inout DerivedText) {
    if names != nil { readNames(upTo: bytes.count, into: &text) }
    if let last, run.isEmpty { leave(last, into: &text) }
    endRun(into: &text)
    endList(into: &text)
  }

  private mutating func isLineEnd(before place: Int) -> Bool {
    defer { lineChecked = place }
    if place - open > Self.longestLiteral { return true }
    return ByteScan.first(0x0A, in: bytes, lineChecked..<place) != nil
  }

  // MARK: - Operands

  private mutating func close(_ range: Range<Int>, into text: inout DerivedText) {
    let content = (range.lowerBound + 1)..<(range.upperBound - 1)
    if let names {
      let pieces = names.pieces(of: content, in: bytes) ?? []
      add(JoinedOperand(range: range, content: content, pieces: pieces), into: &text)
      return
    }
    add(JoinedOperand(range: range, content: content), into: &text)
    found.note(range, in: bytes)
    readReversed(range, content, into: &text)
  }

  private mutating func add(_ operand: JoinedOperand, into text: inout DerivedText) {
    guard let before = last else {
      last = operand
      return
    }
    last = operand
    let gap = before.range.upperBound..<max(before.range.upperBound, operand.range.lowerBound)
    let isNamed = before.isName || operand.isName
    let isTight =
      joinsTight || isNamed || bytes[gap.lowerBound - 1] != bytes[operand.range.lowerBound]
    // The rows of a table begin without white space.
    let isRow = isProse && !gap.isEmpty && bytes[gap.upperBound - 1] == 0x0A
    switch JoinGap(bytes, gap, isTight: isTight, staysOnLine: isNamed || isRow) {
    case .joint:
      if run.isEmpty { run.append(before) }
      if run.count < Self.longestRun { run.append(operand) } else { run[run.count - 1] = operand }
      endList(into: &text)
    case .comma:
      if run.isEmpty { leave(before, into: &text) }
      endRun(into: &text)
      if list.isEmpty { list.append(before) }
      if list.count < Self.longestRun {
        list.append(operand)
      } else {
        list[list.count - 1] = operand
      }
    case .none:
      if run.isEmpty { leave(before, into: &text) }
      endRun(into: &text)
      endList(into: &text)
    }
  }

  // MARK: - Readings

  /// Reads what is joined with nothing: a literal may hold several names.
  private func leave(_ operand: JoinedOperand, into text: inout DerivedText) {
    guard operand.pieces.count > 1, !bytes[operand.range.lowerBound].isWordByte else { return }
    if isWorthReading([operand]) { write([operand], from: operand.range.lowerBound, into: &text) }
  }

  private mutating func endRun(into text: inout DerivedText) {
    guard let first = run.first else { return }
    if names == nil {
      found.extend(run)
      if let last = run.last, let name = ConcealedName.name(run.map(\.content), in: bytes) {
        concealed.append(
          PlainReading.Replacement(
            range: first.range.lowerBound..<last.range.upperBound, bytes: name))
      }
    }
    if names == nil || run.contains(where: \.isName), isWorthReading(run) {
      write(run, from: first.range.lowerBound, into: &text)
    }
    run.removeAll(keepingCapacity: true)
  }

  private mutating func endList(into text: inout DerivedText) {
    guard !list.isEmpty else { return }
    defer { list.removeAll(keepingCapacity: true) }
    guard names == nil || list.contains(where: \.isName),
      let joined = JoinedList(list, in: bytes), joined.elements.count > 1
    else { return }
    let elements = joined.elements
    guard !joined.separator.isEmpty || joined.isOfCharacters || isWorthReading(elements) else {
      return
    }
    write(elements, from: joined.start, separator: joined.separator, into: &text)
  }

  /// Whether something that is no mere text for people goes over a joint.
  private func isWorthReading(_ operands: [JoinedOperand]) -> Bool {
    var length = 0
    var isJoined = false
    var before: UInt8 = 0x20
    for operand in operands {
      for content in operand.contents where !content.isEmpty {
        if before.isInToken, bytes[content.lowerBound].isInToken { isJoined = true }
        before = bytes[content.upperBound - 1]
        length += content.count
      }
    }
    return isJoined && length >= 8
  }

  private func write(
    _ operands: [JoinedOperand], from start: Int, separator: Range<Int> = 0..<0,
    into text: inout DerivedText
  ) {
    guard text.budget > 0, let first = operands.first, let last = operands.last else { return }
    let lead = AssignmentLead(before: start, in: bytes)
    text.append(lead.range, of: bytes)
    if lead.isCut || start < first.range.lowerBound {
      // The quote stands for what was left out.
      text.append(Self.spacedQuote, for: lead.range.upperBound..<first.range.lowerBound + 1)
    } else {
      text.append(
        lead.range.upperBound..<(first.range.lowerBound + (first.isName ? 0 : 1)), of: bytes)
      if first.isName { text.append(Self.quote, for: first.range) }
    }
    var isScattered = false
    for (index, operand) in operands.enumerated() {
      if index > 0 { text.append(separator, of: bytes) }
      for content in operand.contents {
        text.appendReading(content, of: bytes)
        if !operand.range.contains(content.lowerBound) { isScattered = true }
      }
    }
    text.append(Self.quote, for: last.range.upperBound - 1..<last.range.upperBound)
    let count = operands.reduce(0) { $0 + max(1, $1.contents.count) }
    text.end(
      .joined(count), place: first.range.lowerBound..<last.range.upperBound,
      isScattered: isScattered || !separator.isEmpty)
  }

  private static let quote = CollectionOfOne(UInt8(ascii: "\""))
  private static let spacedQuote = Array(" \"".utf8)

  // MARK: - Reversed

  private static let reversals = [
    "[::-1]", ".reverse", ".split(\"\").reverse", ".split('').reverse",
  ]
  .map { Array($0.utf8) }
  private static let reversers = ["strrev(", "reverse(", "Reverse(", "reversed("].map {
    Array($0.utf8)
  }

  private func readReversed(
    _ range: Range<Int>, _ content: Range<Int>, into text: inout DerivedText
  ) {
    guard content.count >= 16 else { return }
    let next = range.upperBound < bytes.count ? bytes[range.upperBound] : 0
    let isBehind =
      (next == UInt8(ascii: "[") || next == UInt8(ascii: "."))
      && Self.reversals.contains { bytes[range.upperBound...].starts(with: $0) }
    let isBefore =
      range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "(")
      && Self.reversers.contains {
        range.lowerBound >= $0.count
          && bytes[(range.lowerBound - $0.count)..<range.lowerBound].elementsEqual($0)
      }
    guard isBehind || isBefore, text.budget > content.count else { return }
    // Without the name before it: a random value is as random backwards.
    text.append(Self.spacedQuote, for: range.lowerBound..<range.lowerBound + 1)
    text.append(bytes[content].reversed(), for: range)
    text.append(Self.quote, for: range.upperBound - 1..<range.upperBound)
    text.end(.reversed, place: range, isWhole: true)
  }

  // MARK: - Names

  /// Takes the uses of known names up to a place as operands.
  private mutating func readNames(upTo end: Int, into text: inout DerivedText) {
    guard let names else { return }
    let classes = ViewMarks.classes
    var index = named
    while index < end {
      guard classes[Int(bytes[index])] & ViewMarks.word != 0 else {
        index += 1
        continue
      }
      let start = index
      while index < end, classes[Int(bytes[index])] & ViewMarks.word != 0 { index += 1 }
      let name = start..<index
      guard let pieces = names.literal(of: name, in: bytes), !isAssigned(index) else { continue }
      add(JoinedOperand(range: name, content: name, pieces: pieces), into: &text)
    }
    named = max(named, end)
  }

  /// Whether the name that ends at a place is given a value, or called.
  private func isAssigned(_ end: Int) -> Bool {
    var index = end
    while index < bytes.count, index < end + 8, bytes[index] == 0x20 { index += 1 }
    guard index + 1 < bytes.count else { return false }
    if bytes[index] == UInt8(ascii: "=") { return bytes[index + 1] != UInt8(ascii: "=") }
    return bytes[index] == UInt8(ascii: "(") || bytes[index + 1] == UInt8(ascii: "=")
  }
}

extension UInt8 {
  /// May stand within a token, a key or an address.
  var isInToken: Bool {
    switch self {
    case 0x21, 0x23...0x26, 0x2A, 0x2B, 0x2D...0x3A, 0x3D, 0x3F...0x5A, 0x5E, 0x5F, 0x61...0x7A,
      0x7E:
      true
    default: false
    }
  }
}
