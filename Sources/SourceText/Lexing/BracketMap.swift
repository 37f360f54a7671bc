/// Which brackets of a lexed text belong together.
///
/// Code may be cut off or wrong: a closing bracket whose opening one is not open closes nothing; one
/// that closes an outer bracket leaves those opened since without a partner. Linear in the tokens.
package struct BracketMap: Sendable {
  /// For each token the index of its partner, -1 for none.
  private let partners: [Int32]

  package init(_ lexed: LexedSource, bytes: [UInt8]) {
    var partners = [Int32](repeating: -1, count: lexed.tokens.count)
    var open: [(token: Int32, closer: UInt8)] = []
    var waiting: (parentheses: Int, squares: Int, braces: Int) = (0, 0, 0)

    func count(_ closer: UInt8, _ change: Int) -> Int {
      switch closer {
      case 0x29:
        waiting.parentheses += change
        return waiting.parentheses
      case 0x5D:
        waiting.squares += change
        return waiting.squares
      default:
        waiting.braces += change
        return waiting.braces
      }
    }
    for (index, token) in lexed.tokens.enumerated()
    where token.kind == .punctuation && token.end - token.start == 1 {
      guard Int(token.start) < bytes.count else { continue }
      let byte = bytes[Int(token.start)]
      switch byte {
      case 0x28, 0x5B, 0x7B:
        let closer: UInt8 = byte == 0x28 ? 0x29 : byte + 2
        open.append((Int32(index), closer))
        _ = count(closer, 1)
      case 0x29, 0x5D, 0x7D:
        guard count(byte, 0) > 0 else { continue }
        while let last = open.popLast() {
          _ = count(last.closer, -1)
          guard last.closer == byte else { continue }
          partners[index] = last.token
          partners[Int(last.token)] = Int32(index)
          break
        }
      default:
        break
      }
    }
    self.partners = partners
  }

  /// The token of the bracket that the one at `tokenIndex` opens or closes with; nil for a token that
  /// is no bracket or has none.
  package func partner(of tokenIndex: Int) -> Int? {
    guard partners.indices.contains(tokenIndex), partners[tokenIndex] >= 0 else { return nil }
    return Int(partners[tokenIndex])
  }
}
