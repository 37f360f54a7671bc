import PatternEngine

/// Known license texts, by their fingerprints; read where it lies.
package struct LicenseTextIndex: Sendable {
  let bytes: PackedBytes
  let parts: Parts

  /// Where the parts of the file lie; see `LicenseTextFile`.
  struct Parts: Sendable {
    var bucketStarts = 0
    var shingles = 0
    var shingleCount = 0
    var listStarts = 0
    var listCount = 0
    var lists = 0
    var listBytes = 0
    var licenses = 0
    var licenseCount = 0
    var ids = 0
    var idBytes = 0
  }

  /// Nil if these are not the bytes of such a file, or not all of them. Costs microseconds, whatever
  /// their number: a fault within goes unnoticed here, and is harmless later.
  package init?(_ bytes: PackedBytes) {
    guard let parts = Self.parts(of: bytes) else { return nil }
    self.bytes = bytes
    self.parts = parts
  }

  private static func parts(of bytes: PackedBytes) -> Parts? {
    let title = Array(LicenseTextFile.title.utf8) + [0x0A]
    for (place, byte) in title.enumerated() where bytes[place] != byte { return nil }
    var place = title.count
    var sizes: [Int] = []
    for index in 0..<5 {
      var size = 0
      var digits = 0
      while digits < 7, bytes[place] &- 0x30 < 10 {
        size = size * 10 + Int(bytes[place] &- 0x30)
        digits += 1
        place += 1
      }
      guard digits > 0, bytes[place] == (index == 4 ? 0x0A : 0x20) else { return nil }
      place += 1
      sizes.append(size)
    }
    var parts = Parts()
    func take(_ size: Int) -> Int {
      defer { place += size }
      return place
    }
    parts.shingleCount = sizes[0]
    parts.listCount = sizes[1]
    parts.listBytes = sizes[2]
    parts.licenseCount = sizes[3]
    parts.idBytes = sizes[4]
    parts.bucketStarts = take((PrintableNumbers.pairs + 1) * 3)
    parts.shingles = take(parts.shingleCount * 4)
    parts.listStarts = take((parts.listCount + 1) * 3)
    parts.lists = take(parts.listBytes)
    parts.licenses = take(parts.licenseCount * 10)
    parts.ids = take(parts.idBytes)
    return place == bytes.count ? parts : nil
  }

  /// How many different texts it knows.
  package var count: Int { parts.licenseCount }

  // MARK: - Reading

  // The parts lie within the bytes by `parts(of:)`; what is read of them is a place only after it was
  // clamped to its part.

  /// The entry of a shingle; nil if no license has it, or none that was taken.
  @inline(__always)
  func entry(of shingle: Shingle, in bytes: Span<UInt8>) -> Int? {
    let (bucket, rest) = Int(shingle.number).quotientAndRemainder(
      dividingBy: PrintableNumbers.pairs)
    let start = parts.bucketStarts + bucket * 3
    let first = PrintableNumbers.triple(bytes, at: start)
    let last = min(PrintableNumbers.triple(bytes, at: start + 3), parts.shingleCount)
    var entry = first
    while entry < last {
      let found = PrintableNumbers.pair(bytes, at: parts.shingles + entry * 4)
      if found >= rest { return found == rest ? entry : nil }
      entry += 1
    }
    return nil
  }

  /// Which licenses have the shingle of an entry: the number of one, or of a list.
  @inline(__always)
  func holders(ofEntry entry: Int, in bytes: Span<UInt8>) -> Int {
    PrintableNumbers.pair(bytes, at: parts.shingles + entry * 4 + 2)
  }

  /// Calls `body` with each license of what ``holders(ofEntry:in:)`` has answered.
  @inline(__always)
  func forEachLicense(_ holders: Int, in bytes: Span<UInt8>, _ body: (Int) -> Void) {
    if holders < parts.licenseCount { return body(holders) }
    let list = holders - parts.licenseCount
    guard list < parts.listCount else { return }
    let start = parts.listStarts + list * 3
    let end = min(PrintableNumbers.triple(bytes, at: start + 3), parts.listBytes)
    var place = PrintableNumbers.triple(bytes, at: start)
    var license = -1
    while place < end {
      let digit = PrintableNumbers.digit(bytes[parts.lists + place])
      place += 1
      if digit >= 90 {
        license += 60
        continue
      }
      let isRun = digit >= 60
      if !isRun { license += digit }
      for _ in 0..<(isRun ? digit - 58 : 1) {
        license += 1
        if license >= parts.licenseCount { return }
        body(license)
      }
    }
  }

  /// How many words the text of a license has.
  func wordCount(of license: Int, in bytes: Span<UInt8>) -> Int {
    max(PrintableNumbers.triple(bytes, at: parts.licenses + license * 10), 1)
  }

  /// How many of its shingles the index has.
  func shingleCount(of license: Int, in bytes: Span<UInt8>) -> Int {
    max(PrintableNumbers.triple(bytes, at: parts.licenses + license * 10 + 3), 1)
  }

  /// Whether a passage is taken for it before others that fit it nearly as well.
  func isWidelyUsed(_ license: Int, in bytes: Span<UInt8>) -> Bool {
    PrintableNumbers.digit(bytes[parts.licenses + license * 10 + 9]) == 1
  }

  /// Its identifiers, the preferred one first.
  func ids(of license: Int, in bytes: Span<UInt8>) -> [String] {
    let start = min(
      PrintableNumbers.triple(bytes, at: parts.licenses + license * 10 + 6), parts.idBytes)
    var end = start
    while end < parts.idBytes, bytes[parts.ids + end] != 0x0A { end += 1 }
    return self.bytes.text((parts.ids + start)..<(parts.ids + end))
      .split(separator: " ").map(String.init)
  }
}
