/// Which fingerprints are known from which files. Immutable, and read where it lies.
///
/// A damaged index is refused when it is opened, or gives wrong answers or none: never a fault.
package struct CodeIndex: Sendable {
  let bytes: IndexBytes
  let layout: CodeIndexLayout

  /// What went wrong with an index.
  package enum Fault: Error, Equatable {
    /// It is none, was cut off, or is of another format.
    case notAnIndex
  }

  /// Opens an index. Costs microseconds, whatever its size.
  package init(_ bytes: IndexBytes) throws(Fault) {
    guard let layout = CodeIndexLayout(bytes) else { throw .notAnIndex }
    self.bytes = bytes
    self.layout = layout
  }

  /// A file that was indexed.
  package struct File: Sendable, Hashable {
    package let project: String
    package let name: String
    /// An SPDX expression.
    package let license: String
  }

  package var fileCount: Int { layout.fileCount }
  /// Fingerprints with their places.
  package var entryCount: Int { layout.entryCount }

  /// What an index says of a fingerprint.
  enum Answer {
    case unknown
    /// Known, and of no use: many have it.
    case common
    /// Places were added.
    case known
  }

  /// Where a fingerprint comes from.
  struct Origin {
    var place: UInt32
    /// The names are very likely the same.
    var hasSameNames: Bool
  }

  /// A bucket larger than this, which evenly spread hashes never fill, is not read on.
  private static let bucketLimit = 96

  /// False for a fingerprint that is not known; of these one in thirty passes. One memory access.
  @inline(__always)
  func mayKnow(_ hash: UInt64) -> Bool {
    let (block, mask) = layout.filterBits(of: hash)
    return bytes.block(at: CodeIndexLayout.headerSize &+ block) & mask == mask
  }

  /// The entries of a fingerprint's bucket; none if the directory is damaged.
  @inline(__always)
  func entries(besides hash: UInt64) -> Range<Int> {
    let bucket = layout.directoryStart + layout.bucket(of: hash) * CodeIndexLayout.wordWidth
    let from = Int(word(bucket))
    let to = min(Int(word(bucket + CodeIndexLayout.wordWidth)), layout.entryCount)
    return from < to && to - from <= Self.bucketLimit ? from..<to : 0..<0
  }

  /// Adds the origins of a fingerprint, by its hash or by that with names, to `origins`; `entries` are
  /// those of its bucket.
  func look(
    up hash: UInt64, names: UInt64, in entries: Range<Int>, _ origins: inout [Origin]
  ) -> Answer {
    let tag = layout.tag(of: hash)
    let nameBits = layout.nameBits(of: names)
    let shift = UInt32(layout.placeBits)
    var answer = Answer.unknown
    for number in entries {
      let entry = word(layout.entriesStart &+ number &* CodeIndexLayout.wordWidth)
      guard entry >> shift == tag else { continue }
      let place = entry & ((1 << shift) - 1)
      if place == 0 { return .common }
      origins.append(
        Origin(place: place, hasSameNames: bytes[layout.namesStart + number] == nameBits))
      answer = .known
    }
    return answer
  }

  /// The number of the file that a place lies in; costs a binary search.
  func fileNumber(ofPlace place: UInt32) -> Int? {
    var low = 0
    var high = layout.fileCount
    while low < high {
      let middle = (low + high) / 2
      if word(fileStart(middle)) <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The first place of a file.
  func firstPlace(ofFile number: Int) -> UInt32 { word(fileStart(number)) }

  /// What a file is called; empty texts in a damaged index.
  func file(_ number: Int) -> File {
    let start = fileStart(number)
    return File(
      project: text(Int(word(start + 2 * CodeIndexLayout.wordWidth))),
      name: text(Int(word(start + CodeIndexLayout.wordWidth))),
      license: text(Int(word(start + 3 * CodeIndexLayout.wordWidth))))
  }

  private func fileStart(_ number: Int) -> Int {
    layout.filesStart + number * CodeIndexLayout.fileWords * CodeIndexLayout.wordWidth
  }

  private func text(_ offset: Int) -> String {
    guard offset < layout.textSize else { return "" }
    let start = layout.textsStart + offset
    let length = Int(bytes[start] & 0x7F) | Int(bytes[start + 1] & 0x7F) << 7
    let end = min(start + 2 + length, bytes.count)
    return start + 2 < end ? bytes.text(start + 2..<end) : ""
  }

  @inline(__always)
  private func word(_ index: Int) -> UInt32 { bytes.word(at: index, isSevenBit: layout.isSevenBit) }
}
