// Long runs of base64 or hexadecimal digits. Most are hashes, images and identifiers, whose bytes are
// no text; the first few tell. Only what is text becomes a reading.

/// Reads an encoded run.
struct EncodedRun {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The fewest bytes of text that are worth a reading.
  private static let shortest = 16

  /// Adds what a run of base64 letters says, and goes on with the lines below it; returns the place
  /// behind what was read. Costs a step for each byte of text, and a few for what is none.
  func read(_ run: Range<Int>, into text: inout DerivedText) -> Int {
    if isOfWebToken(run) { return run.upperBound }
    if let end = readPacked(run, into: &text) ?? readBase32(run, into: &text) { return end }
    if let end = readHexadecimal(run, into: &text) { return end }
    var start = run.lowerBound
    // The `n` of an escaped line end is no letter of it.
    if start > 0, bytes[start - 1] == UInt8(ascii: "\\") { start += 1 }
    if let end = readBase64(start..<run.upperBound, into: &text) { return end }
    // Behind a mark that is a letter of the alphabet, too.
    var tries = 0
    for place in run.prefix(64) where !bytes[place].isASCIILetter && !bytes[place].isASCIIDigit {
      guard tries < 4, run.upperBound - place > ViewMarks.shortestRun else { break }
      tries += 1
      if let end = readBase64((place + 1)..<run.upperBound, into: &text) { return end }
    }
    return run.upperBound
  }

  /// A part of a web token, which is judged as what it is.
  private func isOfWebToken(_ run: Range<Int>) -> Bool {
    let dot = UInt8(ascii: ".")
    guard bytes[run].starts(with: "eyJ".utf8) else { return false }
    return run.upperBound < bytes.count && bytes[run.upperBound] == dot
      || run.lowerBound > 0 && bytes[run.lowerBound - 1] == dot
  }

  // MARK: - Compressed

  /// However much a run unpacks to, no more of it is read.
  private static let mostUnpacked = 1 << 20
  /// The heads of gzip and of zlib, whose second byte tells the level, and what calls unpack bare data.
  private static let packedHeads = words(
    "H4sI", "eJ", "eN", "eA", "eF", "1f8b08", "1F8B08", "789c", "78da")
  private static let unpackers = words(
    "inflate(", "Inflate(", "inflateRaw", "decompress(", "DeflateStream")

  private static func words(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }

  /// Reads compressed text in base64 or hexadecimal digits.
  private func readPacked(_ run: Range<Int>, into text: inout DerivedText) -> Int? {
    let isKnown = Self.packedHeads.contains { bytes[run].starts(with: $0) }
    guard isKnown || isBehind(Self.unpackers, run.lowerBound) else { return nil }
    var end = run.upperBound
    var lines = [run]
    while let next = next(after: lines[lines.count - 1]) {
      lines.append(next)
      end = next.upperBound
    }
    let letters = lines.flatMap { bytes[$0] }
    let isHexadecimal = letters.allSatisfy { $0.hexadecimalValue != nil }
    let packed =
      isHexadecimal
      ? Self.bytes(of: letters, width: 4) { UInt8($0.hexadecimalValue ?? 0) }
      : Self.bytes(of: letters, width: 6, Base64Reader.value)
    let limit = min(Self.mostUnpacked, text.budget)
    guard let unpacked = Inflate.unpacked(packed, limit: limit, isBare: !isKnown),
      unpacked.count >= Self.shortest,
      unpacked.count(where: { $0.isText || $0 >= 0x80 || $0 == 0 }) * 10 >= unpacked.count * 9
    else { return nil }
    // An archive parts its texts by zero bytes.
    text.append(
      unpacked.map { $0.isText ? $0 : $0 == 0 ? 0x0A : UInt8(ascii: "?") },
      for: run.lowerBound..<end)
    text.end(.compressed, place: run.lowerBound..<end, isWhole: true)
    return end
  }

  private static let base32Readers = words("b32decode", "ase32")

  /// Reads base32 (RFC 4648) where the text says that it is some: random capitals look like it.
  private func readBase32(_ run: Range<Int>, into text: inout DerivedText) -> Int? {
    guard bytes[run].allSatisfy({ (0x41...0x5A).contains($0) || (0x32...0x37).contains($0) }),
      isBehind(Self.base32Readers, run.lowerBound)
    else { return nil }
    let decoded = Self.bytes(of: bytes[run], width: 5) { $0 >= 0x41 ? $0 - 0x41 : $0 - 0x32 + 26 }
    guard decoded.allSatisfy(\.isText), decoded.count >= 8 else { return nil }
    text.append(decoded, for: run)
    text.end(.base32, place: run, isWhole: true)
    return run.upperBound
  }

  /// Whether one of several words stands a little before a place.
  private func isBehind(_ words: [[UInt8]], _ place: Int) -> Bool {
    let before = bytes[max(0, place - 80)..<place]
    return words.contains { word in
      before.indices.contains { before[$0...].starts(with: word) }
    }
  }

