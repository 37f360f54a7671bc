import SourceText

/// Makes an index of the source files of one or more projects.
///
/// The same files in the same order give the same bytes. Linear in the files but for a sort; memory:
/// about 20 bytes for each line.
package struct CodeIndexBuilder {
  private var prints: [Print] = []
  private var files: [IndexedFile] = []
  private var texts = TextTable()
  private var nextPlace = 1
  private var project = 0
  private var license = ""
  private var projectCount = 0
  /// The place of all fingerprints of background code; no place of a file.
  private static let background = UInt64(CodeIndexLayout.placeLimit - 1)

  package private(set) var lineCount = 0

  /// A fingerprint and where it is: hashes of 40 bits above a place of 24.
  private struct Print {
    var key: UInt64
    /// With the names.
    var namedKey: UInt64

    var place: UInt64 { key & 0xFFFFFF }
  }

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
    let found = CodeFingerprints(lexed, bytes: bytes, language: language)
    guard !found.chosen.isEmpty else { return .tooShort }
    let placeCount = (found.tokenCount - 1) / CodeIndexLayout.placeSize + 1
    guard nextPlace + placeCount + 2 < CodeIndexLayout.placeLimit - 1,
      texts.bytes.count < CodeIndexLayout.textLimit - (1 << 20)
    else { return .full }
    let ownLicense = CodeFile.license(in: bytes) ?? license
    files.append(
      IndexedFile(
        firstPlace: nextPlace, name: texts.add(name), project: project,
        license: texts.add(ownLicense), projectNumber: projectCount))
    for print in found.chosen where Information.suffices(print, lexed, bytes) {
      let place = nextPlace + Int(print.ordinal) / CodeIndexLayout.placeSize
      prints.append(
        Print(
          key: print.hash << 24 | UInt64(place), namedKey: print.namedHash << 24 | UInt64(place)))
    }
    // A gap, so that the end of one file and the start of the next are never one passage.
    nextPlace += placeCount + 2
    for byte in bytes where byte == 0x0A { lineCount += 1 }
    return .added
  }

  /// Takes what a file holds as common property: it is never evidence.
  package mutating func addBackground(file name: String, bytes: [UInt8]) {
    guard let language = CodeFile.language(name: name, bytes: bytes) else { return }
    let lexed = Lexer.lex(bytes, as: language)
    for print in CodeFingerprints(lexed, bytes: bytes, language: language).chosen {
      prints.append(
        Print(
          key: print.hash << 24 | Self.background,
          namedKey: print.namedHash << 24 | Self.background))
    }
  }

  /// When a fingerprint stops to be evidence.
  private struct Limits {
    /// In more files than these it is an idiom.
    var files: Int
    /// In more projects than these it is common property.
    var projects: Int
  }

  private static let limits = Limits(files: 16, projects: 2)
  /// With the names: who has the same names has it from the others.
  private static let namedLimits = Limits(files: 24, projects: 6)
  /// How many places of one fingerprint are kept.
  private static let placesKept = 2

  /// The index, for a file; or, with bytes below 0x80 only, for a text literal. The builder is empty
  /// afterwards.
  package mutating func build(isSevenBit: Bool = false) -> [UInt8] {
    var entries: [Print] = []
    var tooCommon: [Print] = []
    keepRare(of: &prints, Self.limits, in: &entries, common: &tooCommon)
    prints = []
    // What is common without its names may be rare with them.
    var named = tooCommon.map { Print(key: $0.namedKey, namedKey: $0.namedKey) }
    var dropped: [Print] = []
    tooCommon = []
    keepRare(of: &named, Self.namedLimits, in: &entries, common: &dropped)
    named = []
    dropped = []
    entries.sort { ($0.key, $0.namedKey) < ($1.key, $1.namedKey) }
    let bytes = written(entries, isSevenBit: isSevenBit)
    self = CodeIndexBuilder()
    return bytes
  }

  /// Sorts fingerprints; adds the rare ones to `entries`, and with place 0 the common ones, of which
  /// all occurrences are added to `common`.
  private func keepRare(
    of prints: inout [Print], _ limits: Limits, in entries: inout [Print], common: inout [Print]
  ) {
    prints.sort { ($0.key, $0.namedKey) < ($1.key, $1.namedKey) }
    var start = 0
    while start < prints.count {
      let hash = prints[start].key >> 24
      var end = start + 1
      while end < prints.count, prints[end].key >> 24 == hash { end += 1 }
      let isBackground = prints[end - 1].place == Self.background
      if !isBackground || prints[start].place != Self.background {
        let isCommon = isBackground || isShared(prints[start..<end], limits)
        if isCommon {
          entries.append(Print(key: hash << 24, namedKey: 0))
          common += prints[start..<end]
        } else {
          addPlaces(prints[start..<end], to: &entries)
        }
      }
      start = end
    }
  }

  /// Whether occurrences, which ascend by place, are in too many files or projects.
  private func isShared(_ prints: ArraySlice<Print>, _ limits: Limits) -> Bool {
    guard prints.count > min(limits.files, limits.projects) else { return false }
    var lastFile = -1
    var lastProject = -1
    var fileCount = 0
    var projects = 0
    for print in prints {
      let file = fileIndex(ofPlace: Int(print.place))
      if file == lastFile { continue }
      lastFile = file
      fileCount += 1
      if files[file].projectNumber != lastProject {
        lastProject = files[file].projectNumber
        projects += 1
      }
      if fileCount > limits.files || projects > limits.projects { return true }
    }
    return false
  }

  /// Adds the first of the places.
  private func addPlaces(_ prints: ArraySlice<Print>, to entries: inout [Print]) {
    var kept = 0
    var last: UInt64 = 0
    for print in prints where print.place != last {
      entries.append(print)
      last = print.place
      kept += 1
      if kept == Self.placesKept { return }
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

  private func written(_ entries: [Print], isSevenBit: Bool) -> [UInt8] {
    let layout = CodeIndexLayout(
      isSevenBit: isSevenBit, placeCount: nextPlace, entryCount: entries.count,
      fileCount: files.count, textSize: texts.bytes.count)
    var filter = [UInt8](repeating: 0, count: layout.filterSize)
    for entry in entries {
      let (block, mask) = layout.filterBits(of: entry.key >> 24)
      for byte in 0..<CodeIndexLayout.blockSize {
        filter[block + byte] |= UInt8(truncatingIfNeeded: mask >> UInt64(8 * byte))
      }
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
      while next < entries.count, layout.bucket(of: entries[next].key >> 24) < bucket { next += 1 }
      write(UInt32(truncatingIfNeeded: next))
    }
    write(UInt32(truncatingIfNeeded: entries.count))
    for entry in entries {
      let place = UInt32(truncatingIfNeeded: entry.place)
      write(layout.tag(of: entry.key >> 24) << UInt32(layout.placeBits) | place)
    }
    for entry in entries { output.append(layout.nameBits(of: entry.namedKey >> 24)) }
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
