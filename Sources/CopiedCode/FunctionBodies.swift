import SourceText

/// Where the functions of a text are; found by brackets and words, so that layout does not matter.
///
/// Made only for texts in which something was found; one pass.
struct FunctionBodies {
  /// Ranges of tokens in order, apart from each other: the outermost functions, without what stands
  /// before their braces.
  private(set) var ranges: [Range<Int>] = []

  init(_ lexed: LexedSource, bytes: [UInt8], language: Language) {
    switch language.id {
    case "python", "ruby", "lua": readByWords(lexed.tokens, bytes)
    default: readByBraces(lexed.tokens, bytes)
    }
  }

  /// A block is a function's if a parenthesis was closed in what leads up to it, or if, as in old C,
  /// declarations of its parameters do.
  private mutating func readByBraces(_ tokens: [Token], _ bytes: [UInt8]) {
    var depth = 0
    var start = -1
    var depthOfBody = 0
    var sawParenthesis = false
    var endsStatement = false
    for index in tokens.indices {
      let token = tokens[index]
      guard token.kind == .punctuation, Int(token.start) < bytes.count else {
        endsStatement = false
        continue
      }
      switch bytes[Int(token.start)] {
      case UInt8(ascii: "{"):
        if start < 0, sawParenthesis || endsStatement {
          start = index
          depthOfBody = depth
        }
        depth += 1
        sawParenthesis = false
      case UInt8(ascii: "}"):
        depth -= 1
        if start >= 0, depth <= depthOfBody {
          ranges.append(start..<index)
          start = -1
        }
        sawParenthesis = false
        endsStatement = false
      case UInt8(ascii: ";"):
        sawParenthesis = false
        endsStatement = true
        continue
      case UInt8(ascii: ")"):
        sawParenthesis = true
      case UInt8(ascii: "="):
        // The value of a variable follows, unless an arrow does.
        if token.end - token.start == 1 { sawParenthesis = false }
      default: break
      }
      endsStatement = false
    }
    if start >= 0 { ranges.append(start..<tokens.count) }
  }

  /// From each `def` or `function` to the next one.
  private mutating func readByWords(_ tokens: [Token], _ bytes: [UInt8]) {
    let words = ["def", "function", "class"].map { Array($0.utf8) }
    var start = -1
    for index in tokens.indices where tokens[index].kind == .identifier {
      let text = bytes[tokens[index].range.clamped(to: bytes.indices)]
      guard words.contains(where: { text.elementsEqual($0) }) else { continue }
      if start >= 0 { ranges.append(start..<index) }
      start = index
    }
    if start >= 0 { ranges.append(start..<tokens.count) }
  }

  /// How much of the function that most of `tokens` lie in they cover: 0 outside of all functions.
  func coverage(by tokens: ClosedRange<Int>) -> Double {
    var place = ranges.indices.partitioningIndex { ranges[$0].upperBound > tokens.lowerBound }
    var best = 0.0
    var most = 0
    while place < ranges.count, ranges[place].lowerBound <= tokens.upperBound {
      let range = ranges[place]
      let shared =
        min(range.upperBound, tokens.upperBound + 1) - max(range.lowerBound, tokens.lowerBound)
      if shared > most {
        most = shared
        best = Double(shared) / Double(max(range.count, 1))
      }
      place += 1
    }
    return best
  }
}
