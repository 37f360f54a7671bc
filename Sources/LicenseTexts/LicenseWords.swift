// A license is the same license however it is broken over lines, indented, numbered or fenced in comment
// marks. So what is compared is the run of its words, as the SPDX matching guidelines tell
// (https://spdx.github.io/spdx-spec/v2.3/license-matching-guidelines-and-templates/): lower case,
// without punctuation, bullets, numbering, markup and copyright notices, and with equal words folded.
// A text may have been broken over other lines, so nothing here goes by where a line begins, and by
// where it ends only copyright notices do.

/// The words of stretches of bytes, by their hashes, with their places.
struct LicenseWords {
  /// None is 0.
  private(set) var hashes: [UInt64] = []
  /// Where each word begins and ends in the bytes it was read from.
  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []

  private let equivalent = EquivalentWords.standard
  private let kinds = Self.kinds

  var count: Int { hashes.count }

  mutating func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  // MARK: - Hashes

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  @inline(__always)
  private static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* prime
  }

  /// The hash of a word in lower case.
  static func hash(of word: some StringProtocol) -> UInt64 {
    word.utf8.reduce(seed) { add($1, to: $0) }
  }

  private static let copyright = hash(of: "copyright")
  private static let numerals = Set(
    ["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"].map { hash(of: $0) })

  // MARK: - Bytes

  private enum Kind {
    static let mark: UInt8 = 0
    static let letter: UInt8 = 1
    static let digit: UInt8 = 2
    /// A byte of a character beyond ASCII.
    static let high: UInt8 = 3
    /// `<`, `&` and a backslash, which may begin what is no text.
    static let opener: UInt8 = 4
  }

  private static let kinds: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): Kind.letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Kind.digit
    case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"): Kind.opener
    case 0x80...: Kind.high
    default: Kind.mark
    }
  }

  // MARK: - Reading

  /// Adds the words of `range`; one pass over it. `bytes` has less than 2 GiB.
  mutating func read(_ bytes: Span<UInt8>, in range: Range<Int>) {
    var place = range.lowerBound
    let end = range.upperBound
    while place < end {
      let kind = kinds[Int(bytes[place])]
      if kind == Kind.mark {
        place += 1
      } else if kind == Kind.opener {
        place = Self.afterMarkup(bytes, at: place, before: end)
      } else if kind == Kind.high, let mark = Self.markLength(bytes, at: place, before: end) {
        place += mark
      } else {
        place = readWord(bytes, at: place, before: end)
      }
    }
  }

  /// Reads the word that begins at `start` and answers where to go on.
  @inline(__always)
  private mutating func readWord(_ bytes: Span<UInt8>, at start: Int, before end: Int) -> Int {
    var hash = Self.seed
    var place = start
    var length = 0
    var isNumber = true
    while place < end {
      let byte = bytes[place]
      let kind = kinds[Int(byte)]
      if kind == Kind.letter {
        hash = Self.add(byte | 0x20, to: hash)
        isNumber = false
      } else if kind == Kind.digit {
        hash = Self.add(byte, to: hash)
      } else if kind == Kind.high {
        if Self.markLength(bytes, at: place, before: end) != nil { break }
        hash = Self.add(byte, to: hash)
        isNumber = false
      } else {
        // A hyphen within a word counts for nothing, nor does the end of the line after it.
        guard byte == UInt8(ascii: "-"), length > 0, !isNumber,
          let next = Self.afterHyphen(bytes, at: place, before: end)
        else { break }
        place = next
        continue
      }
      length += 1
      place += 1
    }
    if length == 1, !isNumber { return place }
    if isNumber, length <= 2, isBullet(bytes, start..<place, before: end) { return place }
    let folded = equivalent.folded(hash)
    if folded == 0 { return place }
    if length < 5, isBullet(bytes, start..<place, before: end), Self.numerals.contains(hash) {
      return place
    }
    if folded == Self.copyright,
      let next = Self.afterCopyrightNotice(bytes, at: place, before: end)
    {
      return next
    }
    hashes.append(folded)
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: place))
    return place
  }

  /// Whether a number counts paragraphs: `1.`, `2)`, `(3)`.
  private func isBullet(_ bytes: Span<UInt8>, _ range: Range<Int>, before end: Int) -> Bool {
    guard range.upperBound < end else { return false }
    let next = bytes[range.upperBound]
    guard next == UInt8(ascii: ".") || next == UInt8(ascii: ")") else { return false }
    return range.upperBound + 1 >= end || bytes[range.upperBound + 1] <= 0x20
  }

  /// The length of a mark beyond ASCII, such as a quote, a dash or a bullet; nil for a letter.
  @inline(__always)
  private static func markLength(_ bytes: Span<UInt8>, at place: Int, before end: Int) -> Int? {
    let first = bytes[place]
    if first == 0xC2 { return min(2, end - place) }
    guard place + 2 < end else { return nil }
    switch (first, bytes[place + 1]) {
    // General punctuation and marks; signs of Chinese and Japanese; full-width forms; U+FEFF.
    case (0xE2, _), (0xE3, 0x80), (0xEF, 0xBB), (0xEF, 0xBC), (0xEF, 0xBF): return 3
    default: return nil
    }
  }

  /// Where a word goes on behind the hyphen at `place`: at once, or behind the end of the line and the
  /// marks that the next one begins with; nil if it does not.
  private static func afterHyphen(_ bytes: Span<UInt8>, at place: Int, before end: Int) -> Int? {
    var next = place + 1
    guard next < end else { return nil }
    if isLetter(bytes[next]) { return next }
    while next < end, bytes[next] == 0x20 || bytes[next] == 0x0D { next += 1 }
    guard next < end, next < place + 8, bytes[next] == 0x0A else { return nil }
    let limit = min(end, next + 24)
    next += 1
    while next < limit, !isLetter(bytes[next]) {
      // An empty line ends a paragraph, and a list may begin with a hyphen.
      let byte = bytes[next]
      if byte == 0x0A || byte == UInt8(ascii: "-") && bytes[next - 1] != byte { return nil }
      next += 1
    }
    return next < limit && bytes[next] >= UInt8(ascii: "a") ? next : nil
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Where the text goes on behind a tag or placeholder in `<>`, a named entity or an escape.
  private static func afterMarkup(_ bytes: Span<UInt8>, at place: Int, before end: Int) -> Int {
    let next = place + 1
    guard next < end else { return next }
    switch bytes[place] {
    case UInt8(ascii: "\\"):
      // The line ends of string literals.
      let byte = bytes[next]
      let isEscape =
        byte == UInt8(ascii: "n") || byte == UInt8(ascii: "t") || byte == UInt8(ascii: "r")
      return isEscape ? next + 1 : next
    case UInt8(ascii: "&"):
      var last = next
      while last < min(end, next + 8), isLetter(bytes[last]) { last += 1 }
      return last < end && last > next && bytes[last] == UInt8(ascii: ";") ? last + 1 : next
    default:
      guard isLetter(bytes[next]) || bytes[next] == UInt8(ascii: "/") else { return next }
      var last = next
      while last < min(end, next + 80) {
        if bytes[last] == UInt8(ascii: ">") { return last + 1 }
        if bytes[last] == UInt8(ascii: "<") { return next }
        last += 1
      }
      return next
    }
  }

  /// Where the text goes on behind a notice of whose the copyright is, which begins with the word that
  /// ends at `place`: behind its line or its sentence. Nil if it is no such notice.
  private static func afterCopyrightNotice(
    _ bytes: Span<UInt8>, at place: Int, before end: Int
  ) -> Int? {
    var next = place
    while next < end, bytes[next] == 0x20 || bytes[next] == UInt8(ascii: ":") { next += 1 }
    guard next + 2 < end else { return nil }
    let isNotice =
      switch bytes[next] {
      case UInt8(ascii: "("):
        bytes[next + 1] | 0x20 == UInt8(ascii: "c") && bytes[next + 2] == UInt8(ascii: ")")
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "<"), UInt8(ascii: "["): true
      case 0xC2: bytes[next + 1] == 0xA9
      default: false
      }
    guard isNotice else { return nil }
    var letters = 0
    let limit = min(end, next + 160)
    while next < limit, bytes[next] != 0x0A {
      let byte = bytes[next]
      next += 1
      if isLetter(byte) {
        letters += 1
        continue
      }
      // `Inc.` and `Corp.` end no sentence.
      if byte == UInt8(ascii: "."), letters > 4, next < limit, bytes[next] <= 0x20 { break }
      letters = 0
    }
    return next
  }
}
