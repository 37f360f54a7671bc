// Looks for the words of a rule's context near a candidate. Thousands of numbers stand in a text that
// names none of them, and a hostile text has a word beside each; so every byte is looked at once for
// each context, and the words that were found are remembered for the candidates that follow.

import Rules
import SourceText

extension DocumentScan {
  /// Whether one of the words of its rule's context stands near a candidate.
  func isNamed(_ candidate: Candidate) -> Bool {
    guard let context = candidate.rule.context else { return false }
    return patterns.context(context, of: candidate.rule.id)
      .first(near: candidate.match, in: self) != nil
  }
}

/// The words of one rule's context, and where they stand in a document; belongs to one worker.
final class ContextSearch {
  let context: RuleContext
  /// In the order of the context.
  private let words: [ContextWord]
  /// A bit for each hash of the first three folded bytes of a word.
  private var starts = [UInt64](repeating: 0, count: 64)
  /// The same for words that may stand anywhere, within others.
  private var unspaced = [UInt64](repeating: 0, count: 64)
  private var hasUnspaced = false

  /// The document that the rest is about.
  private var document = 0
  /// The words that begin within `searched`, in the order of their places.
  private var found: [(range: Range<Int>, word: Int)] = []
  private var searched = 0..<0
  /// The first of the words that the document's name holds; nil while it was not asked.
  private var ofName: Int??

  /// More are forgotten where no candidate asks for them any more.
  private static let foundLimit = 4_096

  init(_ context: RuleContext) {
    self.context = context
    words = context.words.map(ContextWord.init)
    for word in words {
      let hash = Self.hash(word.head.0, word.head.1, word.head.2)
      if word.isSpaced {
        starts[hash >> 6] |= 1 << UInt64(hash & 63)
      } else {
        hasUnspaced = true
        unspaced[hash >> 6] |= 1 << UInt64(hash & 63)
      }
    }
  }

  @inline(__always)
  private static func hash(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    let mixed =
      (UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16) &* 0x9E37_79B1
    return Int(mixed >> 20)
  }

  /// The first of the context's words that stands within its distance of a range. Costs a look at
  /// the bytes that were not looked at for the candidates before.
  func first(near range: Range<Int>, in scan: DocumentScan) -> String? {
    turn(to: scan)
    let start = max(0, range.lowerBound - context.distance)
    let end = min(scan.bytes.count, range.upperBound + context.distance)
    if start < searched.lowerBound || start > searched.upperBound {
      found.removeAll(keepingCapacity: true)
      searched = start..<start
    }
    if end > searched.upperBound {
      scan.bytes.withUnsafeBufferPointer { bytes in
        forEachWord(in: bytes, from: searched.upperBound..<end) { found.append(($0, $1)) }
      }
      searched = searched.lowerBound..<end
    }
    var first = found.indices.partitioningIndex { found[$0].range.lowerBound >= start }
    if first > Self.foundLimit {
      found.removeFirst(first)
      searched = start..<searched.upperBound
      first = 0
    }
    var result: Int?
    for index in first..<found.count {
      if found[index].range.lowerBound >= end { break }
      guard found[index].range.upperBound <= end else { continue }
      result = min(result ?? .max, found[index].word)
    }
    return result.map { context.words[$0] }
  }

  /// The first of the words that the document's name or the stretches hold.
  func first(inNameOf scan: DocumentScan, or stretches: [Range<Int>]) -> String? {
    turn(to: scan)
    let ofName: Int?
    if let known = self.ofName {
      ofName = known
    } else {
      ofName = Array(scan.document.name.utf8).withUnsafeBufferPointer(first)
      self.ofName = .some(ofName)
    }
    var result = ofName
    scan.bytes.withUnsafeBufferPointer { bytes in
      for stretch in stretches {
        // A text of its own, whose ends are those of words.
        guard let word = first(in: UnsafeBufferPointer(rebasing: bytes[stretch])) else { continue }
        result = min(result ?? .max, word)
      }
    }
    return result.map { context.words[$0] }
  }

  private func turn(to scan: DocumentScan) {
    guard document != scan.number else { return }
    document = scan.number
    found.removeAll(keepingCapacity: true)
    searched = 0..<0
    ofName = nil
  }

  private func first(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var result: Int?
    forEachWord(in: text, from: 0..<text.count) { result = min(result ?? .max, $1) }
    return result
  }

