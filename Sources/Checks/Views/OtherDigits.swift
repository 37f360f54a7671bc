/// Stretches of a text that hold digits of other scripts, or numbers parted by spaces and hyphens of a
/// typesetter, read as if written in ASCII: patterns know no other digits.
enum OtherDigits {
  /// So much text before and behind a digit is read with it, for the words that name a number.
  private static let reach = 400
  /// A line is cut so far from its digits.
  private static let longestLine = 2_000
  /// However long a text is, its reading is no longer.
  private static let longest = 1 << 20

  /// A character that stands for one of ASCII.
  struct Unit: Equatable {
    var ascii: UInt8
    var length: Int
    var kind: Kind

    enum Kind: Equatable {
      case digit
      /// Counts only between digits.
      case separator
      /// A full-width letter or mark, read where digits are.
      case other
    }
  }

  /// The reading of a text: empty for one without such digits, which costs a look at its bytes
  /// beyond ASCII.
  static func reading(of bytes: [UInt8]) -> DerivedText {
    var text = DerivedText(budget: longest)
    bytes.withUnsafeBufferPointer { bytes in
      var stretch: Range<Int>?
      forEachMark(in: bytes) { place in
        if let known = stretch, place + reach < known.upperBound { return }
        let next = lines(around: place, in: bytes)
        if let known = stretch {
          if next.lowerBound <= known.upperBound {
            stretch = known.lowerBound..<max(known.upperBound, next.upperBound)
            return
          }
          read(known, of: bytes, into: &text)
        }
        stretch = next
      }
      if let stretch { read(stretch, of: bytes, into: &text) }
    }
    return text
  }

  /// Calls `body` with the places of what makes a text worth reading, in order.
  private static func forEachMark(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    var index = UTF8Scalar.nextBeyondASCII(from: 0, in: bytes)
    while index < bytes.count {
      var length = 1
      if let unit = unit(at: index, in: bytes), unit.kind != .other {
        body(index)
        length = unit.length
      }
      index = UTF8Scalar.nextBeyondASCII(from: index + length, in: bytes)
    }
  }

  /// The lines within reach of a place.
  private static func lines(around place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = max(0, place - reach)
    let first = max(0, place - longestLine)
    while start > first, bytes[start - 1] != 0x0A { start -= 1 }
    var end = min(bytes.count, place + reach)
    let last = min(bytes.count, place + longestLine)
    while end < last, bytes[end] != 0x0A { end += 1 }
    return start..<end
  }

  private static func read(
    _ stretch: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, into text: inout DerivedText
  ) {
    guard text.budget > 0 else { return }
    var plain = stretch.lowerBound
    var index = plain
    while index < stretch.upperBound, text.budget > 0 {
      guard bytes[index] >= 0xC2, let unit = unit(at: index, in: bytes) else {
        index += 1
        continue
      }
      text.append(plain..<index, of: bytes)
      text.append(CollectionOfOne(unit.ascii), for: index..<(index + unit.length))
      index += unit.length
      plain = index
    }
    text.append(min(plain, stretch.upperBound)..<stretch.upperBound, of: bytes)
    text.end(.otherDigits, place: stretch)
  }

  // MARK: - Characters

