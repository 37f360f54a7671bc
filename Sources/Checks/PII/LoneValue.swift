/// Values that make up a text: no word in it could name one. Whoever hands over such a text asks what
/// it is, and a note says so.
enum LoneValue {
  /// Longer texts are lists or prose.
  private static let longest = 120
  /// So many other words may stand beside a value that cannot be mistaken.
  private static let wordsBeside = 5

  /// Leaves a note of a value that nothing names; false where nothing in it speaks for itself either.
  static func note(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    // A day is no one's.
    guard !candidate.rule.id.text.hasPrefix("pii/birth-date") else { return false }
    let value = scan.bytes[candidate.value]
    guard candidate.isProven || candidate.isDocumented || isTelling(value, candidate) else {
      return false
    }
    candidate.makeNote("nothing names it")
    return true
  }

  /// Whether a value without a check digit shows by its form what it is: it is parted as its kind is,
  /// and a validator knows the kind, or it mixes letters and digits.
  private static func isTelling(_ value: ArraySlice<UInt8>, _ candidate: Candidate) -> Bool {
    if value.allSatisfy(\.isASCIIDigit) { return false }
    if candidate.isOfKnownForm { return true }
    let letters = value.filter(\.isASCIILetter)
    return value.contains(where: \.isASCIIDigit) && !letters.isEmpty
      && value.count >= shortestForm
      // `aB3xY9` is a word of a program.
      && letters.allSatisfy { $0 & 0x20 == letters[0] & 0x20 }
  }

  /// Shorter mixtures of letters and digits are names of all kinds.
  private static let shortestForm = 7

  /// Whether nothing stands around a value but other values and words that name none.
  static func isAlone(_ value: Range<Int>, in scan: DocumentScan) -> Bool {
    guard scan.bytes.count <= longest, scan.isProse, scan.isSourceOrItsDigits else { return false }
    let others = words(scan.bytes[..<value.lowerBound]) + words(scan.bytes[value.upperBound...])
    if isAddress(scan.bytes[value]) {
      return others.count <= wordsBeside && !others.contains(where: isOtherName)
    }
    return others.allSatisfy(isSilent)
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split { $0 <= 0x20 || ",;\"'`()[]{}<>".utf8.contains($0) }
  }

  /// Whether a word names nothing: it is another value, the name of a host, a mark or one of the
  /// words that lead up to any value.
  private static func isSilent(_ word: ArraySlice<UInt8>) -> Bool {
    if word.contains(where: \.isASCIIDigit) { return true }
    let text = word.drop { !isLetter($0) }
    guard let last = text.lastIndex(where: isLetter) else { return true }
    let core = text[...last]
    return core.contains(UInt8(ascii: ".")) || leading.contains(Address.lowercased(core))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 }

  private static let leading: Set<String> = [
    "a", "am", "and", "are", "as", "for", "here", "i", "id", "is", "it", "it's", "mine", "my",
    "please", "test", "the", "this", "use", "was", "your",
  ]

  /// Whether a value has the dots or colons of an address of a machine, and so needs no name.
  private static func isAddress(_ value: ArraySlice<UInt8>) -> Bool {
    value.count(where: { $0 == UInt8(ascii: ".") }) == 3
      || value.count(where: { $0 == UInt8(ascii: ":") }) >= 2
  }

  /// Whether a word names what looks like an address and is none.
  private static func isOtherName(_ word: ArraySlice<UInt8>) -> Bool {
    let text = Address.lowercased(word)
    return ["version", "release", "firmware", "build", "fingerprint", "hash", "key", "digest"]
      .contains(where: text.contains)
  }
}
