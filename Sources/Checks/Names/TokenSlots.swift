/// Which words and short strings a text may hold: a bit for each slot of their keys. What it denies is
/// nowhere in the text; what it affirms mostly is.
struct TokenSlots {
  private var bits = [UInt64](repeating: 0, count: TokenKey.slotCount / 64)

  /// One pass over the tokens.
  init(_ walk: TokenWalk) {
    for (index, key) in walk.keys.enumerated() {
      if key.isWord {
        add(key)
      } else if walk.tokens[index].kind == .string {
        let content = walk.tokens[index].content
        if content.count <= PatternNeeds.longestString {
          add(TokenKey(word: walk.bytes[content]))
        }
      }
    }
  }

  private mutating func add(_ key: TokenKey) {
    bits[key.slot >> 6] |= 1 << UInt64(key.slot & 63)
  }

  func holds(_ slot: Int) -> Bool { bits[slot >> 6] & 1 << UInt64(slot & 63) != 0 }
}
