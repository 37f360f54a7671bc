// Which invisible and look-alike characters are what they seem: emoji need joiners, flags need tags,
// Persian and the scripts of India need joiners inside words, Arabic and Hebrew need direction marks.
// Everything here looks at a few scalars around a place, never at the whole text.

import SourceText

/// Judges invisible and look-alike characters by what stands around them.
enum HiddenCharacters {
  /// What the tag characters of a run say, masked for a report; nil where they spell a flag.
  static func tagText(_ run: Range<Int>, in bytes: [UInt8]) -> String? {
    let scalars = String(decoding: bytes[run], as: UTF8.self).unicodeScalars
    let isFlag = scalars.count <= 8 && before(run.lowerBound, in: bytes) == 0x1F3F4
    guard !isFlag else { return nil }
    var text = ""
    for scalar in scalars.prefix(120) {
      let value = scalar.value & 0x7F
      guard value >= 0x20, value < 0x7F, let plain = Unicode.Scalar(value) else { continue }
      text.unicodeScalars.append(plain)
    }
    // A hidden text may hold an address or a key: only its plain words are shown.
    let words = text.split(separator: " ").prefix(12).map { word in
      word.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x2C || $0 == 0x2E }
        && word.utf8.count <= 16 ? String(word) : "…"
    }
    return words.joined(separator: " ")
  }

  /// Whether every embedding, override and isolate on the line is closed there, no override is among
  /// them, and the line has letters that are written from right to left.
  static func isBalancedRightToLeft(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    var open: [UInt32] = []
    var hasRightToLeft = false
    for scalar in String(decoding: bytes[line].prefix(4_000), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x202D, 0x202E: return false
      case 0x202A, 0x202B: open.append(0x202C)
      case 0x2066...0x2068: open.append(0x2069)
      case 0x202C, 0x2069:
        guard open.popLast() == scalar.value else { return false }
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE: hasRightToLeft = true
      default: break
      }
    }
    return open.isEmpty && hasRightToLeft
  }

  /// Whether the line closes what it opens and overrides nothing, as formatted messages do.
  static func isBalanced(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    var open: [UInt32] = []
    for scalar in String(decoding: bytes[line].prefix(4_000), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x202D, 0x202E: return false
      case 0x202A, 0x202B: open.append(0x202C)
      case 0x2066...0x2068: open.append(0x2069)
      case 0x202C, 0x2069:
        guard open.popLast() == scalar.value else { return false }
      default: break
      }
    }
    return open.isEmpty
  }

  /// The word around `place`: letters, digits and `_` of any script.
  static func word(around place: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = place.lowerBound
    while start > 0, place.lowerBound - start < 120,
      isWordByte(bytes[start - 1], before: start, bytes)
    {
      start -= 1
    }
    var end = place.upperBound
    while end < bytes.count, end - place.upperBound < 120,
      isWordByte(bytes[end], before: end + 1, bytes)
    {
      end += 1
    }
    return start..<end
  }

  /// Whether a word mixes Latin letters with letters of another script, all of which look Latin.
  static func isLookAlike(_ word: Range<Int>, in bytes: [UInt8]) -> (isMixed: Bool, latin: Int) {
    var latin = 0
    var alike = 0
    for scalar in String(decoding: bytes[word], as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: latin += 1
      case 0x30...0x39, 0x5F: break
      default:
        guard lookAlikes.contains(scalar.value) else { return (false, latin) }
        alike += 1
      }
    }
    return (latin > 0 && alike > 0, latin)
  }

  private static let lookAlikes: Set<UInt32> = [
    0x0391, 0x0392, 0x0395, 0x0396, 0x0397, 0x0399, 0x039A, 0x039C, 0x039D, 0x039F, 0x03A1, 0x03A4,
    0x03A5, 0x03A7, 0x03BF, 0x0405, 0x0406, 0x0408, 0x0410, 0x0412, 0x0415, 0x041A, 0x041C, 0x041D,
    0x041E, 0x0420, 0x0421, 0x0422, 0x0425, 0x0430, 0x0435, 0x043E, 0x0440, 0x0441, 0x0443, 0x0445,
    0x0455, 0x0456, 0x0458, 0x04BB, 0x0501,
  ]

  /// The scalar that ends right before `offset`.
  private static func before(_ offset: Int, in bytes: [UInt8]) -> UInt32? {
    String(decoding: bytes[max(0, offset - 4)..<offset], as: UTF8.self).unicodeScalars.last?.value
  }

  private static func isWordByte(_ byte: UInt8, before end: Int, _ bytes: [UInt8]) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0x80...0xBF: true
    // Greek and Cyrillic, and the accented Latin letters.
    case 0xC3...0xD4: true
    default: false
    }
  }
}
