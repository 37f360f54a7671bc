import SourceText

// Reads unified diffs as git, GNU diff and Subversion write them, combined diffs of merges, mails
// with a patch, and the `*** Begin Patch` envelopes of coding agents. Inside a hunk its counts
// decide what is content, so that a removed line `-- x` is no file header. Where counts and text
// disagree, which models often bring about, nothing is lost: what cannot be placed counts as an
// added line, and a problem says so. One pass over the lines; look-ahead of two.

/// A file of a diff: its new side.
struct DiffFile {
  /// A line of the new side that the diff shows.
  struct Line {
    /// The bytes in the diff, without the first columns.
    var range: Range<Int>
    var isAdded: Bool
    /// From 1 in the new file.
    var number: Int
    var startsHunk: Bool
    /// How many lines an added one takes the place of, together with those added beside it.
    var removed: Int
  }

  /// Of the new side; that of the old one for a deleted file; empty if none is given.
  var path: [UInt8] = []
  /// Of the old side, where that is another one.
  var oldPath: [UInt8]?
  var isDeleted = false
  var lines: [Line] = []
  /// A `---`/`+++` pair was read for it.
  var hasHeader = false
  var isBinary = false
}

struct DiffReader {
  private let bytes: [UInt8]
  private let lines: [Range<Int>]
  private let linesBefore: Int
  private var next = 0
  private var hunk = Hunk()
  private var state = State.prose
  private var isEnvelope = false

  private(set) var files: [DiffFile] = []
  /// What belongs to no file: a mail's words, a commit message.
  private(set) var prose: [Range<Int>] = []
  private(set) var problems: [String] = []

  private enum State {
    case prose
    /// Between a file's first header line and its first hunk.
    case header
    case hunk
    /// Behind a hunk whose counts are used up.
    case afterHunk
    case binary
  }

  private struct Hunk {
    /// The lines still to come of each old side, and of the new one.
    var old: [Int] = []
    var new = 0
    var number = 1
    /// It has no counts: its end is the next header.
    var isOpen = false
    /// Lines with a blank in front are context for certain.
    var hasContext = true
    var startsNow = true
    var startLine = 0
    var isReported = false
    /// The lines removed since the last one that stays.
    var removed = 0
  }

  init(_ bytes: [UInt8], linesBefore: Int = 0) {
    self.bytes = bytes
    self.linesBefore = linesBefore
    var lines: [Range<Int>] = []
    var start = 0
    bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<bytes.count where bytes[index] == 0x0A {
        lines.append(start..<(index + 1))
        start = index + 1
      }
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    self.lines = lines
    while next < lines.count { readLine() }
    if state == .hunk, !hunk.isOpen { report("the hunk is cut off") }
  }

  private mutating func readLine() {
    let line = lines[next]
    if state == .hunk, !hunk.isOpen {
      readHunkLine(line)
      return
    }
    if readHeader(line) { return }
    switch state {
    case .prose: addProse(line)
    case .header: readExtendedHeader(line)
    case .binary: next += 1
    case .hunk: readOpenHunkLine(line)
    case .afterHunk: readLineAfterHunk(line)
    }
  }

  // MARK: Headers

  /// Takes the line if it starts a file or a hunk.
  private mutating func readHeader(_ line: Range<Int>) -> Bool {
    let header = DiffHeader(at: line, in: bytes)
    switch header {
    case .git(let path), .combined(let path):
      begin(path)
      state = .header
      next += 1
    case .envelope:
      isEnvelope = true
      state = .prose
      next += 1
    case .envelopeEnd where isEnvelope:
      isEnvelope = false
      state = .prose
      next += 1
    case .envelopeFile(let path) where isEnvelope:
      begin(path)
      beginOpenHunk(hasContext: true)
      next += 1
    case .envelopeMove(let path) where isEnvelope && !files.isEmpty:
      files[files.count - 1].path = path
      next += 1
    case .hunk(let old, let new, let start):
      beginHunk()
      hunk.old = old
      hunk.new = new
      hunk.number = start
      state = new == 0 && old.allSatisfy { $0 == 0 } ? .afterHunk : .hunk
      next += 1
    case .brokenHunk:
      // Outside of any file it is but a line that begins so.
      guard !files.isEmpty, state != .prose else { return false }
      let isExpected = isEnvelope
      beginHunk()
      beginOpenHunk(hasContext: isExpected)
      if !isExpected { report("the hunk's header cannot be read: taken as added lines") }
      next += 1
    case .envelopeEnd, .envelopeFile, .envelopeMove, .none:
      return readFileHeader()
    }
    return true
  }

