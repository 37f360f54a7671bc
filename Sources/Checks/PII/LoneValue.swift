/// Texts that are nothing but a value, or a few: no word in them could name one. Whoever hands over
/// such a text asks what it is.
enum LoneValue {
  /// Longer texts are lists.
  private static let longest = 120

  /// Leaves a note of a value that nothing names; false where no check digit speaks for it either.
  static func note(_ candidate: inout Candidate) -> Bool {
    guard candidate.isProven else { return false }
    candidate.makeNote("nothing names it")
    return true
  }

  /// Whether each word of a text holds a digit.
  static func isAll(of bytes: [UInt8]) -> Bool {
    guard bytes.count <= longest else { return false }
    let words = bytes.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
    return !words.isEmpty
      && words.allSatisfy { word in
        word.contains(where: \.isASCIIDigit)
          || !word.contains { $0.isASCIILetter || $0 >= 0x80 }
      }
  }
}
