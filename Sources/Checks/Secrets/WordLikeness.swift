// Tells words from random letters by their pairs. In English text and in the names of programs 186 of
// the 676 pairs of letters make up 86 % of all pairs; among random letters they are a little over a
// quarter. Half a dozen pairs already part the two well, and no dictionary is needed.

/// How much of a text is made of words rather than of random letters.
package struct WordLikeness: Sendable {
  /// Pairs of adjacent letters.
  package let pairs: Int
  /// Those of them that are frequent in words.
  package let frequent: Int
  private let changes: Int
  private let digits: Int
  private let count: Int

  package init(_ bytes: some Collection<UInt8>) {
    var pairs = 0
    var frequent = 0
    var changes = 0
    var digits = 0
    var previous: UInt8 = 0
    for byte in bytes {
      let letter = byte.asciiLowercased
      let isLetter = (0x61...0x7A).contains(letter)
      let wasLetter = (0x61...0x7A).contains(previous)
      let isDigit = (0x30...0x39).contains(byte)
      if isDigit { digits += 1 }
      if isLetter && wasLetter {
        // `aB` starts a new word, so the pair says nothing.
        pairs += 1
        if Self.table[Int(previous - 0x61)] & (1 << UInt32(letter - 0x61)) != 0 { frequent += 1 }
      } else if isDigit && wasLetter || isLetter && (0x30...0x39).contains(previous) {
        changes += 1
      }
      previous = letter
    }
    self.pairs = pairs
    self.frequent = frequent
    self.changes = changes
    self.digits = digits
    count = bytes.count
  }

  /// Mostly words, with few digits among them.
  package var isWords: Bool {
    pairs >= 3 && changes <= 3 && digits * 4 <= count && frequent * 100 >= pairs * 66
  }

  /// Letters whose pairs are those of no language.
  package var isRandom: Bool { pairs >= 10 && frequent * 100 < pairs * 45 }

  /// One bit for the second letter in the row of the first; derived from 12,000 different words of
  /// program text, the most frequent pairs first, up to 86 % of all.
  private static let table: [UInt32] = [
    0x01EB94E, 0x0104911, 0x01A4D91, 0x0044111, 0x0AEB87D, 0x0004131, 0x0062110, 0x0004111,
    0x22EF87F, 0x0000000, 0x0000010, 0x11C4919, 0x000C111, 0x00C417D, 0x07EF80E, 0x10AC911,
    0x0100000, 0x11E791D, 0x01CC995, 0x11E4995, 0x00EB917, 0x0000111, 0x0000100, 0x0080000,
    0x0008000, 0x0000010,
  ]
}
