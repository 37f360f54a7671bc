/// Finds account numbers in a stretch of text, whatever names them.
enum AccountScan {
  /// Whether a stretch holds an IBAN that is no published example, perhaps parted by single spaces or
  /// hyphens.
  static func holdsIBAN(_ bytes: ArraySlice<UInt8>) -> Bool {
    var before: UInt8 = 0x20
    for place in bytes.indices {
      let byte = bytes[place]
      defer { before = byte }
      guard (0x41...0x5A).contains(byte), !before.isASCIILetter, !before.isASCIIDigit,
        place + 4 < bytes.endIndex, bytes[place + 1].isASCIILetter
      else { continue }
      var run: [UInt8] = []
      var gap = 0
      for other in bytes[place...] {
        if other.isASCIILetter || other.isASCIIDigit {
          run.append(other)
          gap = 0
          if run.count > longest { break }
          // What follows the number may look like a part of it.
          if run.count >= shortest, case .proven = IBAN.judge(run) { return true }
        } else if gap == 0, other == 0x20 || other == UInt8(ascii: "-") {
          gap = 1
        } else {
          break
        }
        if run.count == 4, !run[2].isASCIIDigit || !run[3].isASCIIDigit { break }
      }
    }
    return false
  }

  /// The lengths of the registry, from Norway's to the most that the standard allows.
  private static let shortest = 15
  private static let longest = 34
}
