import SourceText

/// The new side of a file in a diff as one text.
struct DiffSide {
  var bytes: [UInt8] = []
  /// Leads to the diff.
  var positions = PositionMap(pieces: [])
  var added: [Range<Int>] = []
  var replacements: [Replacement] = []
  /// The new file's line (from 1) of each line, which LF ends.
  var lines: [Int] = []

  /// Hunks are kept apart by an empty line.
  init(_ file: DiffFile, in diff: [UInt8]) {
    for line in file.lines {
      if !bytes.isEmpty {
        if bytes.last != 0x0A { fill(before: line) }
        if line.startsHunk {
          fill(before: line)
          lines.append(line.number)
        }
      }
      let start = bytes.count
      bytes += diff[line.range]
      positions.append(
        length: line.range.count, outer: line.range.lowerBound, outerLength: line.range.count)
      lines.append(line.number)
      if line.isAdded { Ranges.append(start..<bytes.count, to: &added) }
      if line.removed > 0 {
        replacements.append(Replacement(range: start..<bytes.count, removed: line.removed))
      }
    }
  }

  private mutating func fill(before line: DiffFile.Line) {
    bytes.append(0x0A)
    positions.append(length: 1, outer: line.range.lowerBound, outerLength: 0)
  }
}

extension DiffReader {
  /// The files of a diff as parts of its text; what is no diff is reviewed as it stands.
  /// `linesBefore` is the number of lines of the input before these bytes.
  static func parts(of bytes: [UInt8], linesBefore: Int = 0) -> FoundParts {
    let reader = DiffReader(bytes, linesBefore: linesBefore)
    var found = FoundParts()
    if reader.files.isEmpty { return found }
    found.reviewable = reader.prose
    // A script may hold a patch: what surrounds it stays a script.
    let around = reader.prose.reduce(into: [UInt8]()) { $0 += bytes[$1] }
    found.language = LanguageDetection.language(name: "", bytes: around)
    found.problems = reader.problems
    for file in reader.files {
      let path = String(decoding: file.path, as: UTF8.self)
      if file.isBinary { found.skipped.append("\(path): binary") }
      let side = DiffSide(file, in: bytes)
      if side.added.isEmpty { continue }
      found.parts.append(
        FoundPart(
          name: path.isEmpty ? nil : path, bytes: side.bytes, positions: side.positions,
          container: .diffFile(path: path, lines: side.lines), reviewable: side.added,
          replacements: side.replacements))
    }
    return found
  }
}

/// A unified diff given on standard input in place of revisions.
package enum DiffText {
  /// One source for each file with added lines; path and lines are those of the new files. What
  /// stands outside of the files (a commit message) is no part of the change and not reviewed;
  /// a line there that looks like an added one is an error.
  package static func list(_ raw: [UInt8], options: InputOptions) -> InputList {
    let place = "<stdin>"
    var list = InputList()
    if raw.isEmpty { return list }
    if TextDecoder.isBinary(raw) {
      list.errors.append((place, InputError.binary.message))
      return list
    }
    let decoded = TextDecoder.decode(raw)
    let reader = DiffReader(decoded.bytes)
    if reader.files.isEmpty {
      list.errors.append((place, "no unified diff: nothing was reviewed"))
      return list
    }
    for problem in reader.problems { list.errors.append((place, problem)) }
    for range in reader.prose {
      var lines = TextLines(decoded.bytes, in: range)
      while let line = lines.next() {
        guard decoded.bytes[line.lowerBound] == 0x2B else { continue }
        list.errors.append((place, "an added line stands outside of any file: not reviewed"))
        break
      }
    }
    let excludes = IgnoreFile(globs: options.excludes)
    for file in reader.files {
      let path = file.path.isEmpty ? place : String(decoding: file.path, as: UTF8.self)
      list.changes.append(file.change(path: path, in: decoded.bytes))
      if excludes.matches(path: file.path) { continue }
      if file.isBinary { list.skipped.append((path, "binary")) }
      guard file.lines.contains(where: \.isAdded) else { continue }
      list.sources.append(
        InputSource(path: path) { .text(ReviewText(file, path: path, in: decoded)) })
    }
    return list
  }
}

extension DiffFile {
  /// What becomes of the file, whatever it is.
  fileprivate func change(path: String, in diff: [UInt8]) -> FileChange {
    let lines = lines
    let old = oldPath.map { String(decoding: $0, as: UTF8.self) }
    return FileChange(
      path: path, oldPath: old, what: isDeleted ? "deleted" : old == nil ? "modified" : "renamed",
      line: lines.first(where: \.isAdded)?.number ?? 1,
      content: {
        let added = lines.filter(\.isAdded).flatMap { diff[$0.range] }
        return String(decoding: added, as: UTF8.self)
      })
  }
}

extension ReviewText {
  /// The new side of a file in a diff as an input of its own.
  fileprivate init(_ file: DiffFile, path: String, in diff: TextDecoder.Decoded) {
    let side = DiffSide(file, in: diff.bytes)
    // A line of the report may also end with a lone CR.
    let index = LineIndex(side.bytes)
    var line = 0
    var numbers: [Int] = []
    var passed = 0
    for start in index.starts {
      while passed < Int(start) {
        if side.bytes[passed] == 0x0A { line += 1 }
        passed += 1
      }
      numbers.append(line < side.lines.count ? side.lines[line] : (side.lines.last ?? 0) + 1)
    }
    let outer = OuterText(
      path: path, bytes: side.bytes, encoded: side.positions.then(diff.positions),
      lineNumbers: numbers)
    var splitter = DocumentSplitter(outer)
    splitter.addWhole(name: path, reviewable: side.added, replacements: side.replacements)
    self.init(
      outer: outer, documents: splitter.documents, byteCount: side.bytes.count,
      problems: splitter.problems, skipped: splitter.skipped)
  }
}

extension IgnoreFile {
  /// Whether the rules leave out the file at `path`, or a folder that it lies in.
  func matches(path: [UInt8]) -> Bool {
    if isEmpty { return false }
    let segments = IgnoreScope.segments(of: path)
    for depth in segments.indices {
      let answer = answer(
        path, segments: segments[...depth], isFolder: depth < segments.count - 1)
      if answer == .ignored { return true }
    }
    return false
  }
}
