import SourceText

/// Makes an index of the source files of one or more projects.
///
/// The same files in the same order give the same bytes. Linear in the files but for a sort; memory:
/// about 20 bytes for each line.
package struct CodeIndexBuilder {
  /// Fingerprints over their places.
  private var keys: [UInt64] = []
  private var files: [IndexedFile] = []
  private var texts = TextTable()
  private var nextPlace = 1
  private var project = 0
  private var license = ""
  private var projectCount = 0
  /// The place of all fingerprints of background code; no place of a file.
  private static let background = UInt64(CodeIndexLayout.placeLimit - 1)

  package private(set) var lineCount = 0

  private struct IndexedFile {
    let firstPlace: Int
    let name: Int
    let project: Int
    let license: Int
    let projectNumber: Int
  }

  /// What was made of a file.
  package enum Outcome: Sendable, Equatable {
    case added
    case notCode
    case generated
    case tooShort
    /// The index holds as much as it can.
    case full
  }

  package init() {}

  /// The files that follow are of this project and, unless they say otherwise by an
  /// `SPDX-License-Identifier`, under this license.
  package mutating func begin(project: String, license: String) {
    self.project = texts.add(project)
    self.license = license
    projectCount += 1
  }

  /// Adds a file, if it is code that a person wrote.
  package mutating func add(file name: String, bytes: [UInt8]) -> Outcome {
    guard let language = CodeFile.language(name: name, bytes: bytes) else { return .notCode }
    let lexed = Lexer.lex(bytes, as: language)
    if GeneratedCode.isGenerated(name: name, bytes: bytes, lexed: lexed) { return .generated }
    let prints = CodeFingerprints(lexed, bytes: bytes, language: language)
    guard !prints.chosen.isEmpty else { return .tooShort }
    let placeCount = (prints.tokenCount - 1) / CodeIndexLayout.placeSize + 1
    guard nextPlace + placeCount < CodeIndexLayout.placeLimit - 1,
      texts.bytes.count < CodeIndexLayout.textLimit - (1 << 20)
    else { return .full }
    let ownLicense = CodeFile.license(in: bytes) ?? license
    files.append(
      IndexedFile(
        firstPlace: nextPlace, name: texts.add(name), project: project,
        license: texts.add(ownLicense), projectNumber: projectCount))
    for print in prints.chosen where Information.suffices(print, lexed, bytes) {
      let place = nextPlace + Int(print.ordinal) / CodeIndexLayout.placeSize
      keys.append(print.hash << 24 | UInt64(place))
    }
    nextPlace += placeCount
    for byte in bytes where byte == 0x0A { lineCount += 1 }
    return .added
  }

  /// Takes what a file holds as common property: it is never evidence.
  package mutating func addBackground(file name: String, bytes: [UInt8]) {
    guard let language = CodeFile.language(name: name, bytes: bytes) else { return }
    let lexed = Lexer.lex(bytes, as: language)
    for print in CodeFingerprints(lexed, bytes: bytes, language: language).chosen {
      keys.append(print.hash << 24 | Self.background)
    }
  }

  /// A fingerprint in more files than these is an idiom.
  private static let fileLimit = 8
  /// A fingerprint in more projects than these is common property.
  private static let projectLimit = 2
  /// How many places of one fingerprint are kept.
  private static let placesKept = 2

  /// The index, for a file; or, with bytes below 0x80 only, for a text literal.
  package mutating func build(isSevenBit: Bool = false) -> [UInt8] {
    keys.sort()
    var entries: [UInt64] = []
    entries.reserveCapacity(keys.count)
    var start = 0
    while start < keys.count {
      let hash = keys[start] >> 24
      var end = start + 1
      while end < keys.count, keys[end] >> 24 == hash { end += 1 }
      keep(start..<end, of: hash, in: &entries)
      start = end
    }
    keys = []
    return written(entries, isSevenBit: isSevenBit)
  }

  /// Decides on the places of one fingerprint, which ascend.
  private func keep(_ range: Range<Int>, of hash: UInt64, in entries: inout [UInt64]) {
    var lastFile = -1
    var lastProject = -1
    var fileCount = 0
    var projects = 0
    var kept: [UInt64] = []
    var keptOfFile = 0
    let isBackground = keys[range.upperBound - 1] & 0xFFFFFF == Self.background
    if isBackground, keys[range.lowerBound] & 0xFFFFFF == Self.background { return }
    for key in keys[range] where !isBackground {
      let file = fileIndex(ofPlace: Int(key & 0xFFFFFF))
      if file != lastFile {
        lastFile = file
        fileCount += 1
        keptOfFile = 0
        if files[file].projectNumber != lastProject {
          lastProject = files[file].projectNumber
          projects += 1
        }
      }
      if kept.count < Self.placesKept, keptOfFile == 0 || kept.last != key {
        kept.append(key)
        keptOfFile += 1
      }
      if fileCount > Self.fileLimit || projects > Self.projectLimit { break }
    }
    if isBackground || fileCount > Self.fileLimit || projects > Self.projectLimit {
      entries.append(hash << 24)
    } else {
      entries += kept
    }
  }

  private func fileIndex(ofPlace place: Int) -> Int {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if files[middle].firstPlace <= place { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  private func written(_ entries: [UInt64], isSevenBit: Bool) -> [UInt8] {
    let layout = CodeIndexLayout(
      isSevenBit: isSevenBit, placeCount: nextPlace, entryCount: entries.count,
      fileCount: files.count, textSize: texts.bytes.count)
    var filter = [UInt8](repeating: 0, count: layout.filterSize)
    for entry in entries {
      let (byte, mask) = layout.filterBit(of: entry >> 24)
      filter[byte] |= mask
    }
    var output = CodeIndexLayout.magic
    output.reserveCapacity(layout.size)
    let shift = UInt32(layout.bitsOfByte)
    func write(_ word: UInt32) {
      let mask = UInt32(1) << shift - 1
      output.append(UInt8(truncatingIfNeeded: word & mask))
      output.append(UInt8(truncatingIfNeeded: word >> shift & mask))
      output.append(UInt8(truncatingIfNeeded: word >> (2 * shift) & mask))
      output.append(UInt8(truncatingIfNeeded: word >> (3 * shift) & mask))
    }
    for field in layout.fields { write(UInt32(truncatingIfNeeded: field)) }
    output += filter
    var next = 0
    for bucket in 0..<layout.bucketCount {
      while next < entries.count, layout.bucket(of: entries[next] >> 24) < bucket { next += 1 }
      write(UInt32(truncatingIfNeeded: next))
    }
    write(UInt32(truncatingIfNeeded: entries.count))
    for entry in entries {
      let place = UInt32(truncatingIfNeeded: entry & 0xFFFFFF)
      write(layout.tag(of: entry >> 24) << UInt32(layout.placeBits) | place)
    }
    for file in files {
      write(UInt32(truncatingIfNeeded: file.firstPlace))
      write(UInt32(truncatingIfNeeded: file.name))
      write(UInt32(truncatingIfNeeded: file.project))
      write(UInt32(truncatingIfNeeded: file.license))
    }
    return output + texts.bytes
  }
}

/// Texts one after the other, each once.
private struct TextTable {
  private(set) var bytes: [UInt8] = []
  private var offsets: [String: Int] = [:]

  /// Where a text stands. Kept are 16,383 bytes at most, and `?` for what is not ASCII.
  mutating func add(_ text: String) -> Int {
    if let known = offsets[text] { return known }
    let offset = bytes.count
    let ascii = text.utf8.prefix(0x3FFF).map { $0 < 0x20 || $0 > 0x7E ? UInt8(ascii: "?") : $0 }
    bytes.append(UInt8(ascii.count & 0x7F))
    bytes.append(UInt8(ascii.count >> 7))
    bytes += ascii
    offsets[text] = offset
    return offset
  }
}

/// Whether a gram tells anything.
enum Information {
  /// False for grams that are little but literals and commas: tables of numbers, lists of names.
  static func suffices(_ print: CodeFingerprint, _ lexed: LexedSource, _ bytes: [UInt8]) -> Bool {
    var seen = 0
    var listed = 0
    var index = Int(print.token)
    while index >= 0, seen < CodeFingerprints.gramLength {
      let token = lexed.tokens[index]
      index -= 1
      let first = bytes[Int(token.start)]
      switch token.kind {
      case .newline: continue
      case .number, .string: listed += 1
      case .identifier: break
      case .punctuation:
        if first == 0x3B || first == 0x7B || first == 0x7D { continue }
        if first == 0x2C || first == 0x2D { listed += 1 }
      }
      seen += 1
    }
    return listed < CodeFingerprints.gramLength * 3 / 4
  }
}
