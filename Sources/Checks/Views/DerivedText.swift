// What a text says once its joined and encoded pieces are read: one reading after another, each on a
// line of its own, with a map of every byte back to where it came from. It is scanned like any other
// text, and what is found in it is told of the place in the text around.

import SourceText

/// How a value was kept from being read as it stands.
package enum Concealment: Sendable, Hashable {
  /// From so many literals.
  case joined(Int)
  /// Over so many lines.
  case continued(Int)
  case escapes
  case percent
  case reversed
  case characterCodes
  case hexadecimal
  case base64
  case base32
  case quotedPrintable
  /// Compressed, in base64 or hexadecimal digits.
  case compressed
  /// By thirteen letters.
  case rotated
  /// Look-alike and styled letters, invisible characters, escapes, joined names.
  case disguise
  /// In digits of another script, or with separators of a typesetter.
  case otherDigits

  /// All of a literal or of a word is written in another form.
  var isEscaped: Bool {
    switch self {
    case .escapes, .percent, .reversed: true
    default: false
    }
  }

  /// As evidence.
  package var words: String {
    switch self {
    case .joined(let count): "joined from \(count) literals"
    case .continued(let count): "continued over \(count) lines"
    case .escapes: "escapes, decoded"
    case .percent: "percent encoding, decoded"
    case .reversed: "reversed"
    case .characterCodes: "character codes, decoded"
    case .hexadecimal: "hexadecimal, decoded"
    case .base64: "base64, decoded"
    case .base32: "base32, decoded"
    case .quotedPrintable: "quoted-printable, decoded"
    case .compressed: "unpacked from base64 or hexadecimal digits"
    case .rotated: "rotated by thirteen letters (ROT13), read back"
    case .disguise: "read without look-alikes, invisible characters and escapes"
    case .otherDigits: "digits of another script or separators of a typesetter"
    }
  }

  /// What a report says that the value lies in; nil where it lies in the program itself.
  package var container: String? {
    switch self {
    case .joined, .continued, .escapes, .percent, .reversed, .otherDigits, .disguise: nil
    case .characterCodes: "character codes"
    case .hexadecimal: "hexadecimal"
    case .base64: "base64"
    case .base32: "base32"
    case .quotedPrintable: "quoted-printable"
    case .compressed: "compressed data"
    case .rotated: "ROT13"
    }
  }
}

/// Readings of a text's pieces, to be scanned at once.
struct DerivedText {
  /// One reading: a line of the derived text, or several.
  struct Stretch {
    /// Bytes of the derived text.
    var range: Range<Int>
    /// The place of what was read, in the text around.
    var place: Range<Int>
    var how: Concealment
    /// What is found lies in all of the place: the bytes within are not in their order.
    var isWhole: Bool
    /// The pieces come from several places, such as the literals that names stand for.
    var isScattered: Bool
  }

  /// What a text of readings is, which decides what is looked for in it.
  enum Scope {
    /// Pieces without what stands around them.
    case pieces
    /// A program, or a script, that stood in another text in another form.
    case program
    /// All of a text, in other words.
    case whole
  }

  let scope: Scope
  private(set) var bytes: [UInt8] = []
  private(set) var stretches: [Stretch] = []
  /// Leads to the text around.
  private(set) var positions = PositionMap(pieces: [])
  /// How many bytes may still be added.
  private(set) var budget: Int
  private var start = 0

  init(budget: Int, scope: Scope = .pieces) {
    self.budget = budget
    self.scope = scope
  }

  /// One reading of many by itself, as a program, without what leads up to it.
  init(program stretch: Stretch, of text: DerivedText) {
    self.init(budget: 0, scope: .program)
    var range = stretch.range
    if stretch.how.container == nil, !stretch.isWhole {
      // The line before an escaped stretch stands there as it is.
      let lead = stretch.place.lowerBound - text.positions.outer(range.prefix(1)).lowerBound
      range = (range.lowerBound + min(max(0, lead), range.count))..<range.upperBound
      if text.positions.part(range).pieces.first?.inner != 0 { range = stretch.range }
    }
    bytes = Array(text.bytes[range])
    positions = text.positions.part(range)
    stretches = [
      Stretch(
        range: 0..<bytes.count, place: stretch.place, how: stretch.how, isWhole: stretch.isWhole,
        isScattered: stretch.isScattered)
    ]
    start = bytes.count
  }

