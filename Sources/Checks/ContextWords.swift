import Rules

/// Looks for the words of a rule's context near a candidate.
enum ContextWords {
  /// The first of the words that stands within the context's distance of a range, outside of it.
  static func first(
    of context: RuleContext, near range: Range<Int>, in scan: DocumentScan
  ) -> String? {
    let start = max(0, range.lowerBound - context.distance)
    let end = min(scan.bytes.count, range.upperBound + context.distance)
    // Names are compared as they are written and word by word, both without case.
    let before = folded(scan.bytes[start..<range.lowerBound])
    let after = folded(scan.bytes[range.upperBound..<end])
    let within = folded(scan.bytes[range])
    for word in context.words {
      var wanted = folded(Array(word.utf8)[...])
      // Chinese, Japanese and Korean put no spaces between words.
      if wanted.count > 2, wanted[1] >= 0xE3 { wanted = Array(wanted.dropFirst().dropLast()) }
      if contains(before, wanted) || contains(after, wanted) || contains(within, wanted) {
        return word
      }
    }
    return nil
  }

  /// Lower case, with spaces where words part: at marks, and where a small letter meets a capital.
  static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = [0x20]
    result.reserveCapacity(bytes.count + 16)
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(previous) { result.append(0x20) }
        result.append(byte + 32)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        0x80...0xFF:
        result.append(byte)
      default:
        if result.last != 0x20 { result.append(0x20) }
      }
      previous = byte
    }
    if result.last != 0x20 { result.append(0x20) }
    return result
  }

  /// Whether the words occur one after the other as whole words.
  static func contains(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard wanted.count >= 2, text.count >= wanted.count else { return false }
    return text.withUnsafeBufferPointer { text in
      wanted.withUnsafeBufferPointer { wanted in
        var index = 0
        let last = text.count - wanted.count
        next: while index <= last {
          guard text[index] == wanted[0], text[index + 1] == wanted[1] else {
            index += 1
            continue
          }
          for offset in 2..<wanted.count where text[index + offset] != wanted[offset] {
            index += 1
            continue next
          }
          return true
        }
        return false
      }
    }
  }
}
