// The patches of Codex (openai/codex codex-rs/apply-patch, `apply_patch_tool_instructions.md`):
//
//   *** Begin Patch
//   *** Update File: src/app.py
//   *** Move to: src/main.py
//   @@ def main():
//    a line that stays
//   -a line that goes
//   +a line that comes
//   *** Add File: note.md
//   +all of its lines
//   *** Delete File: old.py
//   *** End Patch
//
// Hunks have no line numbers: they are found by the lines that stay and go. File headers are read with the
// blanks around them taken away, as Codex does. A line that is none of these is read as one that comes:
// what is not understood is reviewed.

/// A patch, taken apart.
struct Patch {
  struct File {
    enum Kind { case update, add, delete }

    var kind: Kind
    var path: String
    var newPath: String?
    var hunks: [[Line]] = [[]]
  }

  struct Line {
    enum Kind { case stays, goes, comes }

    var kind: Kind
    /// With its LF.
    var text: ArraySlice<UInt8>
  }

  private(set) var files: [File] = []
  /// What stands before, between and after the files of patches.
  private(set) var outside: [UInt8] = []
  private var isOpen = false

  static func begins(in text: [UInt8]) -> Bool {
    !Occurrences.starts(of: Array("*** Begin Patch".utf8), in: text, limit: 1).isEmpty
  }

  init(_ text: [UInt8]) {
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      read(text[start..<end])
      start = end
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    if let header = Self.header(line) {
      switch header {
      case .file(let kind, let path):
        files.append(File(kind: kind, path: path))
        isOpen = true
      case .move(let path):
        if !files.isEmpty { files[files.count - 1].newPath = path }
      case .end: isOpen = false
      case .other: break
      }
      return
    }
    guard isOpen else {
      outside += line
      return
    }
    let last = files.count - 1
    switch line.first {
    case UInt8(ascii: "@") where files[last].kind == .update && line.starts(with: Array("@@".utf8)):
      files[last].hunks.append([])
    case UInt8(ascii: " "): append(.stays, line.dropFirst())
    case UInt8(ascii: "-") where files[last].kind == .update: append(.goes, line.dropFirst())
    case UInt8(ascii: "+"): append(.comes, line.dropFirst())
    case 0x0A, 0x0D: append(files[last].kind == .add ? .comes : .stays, line)
    default: append(.comes, line)
    }
  }

  private mutating func append(_ kind: Line.Kind, _ text: ArraySlice<UInt8>) {
    let file = files.count - 1
    let hunk = files[file].hunks.count - 1
    files[file].hunks[hunk].append(Line(kind: kind, text: text))
  }

  private enum Header {
    case file(File.Kind, String)
    case move(String)
    case end
    /// What else frames a patch.
    case other
  }

  private static func header(_ line: ArraySlice<UInt8>) -> Header? {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0D, 0x0A]
    let head = line.drop { blanks.contains($0) }
    guard head.starts(with: Array("*** ".utf8)) else { return nil }
    var text = String(decoding: head.dropFirst(4), as: UTF8.self)
    while let last = text.unicodeScalars.last, last.properties.isWhitespace {
      text.unicodeScalars.removeLast()
    }
    for (prefix, kind) in [
      ("Update File: ", File.Kind.update), ("Add File: ", .add), ("Delete File: ", .delete),
    ] where text.hasPrefix(prefix) {
      return .file(kind, String(text.dropFirst(prefix.count)))
    }
    if text.hasPrefix("Move to: ") { return .move(String(text.dropFirst("Move to: ".count))) }
    if text == "End Patch" { return .end }
    let frame = ["Begin Patch", "End of File"]
    return frame.contains(text) || text.hasPrefix("Environment ID: ") ? .other : nil
  }
}

