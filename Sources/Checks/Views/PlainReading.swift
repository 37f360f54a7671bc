// The whole of a text as it would be without disguise: look-alike and styled letters as those of ASCII
// that they are taken for, invisible characters left out, what tag characters and variation selectors
// carry written out, escapes of plain letters and joined names of functions read. It is a program of the
// same language, or the same prose, and every rule looks at it; what is found counts where the disguise
// takes part in it, in terms of the text as it is.
//
// Most texts need none: a text outside of ASCII is asked, character by character, whether anything in it
// touches ASCII in a way that honest writing hardly has.

import SourceText

/// Reads a text without its disguise.
struct PlainReading {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let language: Language

  /// Something to be written in another place's stead.
  struct Replacement {
    var range: Range<Int>
    var bytes: [UInt8]
  }

  /// However long a text is, its reading is no longer.
  private static let longest = 4 << 20

  /// The reading of a text, empty for one without disguise. `replacements`, in any order, are pieces of
  /// it that were read before; `holdsEscapes` says that letters are written by their numbers.
  static func reading(
    of bytes: [UInt8], language: Language, replacements: [Replacement], holdsEscapes: Bool
  ) -> DerivedText {
    var text = DerivedText(budget: min(bytes.count * 2 + 64, longest), scope: .whole)
    bytes.withUnsafeBufferPointer { bytes in
      let reading = PlainReading(bytes: bytes, language: language)
      if !replacements.isEmpty || holdsEscapes || reading.isDisguised {
        reading.write(replacements, holdsEscapes, into: &text)
      }
    }
    return text
  }

  // MARK: - Looking

  /// Whether a character takes part in a disguise. Costs a step for each character beyond ASCII.
  private var isDisguised: Bool {
    var index = UTF8Scalar.nextBeyondASCII(from: 0, in: bytes)
    while index < bytes.count {
      let (scalar, length) = scalar(at: index)
      if isTelling(scalar, index..<(index + length)) { return true }
      index = UTF8Scalar.nextBeyondASCII(from: index + length, in: bytes)
    }
    return false
  }

  /// Whether a character beyond ASCII is a reason to read the text.
  private func isTelling(_ scalar: UInt32, _ place: Range<Int>) -> Bool {
    switch scalar {
    case 0x80...0xAC, 0xAE...0xFF, 0x3000...0x3163, 0x3165...0xA4CF, 0xAC00...0xD7FF: return false
    case 0xE0001...0xE01EF: return true
    default: break
    }
    let before = place.lowerBound > 0 ? bytes[place.lowerBound - 1] : 0
    let after = place.upperBound < bytes.count ? bytes[place.upperBound] : 0
    if isHidden(scalar, place) {
      // One key is a picture, several are a number.
      if scalar == 0xFE0F { return isKey(place) && isKey(place.upperBound + 4) || after.isWordByte }
      return before.isWordByte || after.isWordByte
    }
    if scalar <= 0x58F || (0x10A0...0x1FFF).contains(scalar) {
      // Letters of other scripts: within a word of both, or as the name of a call.
      guard before.isASCIILetter || after.isASCIILetter || after == UInt8(ascii: "(") else {
        return false
      }
      let kind = ConfusableTable.kind(scalar)
      return kind == .letterOfOtherScript || kind == .styledForm
    }
    guard let found = ConfusableTable.lookUp(scalar) else { return false }
    switch found.kind {
    case .letterOfOtherScript: return before.isASCIILetter || after.isASCIILetter
    case .styledForm:
      return before.isWordByte || after.isWordByte || isStyled(at: place.upperBound)
    case .mark: return scalar == 0xFF3F && (before.isWordByte || after.isWordByte)
    }
  }

  private func isStyled(at place: Int) -> Bool {
    guard place < bytes.count, bytes[place] >= 0xC2 else { return false }
    return ConfusableTable.kind(scalar(at: place).scalar) == .styledForm
  }

  /// Whether a character shows nothing where it stands, and its script does not need it.
  private func isHidden(_ scalar: UInt32, _ place: Range<Int>) -> Bool {
    isOverlay(scalar) || InvisibleCharacters.isInvisible(scalar)
  }