  /// What the character that begins at a place stands for (Unicode Standard, character property
  /// Numeric_Type=Decimal; blocks General Punctuation and Halfwidth and Fullwidth Forms).
  static func unit(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Unit? {
    func byte(_ offset: Int) -> UInt8 {
      place + offset < bytes.count ? bytes[place + offset] : 0
    }
    func digit(_ zero: UInt8, _ length: Int) -> Unit? {
      let value = byte(length - 1) &- zero
      return value < 10 ? Unit(ascii: 0x30 + value, length: length, kind: .digit) : nil
    }
    switch (bytes[place], byte(1)) {
    // Arabic-Indic, Persian.
    case (0xD9, _): return digit(0xA0, 2)
    case (0xDB, _): return digit(0xB0, 2)
    // Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam.
    case (0xE0, 0xA5), (0xE0, 0xA7), (0xE0, 0xA9), (0xE0, 0xAB), (0xE0, 0xAD), (0xE0, 0xAF),
      (0xE0, 0xB1), (0xE0, 0xB3), (0xE0, 0xB5):
      return digit(0xA6, 3)
    // Thai, Lao, Burmese, Khmer.
    case (0xE0, 0xB9), (0xE0, 0xBB): return digit(0x90, 3)
    case (0xE1, 0x81): return digit(0x80, 3)
    case (0xE1, 0x9F): return digit(0xA0, 3)
    case (0xEF, 0xBC) where byte(2) == 0x8D: return separator(at: place, in: bytes)
    case (0xEF, 0xBC), (0xEF, 0xBD): return fullWidth(byte(1), byte(2))
    case (0xC2, _), (0xD6, 0x8A), (0xE1, 0x9A), (0xE2, _), (0xE3, 0x80), (0xEF, 0xB9):
      return separator(at: place, in: bytes)
    default: return nil
    }
  }

  /// U+FF01 to U+FF5E are the printable characters of ASCII.
  private static func fullWidth(_ second: UInt8, _ third: UInt8) -> Unit? {
    guard (0x80...0xBF).contains(third) else { return nil }
    let code = Int(second & 0x3F) << 6 | Int(third & 0x3F)
    // The lead byte and these make U+F000 and more.
    guard (0xF01...0xF5E).contains(code) else { return nil }
    let ascii = UInt8(code - 0xF01 + 0x21)
    return Unit(ascii: ascii, length: 3, kind: ascii.isASCIIDigit ? .digit : .other)
  }

  /// Spaces and hyphens that programs for writing put between digits.
  private static func separator(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Unit? {
    guard place > 0, endsDigit(place, in: bytes) else { return nil }
    let length = bytes[place] < 0xE0 ? 2 : 3
    guard place + length < bytes.count else { return nil }
    let ascii: UInt8
    switch (bytes[place], bytes[place + 1], bytes[place + length - 1]) {
    // The middle dot, the no-break space, the hyphenation point.
    case (0xC2, 0xB7, _), (0xC2, 0xA0, _), (0xE2, 0x80, 0xA7): ascii = 0x20
    // From the en space to the hair space, the narrow no-break space, those of Ogham and of ideographs.
    case (0xE2, 0x80, 0x82...0x8A), (0xE2, 0x80, 0xAF), (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80):
      ascii = 0x20
    // Hyphen, no-break hyphen, figure dash, minus sign, the hyphens of Armenian and of small and full
    // width.
    case (0xE2, 0x80, 0x90...0x92), (0xE2, 0x88, 0x92), (0xD6, 0x8A, _), (0xEF, 0xB9, 0xA3),
      (0xEF, 0xBC, 0x8D):
      ascii = UInt8(ascii: "-")
    // An en or em dash parts the ends of a range, too.
    case (0xE2, 0x80, 0x93...0x95) where isRepeated(place, in: bytes): ascii = UInt8(ascii: "-")
    default: return nil
    }
    let next = place + length
    guard bytes[next].isASCIIDigit || beginsOtherDigit(next, in: bytes) else { return nil }
    return Unit(ascii: ascii, length: length, kind: .separator)
  }

  private static func beginsOtherDigit(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[place] {
    case 0xD9, 0xDB, 0xE0, 0xE1, 0xEF: unit(at: place, in: bytes)?.kind == .digit
    default: false
    }
  }

  private static func endsDigit(_ end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes[end - 1].isASCIIDigit { return true }
    return bytes[end - 1] & 0xC0 == 0x80
      && (2...3).contains { length in
        end >= length && bytes[end - length] >= 0xC2
          && beginsOtherDigit(end - length, in: bytes)
          && unit(at: end - length, in: bytes)?.length == length
      }
  }

  /// Whether a mark of three bytes stands once more within a few digits: `078–05–1120`.
  private static func isRepeated(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func isSame(_ other: Int) -> Bool {
      other >= 0 && other + 3 <= bytes.count
        && (0..<3).allSatisfy { bytes[other + $0] == bytes[place + $0] }
    }
    var end = place + 3
    while end < bytes.count, end < place + 9, bytes[end].isASCIIDigit { end += 1 }
    if isSame(end) { return true }
    var start = place
    while start > 0, start > place - 6, bytes[start - 1].isASCIIDigit { start -= 1 }
    return isSame(start - 3)
  }
}