  /// The whole bytes that letters of so many bits make.
  private static func bytes(
    of letters: some Sequence<UInt8>, width: Int, _ value: (UInt8) -> UInt8
  ) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var held = 0
    for letter in letters {
      bits = bits << UInt32(width) | UInt32(value(letter))
      held += width
      if held >= 8 {
        held -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
      }
    }
    return result
  }

  // MARK: - Hexadecimal

  private func readHexadecimal(_ run: Range<Int>, into text: inout DerivedText) -> Int? {
    var start = run.lowerBound
    if run.count > 2, bytes[start] == UInt8(ascii: "0"), bytes[start + 1] == UInt8(ascii: "x") {
      start += 2
    }
    guard run.upperBound - start >= 2 * Self.shortest, pair(at: start)?.isText == true,
      let second = pair(at: start + 2), second.isText || second == 0
    else { return nil }
    let step = second == 0 ? 4 : 2
    var index = start
    var count = 0
    while index + step <= run.upperBound, text.budget > 0, let byte = pair(at: index), byte.isText {
      text.append(CollectionOfOne(byte), for: index..<(index + step))
      index += step
      count += 1
    }
    guard count >= Self.shortest, index + step > run.upperBound else {
      text.cancel()
      return nil
    }
    text.end(.hexadecimal, place: start..<index)
    return index
  }

  private func pair(at place: Int) -> UInt8? {
    guard place + 1 < bytes.count, let high = bytes[place].hexadecimalValue,
      let low = bytes[place + 1].hexadecimalValue
    else { return nil }
    return UInt8(high << 4 | low)
  }

  // MARK: - Base64

  /// The run that goes on at the start of the next line, after one that fills its own.
  private func next(after line: Range<Int>) -> Range<Int>? {
    guard line.count >= 40 else { return nil }
    var place = line.upperBound
    while place < bytes.count, place < line.upperBound + 60, bytes[place] <= 0x20 { place += 1 }
    guard place > line.upperBound, place < bytes.count,
      bytes[line.upperBound..<place].contains(0x0A)
    else { return nil }
    let start = place
    let classes = ViewMarks.classes
    while place < bytes.count, classes[Int(bytes[place])] & ViewMarks.base64 != 0 { place += 1 }
    return place > start && place - start <= line.count ? start..<place : nil
  }

  /// Whether the first eight letters may be those of text, in UTF-8 or UTF-16.
  private func beginsAsText(_ run: Range<Int>) -> Bool {
    guard run.count >= 8 else { return false }
    var bits: UInt64 = 0
    for place in run.prefix(8) { bits = bits << 6 | UInt64(Base64Reader.value(of: bytes[place])) }
    var beyond = 0
    var zeros = 0
    for _ in 0..<6 {
      let byte = UInt8(truncatingIfNeeded: bits)
      bits >>= 8
      if byte == 0 {
        zeros += 1
      } else if byte >= 0x80 {
        beyond += 1
      } else if !byte.isText {
        return false
      }
    }
    return beyond <= 3 && (zeros == 0 || zeros == 3)
  }

  /// Text that breaks off is told as far as it goes.
  private func readBase64(_ run: Range<Int>, into text: inout DerivedText) -> Int? {
    guard beginsAsText(run) else { return nil }
    var decoder = Base64Reader()
    var line: Range<Int>? = run
    var end = run.lowerBound
    var isWhole = true
    reading: while let current = line {
      for index in current {
        guard text.budget > 0, decoder.read(bytes[index], at: index, into: &text) else {
          isWhole = false
          break reading
        }
        end = index + 1
      }
      line = next(after: current)
    }
    isWhole = isWhole && decoder.finish(into: &text)
    guard decoder.count >= (isWhole ? Self.shortest : 2 * Self.shortest) else {
      text.cancel()
      return nil
    }
    while isWhole, end < bytes.count, bytes[end] == UInt8(ascii: "=") { end += 1 }
    if Self.heads.contains(where: text.current.starts(with:)) {
      text.cancel()
    } else {
      text.end(.base64, place: run.lowerBound..<end)
    }
    return end
  }

  /// What pictures and source maps begin with.
  private static let heads = ["<svg", "<?xml", "{\"version\":3,", "{\"version\": 3,"].map {
    Array($0.utf8)
  }
}

extension UInt8 {
  /// A printable character of ASCII, or white space.
  var isText: Bool { self >= 0x20 && self < 0x7F || (0x09...0x0D).contains(self) }
}

/// Reads base64 as text, a group at a time, and stops at the first that is none.
private struct Base64Reader {
  private var bits: UInt32 = 0
  private var held = 0
  private var start = 0
  private var last = 0
  /// How many bytes were read.
  private(set) var count = 0
  /// Those beyond ASCII.
  private var beyond = 0
  /// Of UTF-16 the bytes that are zero: 0 where the first of two is, 1 where the second is.
  private var zeros: Int?

  @inline(__always)
  static func value(of letter: UInt8) -> UInt8 {
    switch letter {
    case 0x61...0x7A: letter - 0x47
    case 0x41...0x5A: letter - 0x41
    case 0x30...0x39: letter + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    default: 63
    }
  }

  /// Takes the letter at a place; false where the bytes are no text.
  mutating func read(_ letter: UInt8, at place: Int, into text: inout DerivedText) -> Bool {
    if held == 0 { start = place }
    bits = bits << 6 | UInt32(Self.value(of: letter))
    held += 6
    last = place
    return held < 24 || flush(into: &text)
  }

  /// Writes the bytes that are held; false where they are no text.
  private mutating func flush(into text: inout DerivedText) -> Bool {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(3)
    while held >= 8 {
      held -= 8
      let byte = UInt8(truncatingIfNeeded: bits >> UInt32(held))
      defer { count += 1 }
      if byte == 0, count < 2 || zeros == count & 1 {
        // UTF-16 in one byte order or the other.
        if zeros == nil { zeros = count & 1 }
        guard zeros == count & 1 else { return false }
        continue
      }
      if zeros == count & 1 { return false }
      if byte >= 0x80 {
        beyond += 1
        guard beyond <= 3 + count / 8 else { return false }
        decoded.append(UInt8(ascii: "?"))
      } else {
        guard byte.isText else { return false }
        decoded.append(byte)
      }
    }
    text.append(decoded, for: start..<(last + 1))
    held = 0
    bits = 0
    return true
  }

  /// Writes what is left over; false where it is no text.
  mutating func finish(into text: inout DerivedText) -> Bool {
    held < 8 || flush(into: &text)
  }
}