  /// Takes a `---` and `+++` pair with a hunk behind it.
  private mutating func readFileHeader() -> Bool {
    guard isFileHeader(at: next) else { return false }
    let old = DiffHeader.path(inFileLine: lines[next], bytes)
    let new = DiffHeader.path(inFileLine: lines[next + 1], bytes)
    let isDeleted = new.elementsEqual(DiffHeader.nothing)
    let path = isDeleted ? old : new
    let hasPrefixes =
      (old.elementsEqual(DiffHeader.nothing) || DiffHeader.hasPrefix(old))
      && (isDeleted || DiffHeader.hasPrefix(new))
    if state != .header || files.last?.hasHeader != false { begin([]) }
    files[files.count - 1].hasHeader = true
    files[files.count - 1].path = hasPrefixes ? [UInt8](path.dropFirst(2)) : path
    files[files.count - 1].isDeleted = isDeleted
    let oldPath = hasPrefixes ? [UInt8](old.dropFirst(2)) : old
    if !old.elementsEqual(DiffHeader.nothing), oldPath != files[files.count - 1].path {
      files[files.count - 1].oldPath = oldPath
    }
    state = .header
    next += 2
    if next < lines.count, !starts(lines[next], "@@") {
      beginHunk()
      beginOpenHunk(hasContext: false)
      report("a file without a hunk header: taken as added lines")
    }
    return true
  }

  private func isFileHeader(at index: Int, withHunk: Bool = false) -> Bool {
    guard index + 1 < lines.count, starts(lines[index], "--- "), starts(lines[index + 1], "+++ ")
    else { return false }
    guard index + 2 < lines.count else { return !withHunk && state == .header }
    let third = lines[index + 2]
    if withHunk || starts(third, "@@") { return starts(third, "@@") }
    return bytes[third.lowerBound] == 0x2B || bytes[third.lowerBound] == 0x2D
  }

  private mutating func begin(_ path: [UInt8]) {
    files.append(DiffFile(path: path))
    hunk = Hunk()
  }

  private mutating func beginHunk() {
    if files.isEmpty { begin([]) }
    let number = hunk.number
    hunk = Hunk()
    hunk.number = number
    hunk.startLine = next + 1
  }

  private mutating func beginOpenHunk(hasContext: Bool) {
    hunk.isOpen = true
    hunk.hasContext = hasContext
    hunk.startLine = next + 1
    hunk.startsNow = true
    state = .hunk
  }

  private mutating func readExtendedHeader(_ line: Range<Int>) {
    let known = [
      "old mode ", "new mode ", "new file mode ", "mode ", "copy from ", "copy to ",
      "similarity index ", "dissimilarity index ", "index ",
    ]
    if starts(line, "rename to ") {
      let path = TextLines.content(of: line, in: bytes).dropFirst("rename to ".utf8.count)
      files[files.count - 1].path = DiffHeader.unquoted(Array(bytes[path]))
    } else if starts(line, "rename from ") {
      let path = TextLines.content(of: line, in: bytes).dropFirst("rename from ".utf8.count)
      files[files.count - 1].oldPath = DiffHeader.unquoted(Array(bytes[path]))
    } else if starts(line, "deleted file mode ") {
      files[files.count - 1].isDeleted = true
    } else if starts(line, "Binary files ") {
      files[files.count - 1].isBinary = true
    } else if starts(line, "GIT binary patch") {
      files[files.count - 1].isBinary = true
      state = .binary
    } else if !known.contains(where: { starts(line, $0) }) {
      state = .prose
      addProse(line)
      return
    }
    next += 1
  }

  // MARK: Hunks

