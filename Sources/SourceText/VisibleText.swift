// Paths and code lines come from whoever is under review. Written to a terminal as they are, they
// could move the cursor, recolor the screen or turn the reading direction, and so hide a finding.
// Everything of that kind is shown by its number instead.

extension Unicode.Scalar {
  /// It changes how other text looks, or cannot be seen: a control character, a direction mark, a
  /// zero-width or line-breaking character, a tag.
  ///
  /// By the general categories Cc, Cf, Zl and Zp and the property Default_Ignorable_Code_Point
  /// (Unicode 16); only the emoji and text presentation selectors are spared.
  package var isDeceptive: Bool {
    if value < 0x7F { return value < 0x20 }
    if value < 0xAD { return value < 0xA0 }
    if value == 0xFE0E || value == 0xFE0F { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }

  /// How many columns of a terminal it takes: 2 for East Asian wide ones and emoji, 0 for marks
  /// that combine with what is before them.
  ///
  /// After East_Asian_Width W and F (UAX #11); terminals disagree on the rarest.
  package var columns: Int {
    if value < 0x300 { return 1 }
    if value == 0xFE0E || value == 0xFE0F { return 0 }
    if 0x1160...0x11FF ~= value { return 0 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return Self.isWide(value) ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    let place = wide.indices.partitioningIndex { wide[$0].upperBound >= value }
    return place < wide.count && wide[place].contains(value)
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF,
    0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335,
    0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3,
    0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440,
    0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567,
    0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F,
    0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6D7,
    0x1F6DC...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB,
    0x1F7F0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF,
    0x1FA70...0x1FAFF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}

extension String {
  /// The text with every deceptive scalar shown as `\u{202E}` is; safe on a terminal, one line.
  package var madeVisible: String {
    if unicodeScalars.allSatisfy({ !$0.isDeceptive }) { return self }
    var result = ""
    for scalar in unicodeScalars { result += scalar.visible }
    return result
  }

  /// How many columns of a terminal the text takes; it holds no deceptive scalars.
  package var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }
}

extension Unicode.Scalar {
  package var visible: String {
    guard isDeceptive else { return String(Character(self)) }
    switch self {
    case "\t": return "\\t"
    case "\n": return "\\n"
    case "\r": return "\\r"
    default: return "\\u{" + String(value, radix: 16, uppercase: true) + "}"
    }
  }
}