extension Patch.File {
  /// What is new of the file by itself: its hunks with the lines that stay, kept apart by an empty line.
  var excerpt: (bytes: [UInt8], changed: [Range<Int>]) {
    var bytes: [UInt8] = []
    var changed: [Range<Int>] = []
    for hunk in hunks where !hunk.isEmpty {
      if !bytes.isEmpty { bytes += bytes.last == 0x0A ? [0x0A] : [0x0A, 0x0A] }
      for line in hunk where line.kind != .goes {
        if line.kind == .comes { changed.append(bytes.count..<(bytes.count + line.text.count)) }
        bytes += line.text
      }
    }
    return (bytes, changed)
  }

  /// The file with the hunks applied, or as it is where they are (`isDone`); nil where one is not found.
  func applied(
    to file: [UInt8], isDone: Bool
  ) -> (bytes: [UInt8], changed: [Range<Int>])? {
    let used = hunks.filter { !$0.isEmpty }
    let lines = file.split(separator: 0x0A, omittingEmptySubsequences: false)
    // Each hunk costs a pass over the lines that are left.
    guard !used.isEmpty, used.count <= max(1, (1 << 26) / max(1, lines.count)) else { return nil }
    let plain = lines.map(Self.plain)
    var bytes: [UInt8] = []
    var changed: [Range<Int>] = []
    var next = 0
    func copy(upTo end: Int) {
      while next < end {
        bytes += lines[next]
        if next < lines.count - 1 { bytes.append(0x0A) }
        next += 1
      }
    }
    for hunk in used {
      let wanted = hunk.filter { $0.kind != (isDone ? .goes : .comes) }.map { Self.plain($0.text) }
      let found =
        wanted.isEmpty
        ? lines.count : Occurrences.starts(of: wanted, in: plain, from: next, limit: 1).first
      guard let start = found else { return nil }
      copy(upTo: start)
      for line in hunk {
        switch line.kind {
        case .stays: copy(upTo: next + 1)
        case .goes:
          if !isDone { next += 1 }
        case .comes:
          let from = bytes.count
          if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
          if isDone { copy(upTo: next + 1) } else { bytes += line.text }
          changed.append(from..<bytes.count)
        }
      }
    }
    copy(upTo: lines.count)
    return (bytes, changed)
  }

  /// Without its line end and the blanks before it, which Codex does not insist on.
  private static func plain(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, last == 0x0A || last == 0x0D || last == 0x20 || last == 0x09 {
      line.removeLast()
    }
    return line
  }
}

extension ProposalList {
  /// A patch of Codex or a unified diff; what is neither is reviewed as text.
  mutating func add(patchOrDiff text: [UInt8]) {
    let patch = Patch(text)
    if !patch.files.isEmpty { return add(patch) }
    if Self.isDiff(text) { return add(diff: text) }
    add(text: text, path: "patch.txt", name: nil)
  }

  static func isDiff(_ text: [UInt8]) -> Bool {
    for mark in ["diff --git ", "--- "] {
      let mark = Array(mark.utf8)
      if text.starts(with: mark) { return true }
      if !Occurrences.starts(of: [0x0A] + mark, in: text, limit: 1).isEmpty { return true }
    }
    return false
  }

  private mutating func add(_ patch: Patch) {
    if patch.outside.contains(where: { $0 > 0x20 }) {
      add(text: patch.outside, path: "patch.txt", name: nil)
    }
    for file in patch.files {
      let excerpt = file.excerpt
      switch file.kind {
      case .delete: touch(file.path, what: "deleted")
      case .add: add(file: file.path, text: excerpt.bytes, what: "added")
      case .update:
        let path = file.newPath ?? file.path
        let current = contents(of: isDone ? path : file.path)
        let result = current.flatMap { file.applied(to: $0, isDone: isDone) } ?? excerpt
        add(
          file: path, text: result.bytes, what: file.newPath == nil ? "modified" : "renamed",
          oldPath: file.newPath == nil ? nil : file.path, changed: result.changed)
      }
    }
  }
}
