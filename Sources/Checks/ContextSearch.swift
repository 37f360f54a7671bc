// Looks for the words of a rule's context near a candidate. Thousands of numbers stand in a text that
// names none of them, so the question is first put cheaply: does any word near the candidate begin
// as one of the context's words does? Only where one does, the stretches are folded and compared.
// What was looked through is remembered, so that neighboring candidates do not look again.

import Rules
import SourceText

/// The words of one rule's context, and where they were looked for last; belongs to one worker.
final class ContextSearch {
  let context: RuleContext
  /// Lower case with a space before and after each word; see ``ContextWords/folded(_:)``.
  private let wanted: [[UInt8]]
  /// A bit for each hash of the first three folded bytes of a word.
  private var starts = [UInt64](repeating: 0, count: 64)
  /// The same for words that may stand anywhere, within others.
  private var unspaced = [UInt64](repeating: 0, count: 64)
  private var hasUnspaced = false
  /// No word begins like a wanted one from `clean.lowerBound` on, before `clean.upperBound`.
  private var clean = 0..<0
  private var cleanIn = 0
  private var nameIn = 0
  private var nameHasNone = false

  init(_ context: RuleContext) {
    self.context = context
    wanted = context.words.map { word in
      let folded = ContextWords.folded(Array(word.utf8)[...])
      // Chinese, Japanese and Korean put no spaces between words.
      return folded.count > 2 && folded[1] >= 0xE3 ? Array(folded[1..<(folded.count - 1)]) : folded
    }
    for word in wanted where word.count >= 2 {
      if word[0] == 0x20 {
        let hash = Self.hash(word[1], Self.byte(word, 2), Self.byte(word, 3))
        starts[hash >> 6] |= 1 << UInt64(hash & 63)
      } else {
        hasUnspaced = true
        let hash = Self.hash(word[0], word[1], Self.byte(word, 2))
        unspaced[hash >> 6] |= 1 << UInt64(hash & 63)
      }
    }
  }

  /// The byte of a folded word; spaces follow its end.
  private static func byte(_ word: [UInt8], _ index: Int) -> UInt8 {
    // After a space the next word's bytes are not looked at.
    if index > 2, word[index - 1] == 0x20 { return 0x20 }
    return index < word.count ? word[index] : 0x20
  }

  @inline(__always)
  private static func hash(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    let mixed =
      (UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16) &* 0x9E37_79B1
    return Int(mixed >> 20)
  }

  /// The first of the words that stands within the context's distance of a range.
  func first(near range: Range<Int>, in scan: DocumentScan) -> String? {
    let start = max(0, range.lowerBound - context.distance)
    let end = min(scan.bytes.count, range.upperBound + context.distance)
    if cleanIn != scan.number {
      cleanIn = scan.number
      clean = 0..<0
    }
    let mayStand = scan.bytes.withUnsafeBufferPointer { bytes in
      mayHold(bytes, start..<range.lowerBound) || mayHold(bytes, range)
        || mayHold(bytes, range.upperBound..<end)
    }
    guard mayStand else { return nil }
    let parts = [start..<range.lowerBound, range, range.upperBound..<end]
    return first(in: parts.map { ContextWords.folded(scan.bytes[$0]) })
  }

  /// The first of the words that the document's name or the stretches hold.
  func first(inNameOf scan: DocumentScan, or stretches: [Range<Int>]) -> String? {
    if nameIn != scan.number {
      nameIn = scan.number
      let name = Array(scan.document.name.utf8)
      nameHasNone = !name.withUnsafeBufferPointer { holdsStart($0, 0..<name.count) }
    }
    let isWorth = scan.bytes.withUnsafeBufferPointer { bytes in
      !nameHasNone || stretches.contains { holdsStart(bytes, $0) }
    }
    guard isWorth else { return nil }
    let name = ContextWords.folded(Array(scan.document.name.utf8)[...])
    return first(in: [name] + stretches.map { ContextWords.folded(scan.bytes[$0]) })
  }

  private func first(in texts: [[UInt8]]) -> String? {
    for (index, word) in wanted.enumerated()
    where texts.contains(where: { ContextWords.contains($0, word) }) {
      return context.words[index]
    }
    return nil
  }

  // MARK: - Whether it is worth a closer look