  private mutating func readHunkLine(_ line: Range<Int>) {
    let columns = hunk.old.count
    let prefix = bytes[line].prefix(columns)
    let isEmpty = TextLines.content(of: line, in: bytes).isEmpty
    if !isEmpty, prefix.first == 0x5C {
      dropLineEnd()
    } else if isEmpty {
      addLine(line, isAdded: hunk.old.contains(0))
      count(old: { _ in true }, new: true)
    } else if prefix.count == columns, prefix.allSatisfy(Self.isMark) {
      if isFileHeader(at: next, withHunk: true), hunk.old != [1] || hunk.new != 1 {
        endBrokenHunk()
        return
      }
      let marks = Array(prefix)
      let isRemoved = marks.contains(0x2D)
      if !isRemoved {
        let isAdded = marks.contains(0x2B) || hunk.old.contains { $0 <= 0 }
        addLine(line.dropFirst(columns), isAdded: isAdded)
      } else {
        hunk.removed += 1
      }
      count(old: { isRemoved ? marks[$0] == 0x2D : marks[$0] == 0x20 }, new: !isRemoved)
    } else if DiffHeader(at: line, in: bytes) != .none {
      endBrokenHunk()
      return
    } else {
      report("a line of the hunk cannot be read: taken as added")
      addLine(line, isAdded: true)
      count(old: { _ in true }, new: true)
    }
    next += 1
    if hunk.new <= 0, hunk.old.allSatisfy({ $0 <= 0 }) { state = .afterHunk }
  }

  private mutating func endBrokenHunk() {
    report("the hunk is cut off")
    state = .afterHunk
    // The line is read again as what it is.
    if !readHeader(lines[next]) { next += 1 }
  }

  private mutating func count(old: (Int) -> Bool, new: Bool) {
    for side in hunk.old.indices where old(side) { hunk.old[side] -= 1 }
    if new { hunk.new -= 1 }
  }

  private mutating func readOpenHunkLine(_ line: Range<Int>) {
    if isTrailer(line) {
      state = .prose
      addProse(line)
      return
    }
    switch bytes[line.lowerBound] {
    case 0x2B: addLine(line.dropFirst(1), isAdded: true)
    case 0x2D: hunk.removed += 1
    case 0x20: addLine(line.dropFirst(1), isAdded: !hunk.hasContext)
    case 0x5C: dropLineEnd()
    default: addLine(line, isAdded: true)
    }
    next += 1
  }

  /// More lines than the hunk's counts promise belong to it all the same.
  private mutating func readLineAfterHunk(_ line: Range<Int>) {
    if isTrailer(line) {
      state = .prose
      addProse(line)
      return
    }
    switch bytes[line.lowerBound] {
    case 0x5C: dropLineEnd()
    case 0x0A, 0x0D: addProse(line, counting: false)
    case 0x2B, 0x20:
      report("the hunk is longer than its header says: taken as added lines")
      addLine(line.dropFirst(1), isAdded: true)
    case 0x2D: report("the hunk is longer than its header says: taken as added lines")
    default:
      state = .prose
      addProse(line)
      return
    }
    next += 1
  }

  private mutating func addLine(_ range: Range<Int>, isAdded: Bool) {
    files[files.count - 1].lines.append(
      DiffFile.Line(
        range: range, isAdded: isAdded, number: hunk.number, startsHunk: hunk.startsNow,
        removed: isAdded ? hunk.removed : 0))
    if !isAdded { hunk.removed = 0 }
    hunk.startsNow = false
    hunk.number += 1
  }

  /// `\ No newline at end of file` speaks of the line before it.
  private mutating func dropLineEnd() {
    guard let file = files.indices.last, let line = files[file].lines.indices.last, next > 0,
      files[file].lines[line].range.upperBound == lines[next - 1].upperBound
    else { return }
    let range = files[file].lines[line].range
    files[file].lines[line].range =
      range.lowerBound..<max(range.lowerBound, TextLines.content(of: range, in: bytes).upperBound)
  }

  // MARK: The rest

  private mutating func addProse(_ line: Range<Int>, counting: Bool = true) {
    Ranges.append(line, to: &prose)
    if counting { next += 1 }
  }

  /// One problem a hunk is enough.
  private mutating func report(_ words: String) {
    if hunk.isReported { return }
    hunk.isReported = true
    problems.append("diff, line \(linesBefore + max(hunk.startLine, 1)): \(words)")
  }

  /// The line that ends a mail's patch.
  private func isTrailer(_ line: Range<Int>) -> Bool {
    let content = TextLines.content(of: line, in: bytes)
    return bytes[content].elementsEqual([0x2D, 0x2D, 0x20])
  }

  private func starts(_ line: Range<Int>, _ text: String) -> Bool {
    bytes[line].starts(with: text.utf8)
  }

  private static func isMark(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x2B || byte == 0x2D }
}
