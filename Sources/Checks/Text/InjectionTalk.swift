// Articles, tests and guards quote the sentences that they warn of. Such a sentence is talk where it
// stands in quotation marks or code marks and the text around it names what it is about. A comment
// that is invisible when rendered is never talk.

/// Tells a text about prompt injection from one that tries it.
enum InjectionTalk {
  private static let topics = PhraseSet([
    "prompt injection", "prompt injections", "injection attack", "injection attacks", "attacker",
    "attackers", "attack", "attacks", "jailbreak", "jailbreaks", "jailbreaking", "adversarial",
    "malicious", "phrases", "phrase", "detect", "detects", "detector", "for example", "e.g",
    "such as", "example", "examples", "guardrail", "guardrails", "sanitize", "payload", "payloads",
    "filter", "owasp", "red team", "pattern", "patterns", "blocked", "deny", "denylist",
    "blocklist",
    "expected", "refuse", "refused", "refuses", "leaked", "tested", "eval", "evals", "dataset",
    "benchmark", "injection", "injections", "test case", "says", "something like",
    "instruction like",
  ])

  /// Reads at most 500 bytes on each side of `match`.
  static func isTalk(_ match: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard isQuoted(match, in: bytes) else { return false }
    let start = max(0, match.lowerBound - reach)
    let isHidden = FoldedText.contains("<!--", in: bytes[start..<match.lowerBound])
    return !isHidden && isTopic(around: match, in: bytes)
  }

  private static let reach = 500

  /// Whether the words around a match name what it is about.
  static func isTopic(around match: Range<Int>, in bytes: [UInt8]) -> Bool {
    let start = max(0, match.lowerBound - reach)
    let end = min(bytes.count, match.upperBound + reach)
    return topics.isFound(in: FoldedWords(bytes, in: start..<match.lowerBound))
      || topics.isFound(in: FoldedWords(bytes, in: match.upperBound..<end))
  }

  /// The last quotation or code mark on the line before the match is open.
  static func isQuoted(_ match: Range<Int>, in bytes: [UInt8]) -> Bool {
    var index = match.lowerBound
    let least = max(0, match.lowerBound - 160)
    var straight = 0
    while index > least, bytes[index - 1] != 0x0A {
      index -= 1
      switch bytes[index] {
      case UInt8(ascii: "\""): straight += 1
      case UInt8(ascii: "`"): return true
      case UInt8(ascii: "'"): if index == match.lowerBound - 1 { return true }
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
        // “ ‘ „ open; ” closes.
        switch bytes[index + 2] {
        case 0x9C, 0x98, 0x9E: return true
        case 0x9D: return false
        default: break
        }
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xAB: return true
      case UInt8(ascii: ">"):
        if index == least || bytes[index - 1] == 0x0A { return true }
      default: break
      }
    }
    // Of straight marks every other one closes.
    return straight % 2 == 1
  }
}

/// Finds short texts in bytes.
enum FoldedText {
  /// Costs one pass over `bytes`, which callers bound.
  static func contains(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    let wanted = text.withUTF8Buffer { Array($0) }
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return false }
    var index = bytes.startIndex
    while index <= bytes.endIndex - wanted.count {
      if bytes[index] == wanted[0], bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
        return true
      }
      index += 1
    }
    return false
  }
}