  /// Whether a word of a stretch that stands for itself begins like a wanted one; costs nothing for
  /// what was looked through before.
  private func mayHold(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Bool {
    // The ends of the stretch make words of their own.
    guard part.count > 4 else { return holdsStart(bytes, part) }
    if isStart(bytes, part.lowerBound, end: part.upperBound)
      || hasUnspaced && isUnspaced(bytes, part.lowerBound, end: part.upperBound)
    {
      return true
    }
    let edge = part.upperBound - 3
    for place in max(edge, part.lowerBound + 1)..<part.upperBound
    where Self.beginsWord(bytes, place) && isStart(bytes, place, end: part.upperBound)
      || hasUnspaced && isUnspaced(bytes, place, end: part.upperBound)
    {
      return true
    }
    let inner = (part.lowerBound + 1)..<edge
    guard !inner.isEmpty else { return false }
    // The stretches before, of and after a match are looked through as one.
    if inner.lowerBound < clean.lowerBound || inner.lowerBound > clean.upperBound + 64 {
      clean = inner.lowerBound..<inner.lowerBound
    }
    guard inner.upperBound > clean.upperBound else { return false }
    if let found = firstStart(bytes, clean.upperBound..<inner.upperBound) {
      clean = clean.lowerBound..<found
      return true
    }
    clean = clean.lowerBound..<inner.upperBound
    return false
  }

  /// The same without memory.
  private func holdsStart(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Bool {
    for place in part
    where (place == part.lowerBound || Self.beginsWord(bytes, place))
      && isStart(bytes, place, end: part.upperBound)
      || hasUnspaced && isUnspaced(bytes, place, end: part.upperBound)
    {
      return true
    }
    return false
  }

  /// The first place within the text, at least three bytes from its end, where a wanted word may begin.
  private func firstStart(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Int? {
    // What begins the text begins a word.
    var before = part.lowerBound > 0 ? Self.classes[Int(bytes[part.lowerBound - 1])] : 0
    for place in part {
      let kind = Self.classes[Int(bytes[place])]
      if kind & 3 > before >> 2, isStart(bytes, place, end: bytes.count) { return place }
      if hasUnspaced, bytes[place] >= 0xE3, isUnspaced(bytes, place, end: bytes.count) {
        return place
      }
      before = kind
    }
    return nil
  }

  @inline(__always)
  private static func beginsWord(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    classes[Int(bytes[place])] & 3 > classes[Int(bytes[place - 1])] >> 2
  }

  /// Whether the word that begins at a place begins like a wanted one.
  @inline(__always)
  private func isStart(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, end: Int) -> Bool {
    let first = bytes[place]
    guard Self.classes[Int(first)] & 3 != 0 else { return false }
    var second: UInt8 = 0x20
    var third: UInt8 = 0x20
    if place + 1 < end, Self.goesOn(first, bytes[place + 1]) {
      second = bytes[place + 1].asciiLowercased
      if place + 2 < end, Self.goesOn(bytes[place + 1], bytes[place + 2]) {
        third = bytes[place + 2].asciiLowercased
      }
    }
    let hash = Self.hash(first.asciiLowercased, second, third)
    return starts[hash >> 6] & (1 << UInt64(hash & 63)) != 0
  }

  private func isUnspaced(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, end: Int) -> Bool {
    guard bytes[place] >= 0xE3 else { return false }
    let second = place + 1 < end ? bytes[place + 1] : 0x20
    let third = place + 2 < end ? bytes[place + 2] : 0x20
    let hash = Self.hash(bytes[place], second, third)
    return unspaced[hash >> 6] & (1 << UInt64(hash & 63)) != 0
  }

  /// Whether a byte belongs to the same word as the one before it, which is no mark.
  @inline(__always)
  private static func goesOn(_ before: UInt8, _ byte: UInt8) -> Bool {
    let kind = classes[Int(byte)] & 3
    return kind != 0 && kind <= classes[Int(before)] >> 2
  }

  /// What a byte is to the words: in the lower two bits 0 for a mark, 1 for a digit and all beyond
  /// ASCII, 2 for a small letter, 3 for a capital; above them the greatest of these that does not
  /// begin a word after it.
  private static let classes: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 3 | 3 << 2
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 2 | 2 << 2
    case UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF: 1 | 3 << 2
    default: 0
    }
  }
}

/// Folds texts into lower-case words.
enum ContextWords {
  /// Lower case, with spaces where words part: at marks, and where a small letter meets a capital.
  static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = [0x20]
    result.reserveCapacity(bytes.count + 16)
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(previous) { result.append(0x20) }
        result.append(byte + 32)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        0x80...0xFF:
        result.append(byte)
      default:
        if result.last != 0x20 { result.append(0x20) }
      }
      previous = byte
    }
    if result.last != 0x20 { result.append(0x20) }
    return result
  }

  /// Whether the words occur one after the other as whole words.
  static func contains(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard wanted.count >= 2, text.count >= wanted.count else { return false }
    return text.withUnsafeBufferPointer { text in
      wanted.withUnsafeBufferPointer { wanted in
        var index = 0
        let last = text.count - wanted.count
        next: while index <= last {
          guard text[index] == wanted[0], text[index + 1] == wanted[1] else {
            index += 1
            continue
          }
          for offset in 2..<wanted.count where text[index + offset] != wanted[offset] {
            index += 1
            continue next
          }
          return true
        }
        return false
      }
    }
  }
}