  /// Calls `body` with the words that begin within a part of a text, in the order of their places.
  private func forEachWord(
    in text: UnsafeBufferPointer<UInt8>, from part: Range<Int>,
    _ body: (_ range: Range<Int>, _ word: Int) -> Void
  ) {
    // What begins the text begins a word.
    var before = part.lowerBound > 0 ? WordByte.classes[Int(text[part.lowerBound - 1])] : 0
    for place in part {
      let kind = WordByte.classes[Int(text[place])]
      let isStart = kind & 3 > before >> 2 && mayStart(text, place)
      let isUnspaced = hasUnspaced && text[place] >= 0xE3 && mayStartUnspaced(text, place)
      before = kind
      guard isStart || isUnspaced else { continue }
      for (number, word) in words.enumerated() where word.isSpaced ? isStart : isUnspaced {
        if let end = word.end(at: place, in: text) { body(place..<end, number) }
      }
    }
  }

  /// Whether the word that begins at a place begins like a wanted one.
  @inline(__always)
  private func mayStart(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    let first = text[place]
    var second: UInt8 = 0x20
    var third: UInt8 = 0x20
    if place + 1 < text.count, WordByte.goesOn(first, text[place + 1]) {
      second = text[place + 1].asciiLowercased
      if place + 2 < text.count, WordByte.goesOn(text[place + 1], text[place + 2]) {
        third = text[place + 2].asciiLowercased
      }
    }
    let hash = Self.hash(first.asciiLowercased, second, third)
    return starts[hash >> 6] & (1 << UInt64(hash & 63)) != 0
  }

  private func mayStartUnspaced(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    let second = place + 1 < text.count ? text[place + 1] : 0x20
    let third = place + 2 < text.count ? text[place + 2] : 0x20
    let hash = Self.hash(text[place], second, third)
    return unspaced[hash >> 6] & (1 << UInt64(hash & 63)) != 0
  }
}

/// A word of a context, or several that follow one another.
struct ContextWord {
  /// Lower case, with one space where words part.
  private let folded: [UInt8]
  /// It stands for itself, not within another word.
  let isSpaced: Bool
  /// The first bytes of its first word; spaces follow that word's end.
  let head: (UInt8, UInt8, UInt8)

  init(_ text: String) {
    var folded: [UInt8] = []
    var before: UInt8 = 0
    for byte in text.utf8 {
      let kind = WordByte.classes[Int(byte)] & 3
      if kind > WordByte.classes[Int(before)] >> 2, !folded.isEmpty { folded.append(0x20) }
      if kind != 0 { folded.append(byte.asciiLowercased) }
      before = byte
    }
    self.folded = folded
    // Chinese, Japanese and Korean put no spaces between words.
    isSpaced = folded.first.map { $0 < 0xE3 } ?? true
    let first = isSpaced ? folded.prefix { $0 != 0x20 } : folded[...]
    let padded = Array(first.prefix(3)) + [0x20, 0x20, 0x20]
    head = (padded[0], padded[1], padded[2])
  }

  /// The longest stretch of it that stands in a text as it is here, but for case.
  var longestPart: ArraySlice<UInt8> {
    folded.split(separator: 0x20).max { $0.count < $1.count } ?? []
  }

  /// Where the word ends that begins at a place; nil where another stands there.
  func end(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = start
    for (index, byte) in folded.enumerated() {
      if byte == 0x20 {
        guard isEnd(place, of: text) else { return nil }
        while place < text.count, WordByte.classes[Int(text[place])] & 3 == 0 { place += 1 }
        continue
      }
      guard place < text.count, text[place].asciiLowercased == byte else { return nil }
      if isSpaced, index > 0, folded[index - 1] != 0x20,
        !WordByte.goesOn(text[place - 1], text[place])
      {
        return nil
      }
      place += 1
    }
    return !folded.isEmpty && (!isSpaced || isEnd(place, of: text)) ? place : nil
  }

  private func isEnd(_ place: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    place == text.count || place > 0 && !WordByte.goesOn(text[place - 1], text[place])
  }
}

/// What bytes are to the words of contexts: words part at marks, and where a small letter meets a
/// capital.
private enum WordByte {
  /// In the lower two bits 0 for a mark, 1 for a digit and all beyond ASCII, 2 for a small letter, 3
  /// for a capital; above them the greatest of these that does not begin a word after it.
  static let classes: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 3 | 3 << 2
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 2 | 2 << 2
    case UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF: 1 | 3 << 2
    default: 0
    }
  }

  /// Whether a byte belongs to the same word as the one before it.
  @inline(__always)
  static func goesOn(_ before: UInt8, _ byte: UInt8) -> Bool {
    let kind = classes[Int(byte)] & 3
    return kind != 0 && kind <= classes[Int(before)] >> 2
  }
}
