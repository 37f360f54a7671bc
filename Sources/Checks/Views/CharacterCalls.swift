// Text that a program puts together from calls that make one character each: `chr(103) + chr(104)`,
// `Chr(103) & Chr(104)`, `String.fromCharCode(103) + …`, `[char]103+[char]104`.

import SourceText

/// Reads runs of calls that make characters.
enum CharacterCalls {
  /// What a text with such a run holds.
  static let mark = KnownPattern(
    #"(?i)(?:\bchrw?|char|code)[\](][ ]?(?:0x)?[0-9a-f]{2,3}[ ]?\)?[ ]?[.+&|,]"#)

  private static let makers = ["chr", "chrw", "char", "code", "codepoint"].map { Array($0.utf8) }
  private static let shortest = 6
  /// Between two calls there are a few marks and the name of the second.
  private static let reach = 24

  static func read(_ bytes: [UInt8], into text: inout DerivedText) {
    var start = 0
    var end = 0
    var count = 0
    func finish() {
      if count >= shortest {
        text.end(.characterCodes, place: start..<end)
      } else {
        text.cancel()
      }
      count = 0
    }
    for place in bytes.indices {
      guard bytes[place] == UInt8(ascii: "(") || bytes[place] == UInt8(ascii: "]"), place >= end,
        let name = makers.first(where: { isName($0, endingAt: place, in: bytes) }),
        let call = call(at: place, in: bytes)
      else { continue }
      let begin = place - name.count
      if count > 0, begin - end > reach || bytes[end..<begin].contains(0x0A) { finish() }
      guard text.budget > 0 else { break }
      if count == 0 { start = begin }
      text.append(CollectionOfOne(call.byte), for: begin..<call.end)
      count += 1
      end = call.end
    }
    finish()
  }

  private static func isName(_ name: [UInt8], endingAt end: Int, in bytes: [UInt8]) -> Bool {
    guard end >= name.count else { return false }
    for (offset, letter) in name.enumerated()
    where bytes[end - name.count + offset] | 0x20 != letter {
      return false
    }
    let before = end > name.count ? bytes[end - name.count - 1] : 0
    return name.first == UInt8(ascii: "c") && (name.count > 4 || !before.isASCIIDigit)
  }

  /// The character that the number behind a mark stands for.
  private static func call(at mark: Int, in bytes: [UInt8]) -> (byte: UInt8, end: Int)? {
    var index = mark + 1
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    var base = 10
    if index + 2 < bytes.count, bytes[index] == UInt8(ascii: "0"), bytes[index + 1] | 0x20 == 0x78 {
      index += 2
      base = 16
    }
    var value = 0
    let first = index
    while index < bytes.count, index - first < 3, let digit = bytes[index].hexadecimalValue,
      digit < base
    {
      value = value * base + digit
      index += 1
    }
    guard index > first, (0x20...0x7E).contains(value) else { return nil }
    if bytes[mark] == UInt8(ascii: "(") {
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return nil }
      index += 1
    }
    return (UInt8(value), index)
  }
}
