import SourceText

/// A lexed text in which something was found.
final class Source {
  let lexed: LexedSource
  let bytes: [UInt8]
  private let language: Language
  /// The words that are no names in it.
  private(set) lazy var words = CodeWords.words(of: language)
  private(set) lazy var functions = FunctionBodies(lexed, bytes: bytes, language: language)

  init(_ lexed: LexedSource, _ bytes: [UInt8], _ language: Language) {
    self.lexed = lexed
    self.bytes = bytes
    self.language = language
  }
}

/// How much a stretch of code tells.
enum Information {
  /// False for grams that are little but literals and commas, or that repeat themselves when all names
  /// are one and all literals too: tables, lists of names, definitions of constants, ladders of cases,
  /// calls in a row. Costs a walk back over the gram.
  static func suffices(_ print: CodeFingerprint, _ lexed: LexedSource, _ bytes: [UInt8]) -> Bool {
    let length = CodeFingerprints.gramLength
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: length) { kinds in
      kinds.initialize(repeating: 0)
      var seen = 0
      var listed = 0
      var index = Int(print.token)
      while index >= 0, seen < length {
        let token = lexed.tokens[index]
        index -= 1
        guard CodeFingerprints.counts(token, bytes) else { continue }
        switch token.kind {
        case .newline: break
        case .number, .string:
          listed += 1
          kinds[seen] = 1
        case .identifier:
          kinds[seen] = 2
        case .punctuation:
          let first = bytes[Int(token.start)]
          if first == UInt8(ascii: ",") || first == UInt8(ascii: "-") { listed += 1 }
          kinds[seen] = UInt16(first) << 8
          if token.end - token.start > 1 { kinds[seen] |= UInt16(bytes[Int(token.start) + 1]) }
        }
        seen += 1
      }
      if listed >= length * 3 / 4 { return false }
      for period in 1...length / 2 {
        if (period..<length).allSatisfy({ kinds[$0] == kinds[$0 - period] }) { return false }
      }
      return true
    }
  }

  /// About how many half bits it takes to say what the tokens of a stretch are, names aside: little for
  /// calls of this and that, much for numbers and texts that nobody would write again.
  static func bits(of range: ClosedRange<Int>, _ source: Source) -> Int {
    let tokens = source.lexed.tokens
    let bytes = source.bytes
    guard range.lowerBound >= 0, range.upperBound < tokens.count else { return 0 }
    var bits = 0
    // The last names, for what is used again.
    var names = [UInt64](repeating: 0, count: 8)
    var nameCount = 0
    let words = source.words
    bytes.withUnsafeBufferPointer { text in
      for token in tokens[range] where CodeFingerprints.counts(token, bytes) {
        let length = Int(token.end - token.start)
        switch token.kind {
        case .newline: break
        case .string: bits += length > 6 ? 16 : 8
        case .number: bits += length > 3 ? 16 : length > 1 ? 8 : 3
        case .punctuation: bits += markBits(bytes[Int(token.start)], length)
        case .identifier:
          let hash = TokenHash.hash(text, Int(token.start), Int(token.end))
          if words.contains(hash) {
            bits += 6
          } else if names.contains(hash) {
            bits += 4
          } else {
            bits += 1
            names[nameCount & 7] = hash
            nameCount += 1
          }
        }
      }
    }
    return bits
  }

  private static func markBits(_ first: UInt8, _ length: Int) -> Int {
    switch first {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "."): 1
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "*"), UInt8(ascii: ":"): 2
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "&"): 3
    default: 4
    }
  }
}