  /// Whether a selector stands between a sign of ASCII and the frame of a key.
  private func isKey(_ selector: Range<Int>) -> Bool {
    selector.lowerBound > 0 && bytes[selector.lowerBound - 1].isWordByte
      && selector.upperBound + 3 <= bytes.count
      && bytes[selector.upperBound..<(selector.upperBound + 3)].elementsEqual([0xE2, 0x83, 0xA3])
  }

  /// The same of one whose place is known by its begin.
  private func isKey(_ start: Int) -> Bool {
    start + 3 <= bytes.count && bytes[start..<(start + 3)].elementsEqual([0xEF, 0xB8, 0x8F])
      && isKey(start..<(start + 3))
  }

  /// Strokes and frames over a character.
  private func isOverlay(_ scalar: UInt32) -> Bool {
    (0x332...0x338).contains(scalar) || (0x20D2...0x20E4).contains(scalar)
  }

  // MARK: - Writing

  private func write(
    _ replacements: [Replacement], _ holdsEscapes: Bool, into text: inout DerivedText
  ) {
    var rest = replacements.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
    var plain = 0
    var index = 0
    var known = Known()
    while index < bytes.count, text.budget > 0 {
      while let next = rest.first, next.range.lowerBound < index { rest.removeFirst() }
      if let next = rest.first, next.range.lowerBound == index {
        text.append(plain..<index, of: bytes)
        text.append(next.bytes, for: next.range)
        index = next.range.upperBound
        plain = index
        continue
      }
      let byte = bytes[index]
      if byte < 0x80 {
        if holdsEscapes, let unit = escape(at: index) {
          text.append(plain..<index, of: bytes)
          text.append(CollectionOfOne(unit.byte), for: index..<(index + unit.length))
          index += unit.length
          plain = index
        } else {
          index += 1
        }
        continue
      }
      guard byte >= 0xC2 else {
        index += 1
        continue
      }
      let (scalar, length) = scalar(at: index)
      var place = index..<(index + length)
      let said = said(by: scalar, at: &place, &known)
      if let said {
        text.append(plain..<index, of: bytes)
        text.append(said, for: place)
        plain = place.upperBound
      }
      index = place.upperBound
    }
    text.append(min(plain, bytes.count)..<bytes.count, of: bytes)
    // A text that is cut off here was told of what is in it as it stands.
    text.end(.disguise, place: 0..<bytes.count)
  }

  /// What a character beyond ASCII stands for, nil for itself; goes on to the end of a hidden message.
  private func said(
    by scalar: UInt32, at place: inout Range<Int>, _ known: inout Known
  ) -> [UInt8]? {
    if place.lowerBound >= known.silentTo,
      InvisibleCharacters.tagASCII(scalar) != nil
        || InvisibleCharacters.variationSelectorByte(scalar) != nil
    {
      let run = HiddenMessage.run(from: place.lowerBound, in: bytes)
      if let message = HiddenMessage.text(of: run, in: bytes) {
        place = run
        return [0x20] + message + [0x20]
      }
      known.silentTo = run.upperBound
    }
    if isHidden(scalar, place) {
      let before = place.lowerBound > 0 ? bytes[place.lowerBound - 1] : 0
      let after = place.upperBound < bytes.count ? bytes[place.upperBound] : 0
      // Among letters of its own script it is spelling.
      let isFrame = isOverlay(scalar) && InvisibleCharacters.isInvisible(scalarBefore(place))
      return isGraphic(before) || isGraphic(after) || isFrame ? [] : nil
    }
    guard let found = ConfusableTable.lookUp(scalar) else { return nil }
    switch found.kind {
    case .styledForm: return [found.ascii]
    case .letterOfOtherScript:
      if !known.word.range.contains(place.lowerBound) { known.word = word(around: place) }
      return known.word.isDisguised ? [found.ascii] : nil
    case .mark:
      guard !"\"'`\\<>".utf8.contains(found.ascii) else { return nil }
      let isBeside = isPlainOrStyled(endingAt: place.lowerBound)
      let isBefore = isPlainOrStyled(at: place.upperBound)
      let isFullWidth = (0xFF01...0xFF5E).contains(scalar)
      return isBeside && isBefore || isFullWidth && (isBeside || isBefore) ? [found.ascii] : nil
    }
  }