  // MARK: - Writing

  /// Bytes that stand in the text as they are.
  mutating func append(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) {
    let taken = range.prefix(max(0, budget))
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[taken]))
    positions.append(length: taken.count, outer: taken.lowerBound, outerLength: taken.count)
    budget -= taken.count
  }

  /// A few bytes that others stand for.
  mutating func append(_ decoded: some Collection<UInt8>, for place: Range<Int>) {
    guard !decoded.isEmpty else { return }
    bytes.append(contentsOf: decoded)
    positions.appendUnit(
      length: decoded.count, outer: place.lowerBound, outerLength: place.count)
    budget -= decoded.count
  }

  /// Whether it is made of program text, with all joints and escapes read.
  var isJoined: Bool {
    scope == .pieces && stretches.first.map { $0.how.container == nil } ?? false
  }

  /// What was written since the last reading.
  var current: ArraySlice<UInt8> { bytes[start...] }

  /// Takes back what was written since the last reading.
  mutating func cancel() {
    budget += bytes.count - start
    bytes.removeLast(bytes.count - start)
    positions.truncate(to: start)
  }

  /// Ends a reading; the next begins on a new line.
  mutating func end(
    _ how: Concealment, place: Range<Int>, isWhole: Bool = false, isScattered: Bool = false
  ) {
    guard bytes.count > start else { return }
    stretches.append(
      Stretch(
        range: start..<bytes.count, place: place, how: how, isWhole: isWhole,
        isScattered: isScattered))
    bytes.append(0x0A)
    positions.append(length: 1, outer: place.upperBound, outerLength: 0)
    budget -= 1
    start = bytes.count
  }

  // MARK: - Reading

  /// A range without the line ends that it begins and ends with: they part readings, and a pattern may
  /// take them for what stands around a value.
  func withoutLineEnds(_ range: Range<Int>) -> Range<Int> {
    var range = range
    if let first = bytes[range].first, first == 0x0A { range = range.dropFirst() }
    if let last = bytes[range].last, last == 0x0A { range = range.dropLast() }
    return range
  }

  /// The reading that a range lies in wholly; nil for one over several.
  func stretch(around range: Range<Int>) -> Stretch? {
    let place = stretches.indices.partitioningIndex {
      stretches[$0].range.upperBound >= range.upperBound
    }
    guard place < stretches.count, stretches[place].range.lowerBound <= range.lowerBound else {
      return nil
    }
    return stretches[place]
  }

  /// Whether the text around does not hold a range as it is: what does was scanned there.
  func isDerived(_ range: Range<Int>) -> Bool {
    guard let stretch = stretch(around: range) else { return true }
    return stretch.isWhole || !positions.isOnePlainPiece(range)
  }

  /// Where a range came from: what is reported, and what must be masked if that is not all of it.
  func origin(of range: Range<Int>) -> (range: Range<Int>, pieces: [Range<Int>]) {
    guard let stretch = stretch(around: range) else { return (positions.outer(range), []) }
    if stretch.isWhole { return (stretch.place, []) }
    guard stretch.isScattered else { return (positions.outer(range), []) }
    let pieces = positions.outerPieces(of: range)
    let low = pieces.map(\.lowerBound).min() ?? stretch.place.lowerBound
    let high = pieces.map(\.upperBound).max() ?? stretch.place.upperBound
    let all = min(low, stretch.place.lowerBound)..<max(high, stretch.place.upperBound)
    return (all.count <= Self.scatterLimit ? all : stretch.place, pieces)
  }

  /// Pieces that lie farther apart are told of where they are joined.
  private static let scatterLimit = 1_500
}
