// Which invisible and look-alike characters are what they seem: emoji need joiners, flags need tags,
// Persian and the scripts of India need joiners inside words, Khmer and Burmese part words by nothing
// that is seen, Arabic and Hebrew need direction marks. What stands around tells, and everything here
// looks at a few hundred scalars around a place, never at the whole text.

import SourceText

/// Judges invisible and look-alike characters by what stands around them.
enum HiddenCharacters {
  /// How many bytes on each side of a place tell what is written there.
  private static let reach = 600

  // MARK: - Directions

  /// What a line does to the direction in which it is read.
  struct Directions {
    /// Everything that it opens it closes.
    var isBalanced = true
    var hasOverride = false
    /// It has letters that are written from right to left.
    var hasRightToLeft = false
    /// It has four letters of ASCII in a row.
    var hasLatinWord = false
    /// The controls in their order, each once.
    var controls: [UInt32] = []
  }

  /// Reads at most 4,000 bytes of a line.
  static func directions(of line: Range<Int>, in bytes: [UInt8]) -> Directions {
    var result = Directions()
    var open: [UInt32] = []
    var latin = 0
    for scalar in String(decoding: bytes[line].prefix(4_000), as: UTF8.self).unicodeScalars {
      latin = ScriptTable.of(scalar.value) == .latin ? latin + 1 : 0
      if latin >= 4 { result.hasLatinWord = true }
      switch scalar.value {
      case 0x202D, 0x202E:
        result.hasOverride = true
        open.append(0x202C)
      case 0x202A, 0x202B: open.append(0x202C)
      case 0x2066...0x2068: open.append(0x2069)
      case 0x202C, 0x2069: if open.popLast() != scalar.value { result.isBalanced = false }
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE:
        result.hasRightToLeft = true
        continue
      default: continue
      }
      if !result.controls.contains(scalar.value) { result.controls.append(scalar.value) }
    }
    if !open.isEmpty { result.isBalanced = false }
    return result
  }

  /// Whether letters that are written from right to left stand near a place.
  static func isNearRightToLeft(_ place: Range<Int>, in scan: DocumentScan) -> Bool {
    scan.scripts.near(place, reach: 8_000).contains {
      $0.key.isRightToLeft && $0.value >= 8
    }
  }

  // MARK: - Invisible characters

  /// Whether the spelling of a script, or of mathematics, asks for what is invisible at a place.
  static func isSpelling(_ place: Range<Int>, in scan: DocumentScan) -> Bool {
    let scalars = Set(
      String(decoding: scan.bytes[place], as: UTF8.self).unicodeScalars.map(\.value))
    let scripts = scan.scripts.near(place, reach: reach)
    let isSpacing = scalars.allSatisfy { (0x200B...0x200D).contains($0) || $0 == 0x2060 }
    if isSpacing, scripts.contains(where: { $0.key.breaksWordsInvisibly && $0.value >= 4 }) {
      return true
    }
    let isJoining = scalars.allSatisfy { $0 == 0x200C || $0 == 0x200D }
    if isJoining, scripts.contains(where: { $0.key.needsJoiners && $0.value >= 4 }) { return true }
    return scalars.allSatisfy(InvisibleCharacters.isDirectionControl)
      && scripts.contains { $0.key.isRightToLeft && $0.value >= 4 }
  }

  /// The characters of a range that show nothing, for a report: their names, each once, up to four.
  static func labels(of range: Range<Int>, in bytes: [UInt8]) -> [String] {
    var told: [UInt32] = []
    for scalar in String(decoding: bytes[range].prefix(400), as: UTF8.self).unicodeScalars
    where InvisibleCharacters.isInvisible(scalar.value) && !told.contains(scalar.value) {
      told.append(scalar.value)
    }
    return told.prefix(4).map(InvisibleCharacters.label)
  }

  /// What a run of invisible characters says, fit for a report: its plain words; nil where it spells a
  /// flag or says nothing.
  static func message(_ run: Range<Int>, in bytes: [UInt8]) -> String? {
    let text = bytes.withUnsafeBufferPointer { HiddenMessage.text(of: run, in: $0) }
    return text.map { words(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether tag characters spell the flag of a region.
  static func isFlag(_ run: Range<Int>, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { HiddenMessage.isFlag(run, in: $0) }
  }

  /// A hidden text may hold an address or a key: only its plain words are shown.
  static func words(_ text: String) -> String {
    text.split(separator: " ").prefix(12).map { word in
      word.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x2C || $0 == 0x2E }
        && word.utf8.count <= 16 ? String(word) : "…"
    }.joined(separator: " ")
  }

  // MARK: - Look-alikes

  /// A word in letters of several scripts, or of one that is not its own.
  struct Word {
    /// It has letters of ASCII and of another script, and all of the others look like ASCII.
    var isMixed = false
    /// All of its letters are of another script and look like ASCII.
    var isForeign = false
    /// How many letters of ASCII it has.
    var latin = 0
    /// The letters of other scripts, each once.
    var alike: [UInt32] = []
    /// What it reads as.
    var reading = ""
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

  static func read(_ word: Range<Int>, in bytes: [UInt8]) -> Word {
    var result = Word()
    var hasOther = false
    for scalar in String(decoding: bytes[word], as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: result.latin += 1
      case 0x30...0x39, 0x5F: break
      default:
        guard let ascii = ConfusableTable.ascii(scalar.value) else {
          hasOther = true
          continue
        }
        if !result.alike.contains(scalar.value) { result.alike.append(scalar.value) }
        result.reading.unicodeScalars.append(Unicode.Scalar(ascii))
        continue
      }
      result.reading.unicodeScalars.append(scalar)
    }
    result.isMixed = !hasOther && result.latin > 0 && !result.alike.isEmpty
    result.isForeign = !hasOther && result.latin == 0 && result.alike.count > 1
    return result
  }

  /// Whether the text around a word is mostly in the script of its look-alikes: a slip of the keyboard,
  /// or the ending of that language behind a foreign word.
  static func isWrittenAround(
    _ word: Range<Int>, _ alike: [UInt32], in scan: DocumentScan
  ) -> Bool {
    guard let first = alike.first else { return false }
    let scripts = scan.scripts.near(word, reach: reach)
    let own = scripts[ScriptTable.of(first), default: 0]
    return ScriptTable.of(first) != .latin && own >= 24 && own * 4 >= scripts[.latin, default: 0]
  }

  /// Whether a command of roff or TeX, or an escape, ends right where the word goes on in another script.
  static func isBehindCommand(_ word: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard word.lowerBound > 0, bytes[word.lowerBound - 1] == UInt8(ascii: "\\") else {
      return false
    }
    let rest = bytes[word].drop { $0.isASCIILetter || $0.isASCIIDigit }
    return rest.allSatisfy { $0 >= 0x80 }
  }

  private static func isWordByte(_ byte: UInt8, before end: Int, _ bytes: [UInt8]) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0x80...0xBF: true
    // Latin with marks, Greek, Cyrillic, Armenian; Cherokee, phonetic letters, Coptic, Lisu.
    case 0xC3...0xD6: true
    case 0xE1, 0xEA: true
    case 0xE2: end < bytes.count && bytes[end] >= 0xB0
    default: false
    }
  }
}
