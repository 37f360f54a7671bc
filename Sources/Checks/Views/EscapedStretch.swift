/// A stretch of text without white space or quotes in which characters are written by their numbers.
struct EscapedStretch {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Up to here the text was read.
  private var readTo = 0
  /// A word was met in which a letter is escaped that needs no escape.
  private(set) var holdsLetters = false

  private static let reachBefore = 400
  private static let reachBehind = 8_192

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Takes a backslash, percent sign or ampersand; these come in order. Adds the line up to the stretch
  /// and what it says.
  mutating func mark(at place: Int, into text: inout DerivedText) {
    guard !holdsLetters || place >= readTo, let unit = EscapeUnit(at: place, in: bytes) else {
      return
    }
    if !holdsLetters { holdsLetters = isInWord(unit, at: place) }
    guard place >= readTo else { return }
    var start = place
    while start > readTo, place - start < Self.reachBefore, isInside(bytes[start - 1]) {
      start -= 1
    }
    var end = place
    while end < bytes.count, end - place < Self.reachBehind, isInside(bytes[end]) { end += 1 }
    readTo = end
    let how: Concealment = bytes[place] == UInt8(ascii: "%") ? .percent : .escapes
    guard end - start >= 8, isHidden(start..<end) else { return }
    // The quote before and behind.
    var low = start
    while low > 0, start - low < 120, bytes[low - 1] != 0x0A { low -= 1 }
    while low < start, bytes[low] & 0xC0 == 0x80 { low += 1 }
    text.append(low..<start, of: bytes)
    text.appendReading(start..<end, of: bytes)
    if end < bytes.count, bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
      text.append(end..<(end + 1), of: bytes)
    }
    text.end(how, place: start..<end)
  }

  /// A word that a program knows has as many letters.
  private static let shortestWord = 4

  /// Whether a letter that needs no escape stands in a word of letters and such escapes, or a mark has a
  /// name that it does not need. A range of a regular expression and binary data have no words.
  private func isInWord(_ unit: EscapeUnit, at place: Int) -> Bool {
    if bytes[place] == UInt8(ascii: "&"), bytes[place + 1] != UInt8(ascii: "#") { return true }
    guard unit.byte.isASCIILetter else { return false }
    var length = 1
    var start = place
    while start > 0, length < Self.shortestWord, bytes[start - 1].isASCIILetter {
      length += 1
      start -= 1
    }
    var end = place + unit.length
    while end < bytes.count, length < Self.shortestWord {
      if bytes[end].isASCIILetter {
        end += 1
      } else if let next = EscapeUnit(at: end, in: bytes), next.byte.isASCIILetter {
        end += next.length
      } else {
        break
      }
      length += 1
    }
    return length >= Self.shortestWord
  }

  /// Whether characters that need no escape have one.
  private func isHidden(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "&"),
        let unit = EscapeUnit(at: index, in: bytes)
      {
        if unit.byte.isWordByte || "-:/@=.".utf8.contains(unit.byte) { return true }
        index += unit.length
      } else {
        index += 1
      }
    }
    return false
  }

  private func isInside(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), 0x7F...0xFF:
      false
    default: true
    }
  }
}
