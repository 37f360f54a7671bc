/// Characters that show nothing, or that only steer how others are shown, and so can hide in text.
///
/// The ranges are those of `Default_Ignorable_Code_Point`, as the standard library has it for
/// Unicode 17.0.0 (18.0.0 adds no format character); the format characters (`Cf`) that show
/// nothing themselves; and the letters, symbols and separators whose
/// glyph is blank. Left out: spaces, which show as space, and the number and verse signs of Arabic,
/// Syriac and Kaithi, which are format characters that are seen.
enum InvisibleCharacters {
  /// Whether a character shows nothing. One in its place is among them, as a variation selector
  /// after an emoji or a joiner in Persian: what surrounds it tells.
  static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0xAD: false
    case 0xAD: true  // soft hyphen
    case 0x34F: true  // combining grapheme joiner
    case 0x61C: true  // Arabic letter mark
    case 0x115F...0x1160, 0x3164, 0xFFA0: true  // Hangul fillers
    case 0x17B4...0x17B5: true  // Khmer inherent vowels
    case 0x180B...0x180F: true  // Mongolian variation selectors and vowel separator
    case 0x200B...0x200F: true  // zero width space and joiners, direction marks
    case 0x2028...0x202E: true  // line and paragraph separator, embeddings and overrides
    case 0x2060...0x206F: true  // word joiner, invisible operators, isolates, deprecated ones
    case 0x2800: true  // Braille blank
    case 0xFE00...0xFE0F: true  // variation selectors
    case 0xFEFF: true  // byte order mark
    case 0xFFF0...0xFFFB: true  // unassigned, interlinear annotations
    case 0x13430...0x1343F: true  // Egyptian hieroglyph format controls
    case 0x13441...0x13442: true  // Egyptian blanks
    case 0x16FE4: true  // Khitan small script filler
    case 0x1BCA0...0x1BCA3: true  // shorthand format controls
    case 0x1D159, 0x1D173...0x1D17A: true  // musical null notehead and format controls
    case 0xE0000...0xE0FFF: true  // tags and variation selectors
    default: false
    }
  }

  /// The name of an invisible character, as `ZERO WIDTH SPACE` or `TAG LATIN SMALL LETTER A`, or
  /// nil for one that shows.
  static func name(_ scalar: UInt32) -> String? {
    guard isInvisible(scalar) else { return nil }
    return characterName(scalar) ?? "UNASSIGNED DEFAULT IGNORABLE"
  }

  /// The name that Unicode gives a character, from the standard library's own tables; nil for
  /// controls and what is not assigned.
  static func characterName(_ scalar: UInt32) -> String? {
    Unicode.Scalar(scalar)?.properties.name
  }

  /// How a report names a character: `U+200B ZERO WIDTH SPACE`.
  static func label(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    guard let name = name(scalar) ?? characterName(scalar) else { return code }
    return code + " " + name
  }

  /// The ASCII character that a tag character spells, visible to a model and to nobody else.
  static func tagASCII(_ scalar: UInt32) -> UInt8? {
    (0xE0020...0xE007E).contains(scalar) ? UInt8(scalar - 0xE0000) : nil
  }

  /// The byte that a variation selector stands for where data is hidden in a row of them: 0 to 15
  /// in the first block, 16 to 255 in the supplement.
  static func variationSelectorByte(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0xFE00...0xFE0F: UInt8(scalar - 0xFE00)
    case 0xE0100...0xE01EF: UInt8(scalar - 0xE0100 + 16)
    default: nil
    }
  }

  /// Whether a character changes the direction in which text is shown.
  static func isDirectionControl(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
