import PatternEngine
import Rules

/// What a text must hold, and what must stand beside a pattern's anchor, for a structural pattern to
/// match there at all. Most places are ruled out so, without a walk over the pattern.
struct PatternNeeds: Sendable, Equatable {
  /// The last byte of the mark right before the anchor, and the first of that right behind it; 0 where
  /// something else may stand there.
  var markBefore: UInt8 = 0
  var markAfter: UInt8 = 0
  /// The anchor belongs to the name that the pattern begins with, for which the text may have a name of
  /// its own.
  var isAnchoredInHead = false
  /// Slots of words (`TokenKey.slot`), of each list one of which the text must hold.
  private(set) var words: [[Int]] = []

  /// Longer lists say little.
  private static let longestList = 24
  private static let mostLists = 4
  /// Longer strings are not among the words of a text.
  static let longestString = 40

  /// Those of a pattern that cannot be read, which is never tried.
  init() {}

  init(_ pattern: CodePattern) {
    markBefore = pattern.markBefore
    markAfter = pattern.markAfter
    isAnchoredInHead = pattern.isAnchoredInHead
    for (place, element) in pattern.elements.enumerated()
    where place != pattern.anchor && !pattern.head.contains(place) {
      switch element.kind {
      case .word(let word): add([word])
      case .oneOf(let words): add(words)
      case .string(.content(let content)): add([content], isString: true)
      case .mark, .wordPattern, .string, .metavariable, .ellipsis: break
      }
    }
  }

  /// Adds the anchor of a pattern that must match somewhere else; it is looked for as it is written.
  mutating func add(anchorOf pattern: CodePattern) { add(pattern.anchorTexts) }

  /// Adds words of which the text must hold one, unless one of them may be written otherwise. The
  /// shortest lists are kept.
  private mutating func add(_ texts: [String], isString: Bool = false) {
    let isTold = texts.allSatisfy { text in
      !text.isEmpty && text.utf8.count <= Self.longestString
        && (isString || text.utf8.contains { ByteSet.word.contains($0) || $0 >= 0x80 })
    }
    guard isTold, texts.count <= Self.longestList else { return }
    let list = texts.map { TokenKey(word: $0.utf8).slot }
    guard !words.contains(list) else { return }
    words.append(list)
    words = Array(words.sorted { $0.count < $1.count }.prefix(Self.mostLists))
  }
}

/// The needs of many patterns, read where they lie.
struct PatternNeedsTable: Sendable {
  /// The start of each record, three bytes of seven bits, the lowest first.
  private let starts: PackedBytes
  /// A record: both marks; whether the anchor is in the head, with the number of lists above; then the
  /// lists, each its length and two bytes for each slot.
  private let records: PackedBytes

  init(_ all: [PatternNeeds]) {
    var starts: [UInt8] = []
    var records: [UInt8] = []
    for needs in all {
      for unit in 0..<3 { starts.append(UInt8(records.count >> (7 * unit) & 0x7F)) }
      records += [
        needs.markBefore, needs.markAfter,
        UInt8(needs.words.count << 1 | (needs.isAnchoredInHead ? 1 : 0)),
      ]
      for list in needs.words {
        records.append(UInt8(list.count))
        for slot in list { records += [UInt8(slot & 0x7F), UInt8(slot >> 7 & 0x7F)] }
      }
    }
    self.starts = PackedBytes(starts)
    self.records = PackedBytes(records)
  }

  /// Whether a pattern may match where its anchor is a token, in a text that has words in these slots.
  ///
  /// `mayBeRenamed` says whether the token may stand for something imported: it is looked for under
  /// other names then.
  func mayMatch(
    _ pattern: Int, _ surroundings: AnchorSurroundings, mayBeRenamed: Bool, _ slots: TokenSlots
  ) -> Bool {
    var place = Int(starts[pattern * 3])
    place |= Int(starts[pattern * 3 + 1]) << 7
    place |= Int(starts[pattern * 3 + 2]) << 14
    let flags = records[place + 2]
    guard
      mayBeRenamed && flags & 1 != 0
        || surroundings.fit(before: records[place], after: records[place + 1])
    else { return false }
    place += 3
    for _ in 0..<(flags >> 1) {
      let end = place + 1 + 2 * Int(records[place])
      place += 1
      var isMet = false
      while place < end, !isMet {
        isMet = slots.holds(Int(records[place]) | Int(records[place + 1]) << 7)
        place += 2
      }
      guard isMet else { return false }
      place = end
    }
    return true
  }

  // MARK: - Packing

  init(_ reader: inout PackedReader) {
    let count = reader.number()
    starts = reader.bytes(count)
    records = reader.bytes(reader.number())
  }

  func pack(_ writer: inout PackedWriter) {
    for part in [starts, records] {
      writer.write(part.count)
      writer.append((0..<part.count).map { part[$0] })
    }
  }
}

extension PatternNeedsTable: Equatable {
  static func == (one: PatternNeedsTable, other: PatternNeedsTable) -> Bool {
    zip([one.starts, one.records], [other.starts, other.records]).allSatisfy { one, other in
      one.count == other.count && (0..<one.count).allSatisfy { one[$0] == other[$0] }
    }
  }
}