  private func isGraphic(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  private func isPlainOrStyled(at place: Int) -> Bool {
    guard place < bytes.count else { return false }
    return bytes[place].isWordByte && bytes[place] < 0x80 || isStyled(at: place)
  }

  private func isPlainOrStyled(endingAt end: Int) -> Bool {
    guard end > 0 else { return false }
    if bytes[end - 1] < 0x80 { return bytes[end - 1].isWordByte }
    var start = end - 1
    while start > max(0, end - 4), bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return isStyled(at: start)
  }

  private func escape(at place: Int) -> EscapeUnit? {
    switch bytes[place] {
    case UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "&"): break
    default: return nil
    }
    guard let unit = EscapeUnit(at: place, in: bytes) else { return nil }
    // Marks that end a literal or begin an escape would make another program of it.
    return "\"'`\\<>&".utf8.contains(unit.byte) ? nil : unit
  }

  // MARK: - Words

  /// What was worked out of the text before a place.
  private struct Known {
    var word = Word()
    /// Up to here invisible characters say nothing.
    var silentTo = 0
  }

  /// A word, and whether it passes for one of ASCII.
  private struct Word {
    var range = 0..<0
    var isDisguised = false
  }

  private static let longestWord = 240

  /// The word around a letter of another script: letters, digits and low lines of any script.
  private func word(around place: Range<Int>) -> Word {
    var start = place.lowerBound
    while start > 0, place.lowerBound - start < Self.longestWord, isWordByte(bytes[start - 1]) {
      start -= 1
    }
    while start < place.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var index = start
    var plain = 0
    var alike = 0
    var other = 0
    while index < bytes.count, index - place.upperBound < Self.longestWord, isWordByte(bytes[index])
    {
      if bytes[index] < 0x80 {
        if bytes[index].isASCIILetter { plain += 1 }
        index += 1
        continue
      }
      let (scalar, length) = scalar(at: index)
      // A no-break space, punctuation: the word ends.
      let script = ScriptTable.of(scalar)
      if script == .common, ConfusableTable.kind(scalar) != .styledForm, !isHidden(scalar, place) {
        if index > place.lowerBound { break }
        start = index + length
        (plain, alike, other) = (0, 0, 0)
      } else if ConfusableTable.kind(scalar) != nil {
        alike += 1
      } else if script != .latin, script != .inherited, script != .common {
        other += 1
      }
      index += length
    }
    let range = start..<max(index, place.upperBound)
    let isCalled = index < bytes.count && bytes[index] == UInt8(ascii: "(") && alike > 2
    let isMember =
      start > 1 && bytes[start - 1] == UInt8(ascii: ".") && bytes[start - 2].isASCIILetter
    return Word(
      range: range,
      isDisguised: other == 0 && alike > 0 && (plain > 0 || isCalled || isMember))
  }

  private func isWordByte(_ byte: UInt8) -> Bool { byte >= 0x80 || byte.isWordByte }

  private func scalarBefore(_ place: Range<Int>) -> UInt32 {
    var start = place.lowerBound - 1
    while start > max(0, place.lowerBound - 4), bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 ? scalar(at: start).scalar : 0
  }

  private func scalar(at place: Int) -> (scalar: UInt32, length: Int) {
    UTF8Scalar.read(at: place, in: bytes)
  }
}

/// Reads single characters of valid UTF-8.
enum UTF8Scalar {
  /// The next place, from one on, at which a character beyond ASCII begins; the end where none does.
  @inline(__always)
  static func nextBeyondASCII(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index < bytes.count {
      // The load ends within the text.
      if index + 8 <= bytes.count,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      } else if bytes[index] >= 0xC2 {
        return index
      } else {
        index += 1
      }
    }
    return index
  }

  /// The character that begins at a place, and its length; of what is cut off, one byte.
  @inline(__always)
  static func read(
    at place: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (scalar: UInt32, length: Int) {
    let lead = bytes[place]
    let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, place + length <= bytes.count else { return (UInt32(lead), 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[place + offset] & 0x3F) }
    return (scalar, length)
  }
}
