import SourceText

/// The readings of a text: what it says once its pieces are joined and its encodings are read.
struct TextViews {
  /// Readings that are still program text, each `name = "value"`.
  private(set) var joined: DerivedText
  /// What was encoded; of no known language.
  private(set) var decoded: DerivedText
  /// Names of functions that are put together from pieces.
  private(set) var concealed: [PlainReading.Replacement] = []
  /// Letters or digits are written by their numbers.
  private(set) var holdsEscapes = false

  /// However long a text is, its readings are no longer.
  private static let longest = 4 << 20

  /// The readings of what is being scanned.
  init(_ scan: DocumentScan) {
    self.init(
      scan.bytes, language: scan.document.language, isJoined: scan.origin?.text.isJoined ?? false)
    if scan.holds(RotatedLiterals.mark) { RotatedLiterals.read(scan.bytes, into: &decoded) }
    if scan.holds(CharacterCalls.mark) { CharacterCalls.read(scan.bytes, into: &decoded) }
    if scan.holds(QuotedPrintable.mark) { QuotedPrintable.read(scan.bytes, into: &decoded) }
  }

  /// One pass over the bytes for joints and escapes, one over every eighth for runs; a further one
  /// where names stand for pieces of a token. `isJoined` says that joints and escapes were read.
  init(_ bytes: [UInt8], language: Language, isJoined: Bool = false) {
    let budget = min(Self.longest, max(65_536, bytes.count))
    joined = DerivedText(budget: budget)
    decoded = DerivedText(budget: budget)
    bytes.withUnsafeBufferPointer { bytes in
      if !isJoined { join(bytes, language) }
      decode(bytes)
    }
  }

  private mutating func join(_ bytes: UnsafeBufferPointer<UInt8>, _ language: Language) {
    var runs = LiteralRuns(bytes, language)
    var escapes = EscapedStretch(bytes)
    var lines = ContinuedLines(bytes)
    ViewMarks.forEach(in: bytes) { place in
      switch bytes[place] {
      case UInt8(ascii: "%"):
        // Most are formats and remainders.
        if place + 2 < bytes.count, bytes[place + 1].isHexadecimalMark {
          escapes.mark(at: place, into: &joined)
        }
      case UInt8(ascii: "&"):
        if place + 4 < bytes.count,
          bytes[place + 1] == UInt8(ascii: "#") || bytes[place + 1].isASCIILetter
        {
          escapes.mark(at: place, into: &joined)
        }
      case UInt8(ascii: "\\"):
        if place + 3 < bytes.count {
          let next = bytes[place + 1]
          if next.isEscapeMark {
            escapes.mark(at: place, into: &joined)
          } else if next == 0x0A || next == 0x0D {
            lines.mark(at: place, into: &joined)
          }
        }
        runs.mark(at: place, into: &joined)
      default:
        runs.mark(at: place, into: &joined)
      }
    }
    holdsEscapes = escapes.holdsLetters
    runs.finish(into: &joined)
    concealed = runs.concealed + ConcealedName.replacements(in: joined)
    if runs.found.isTelling { joinNames(runs.found, bytes, language) }
  }

  private mutating func joinNames(
    _ names: LiteralTable, _ bytes: UnsafeBufferPointer<UInt8>, _ language: Language
  ) {
    var runs = LiteralRuns(bytes, language, names: names)
    ViewMarks.forEach(in: bytes) { place in
      switch bytes[place] {
      case UInt8(ascii: "%"), UInt8(ascii: "&"): break
      default: runs.mark(at: place, into: &joined)
      }
    }
    runs.finish(into: &joined)
  }

  private mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) {
    let encoded = EncodedRun(bytes)
    let codes = CharacterCodes(bytes)
    var end = 0
    ViewMarks.forEachRun(in: bytes) { run, kind in
      guard decoded.budget > 0 else { return }
      if kind == ViewMarks.codes {
        codes.read(run, into: &decoded)
      } else if run.lowerBound >= end {
        end = encoded.read(run, into: &decoded)
      }
    }
  }
}

extension UInt8 {
  /// May follow the percent sign of a printable character.
  fileprivate var isHexadecimalMark: Bool { self >= 0x32 && self <= 0x37 }

  /// May follow the backslash of a character that is written by its number.
  fileprivate var isEscapeMark: Bool {
    self == UInt8(ascii: "x") || self == UInt8(ascii: "u") || self == UInt8(ascii: "U")
      || self == UInt8(ascii: "0") || self == UInt8(ascii: "1")
  }
}
