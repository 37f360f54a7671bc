import SourceText

/// What changed, as git sees it.
///
/// Each changed file is read whole, so that it is understood, and findings count in its added
/// lines. Paths and lines are those of the new files, paths from the repository's root. Deleted
/// files, pure renames and changes of mode give nothing.
package enum GitChange {
  /// What the index holds against the last commit; all of the index before the first commit.
  package static func staged(
    options: InputOptions, objects: GitObjects = GitObjects()
  ) -> InputList {
    list(["--cached"], shown: "--staged", options, objects)
  }

  /// What `git diff REVISIONS` shows: of the work tree against one revision, or between two with
  /// `A..B` or `A...B`.
  package static func diff(
    revisions: String, options: InputOptions, objects: GitObjects = GitObjects()
  ) -> InputList {
    let shown = "--diff \(revisions)"
    // As an option it could make git write files.
    guard !revisions.hasPrefix("-"), !revisions.isEmpty else {
      return InputList(errors: [(shown, "'\(revisions)' is no revision: give REV or REV..REV")])
    }
    return list([revisions], shown: shown, options, objects)
  }

  /// The root of the work tree that the current folder lies in.
  package static func root() throws(InputError) -> String {
    let output = try GitCommand.output(["rev-parse", "--show-toplevel"])
    return String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// The revision that a change is counted from, for reading a policy there: the last commit, whether
  /// there is one or not, for that of `staged`, which is nil.
  package static func base(
    ofRevisions revisions: String?, objects: GitObjects = GitObjects()
  ) throws(InputError) -> String {
    guard var revision = revisions else { return "HEAD" }
    try check(revision)
    if let dots = revision.firstRange(of: "...") {
      let sides = [revision[..<dots.lowerBound], revision[dots.upperBound...]]
      let output = try GitCommand.output(
        ["merge-base", "--"] + sides.map { $0.isEmpty ? "HEAD" : String($0) })
      return String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
    }
    if let dots = revision.firstRange(of: "..") { revision = String(revision[..<dots.lowerBound]) }
    if revision.isEmpty { revision = "HEAD" }
    guard let commit = try objects.objects([Array("\(revision)^{commit}".utf8)]).first ?? nil else {
      throw .git("git: unknown revision '\(revision)'")
    }
    return String(decoding: commit.id, as: UTF8.self)
  }

  /// A file as it is at a revision, by its path from the root; nil if there is none, or no such
  /// revision.
  package static func file(
    _ path: String, at revision: String, objects: GitObjects = GitObjects()
  ) throws(InputError) -> [UInt8]? {
    try check(revision)
    let object = try objects.objects([Array("\(revision):\(path)".utf8)]).first ?? nil
    return object.flatMap { $0.isBlob ? $0.bytes : nil }
  }

  /// The files at or below a path from the root, as they are at a revision, in the order of their paths.
  package static func files(
    below path: String, at revision: String, objects: GitObjects = GitObjects()
  ) throws(InputError) -> [(path: String, bytes: [UInt8])] {
    try check(revision)
    var path = path[...]
    while path.hasSuffix("/") { path.removeLast() }
    let output = try GitCommand.run(
      [
        "--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", "--name-only", revision, "--",
        String(path),
      ])
    // Before the first commit there is no tree.
    guard output.status == 0 else { return [] }
    var files: [(path: String, bytes: [UInt8])] = []
    for name in output.bytes.split(separator: 0) where !name.contains(0x0A) {
      let path = String(decoding: name, as: UTF8.self)
      if let bytes = try file(path, at: revision, objects: objects) { files.append((path, bytes)) }
    }
    return files
  }

  /// As an option a revision could make git do anything; with a line end it would be two.
  private static func check(_ revision: String) throws(InputError) {
    guard !revision.hasPrefix("-"), !revision.utf8.contains(where: { $0 == 0x0A || $0 == 0 })
    else { throw .git("'\(revision)' is no revision") }
  }

  private static func list(
    _ words: [String], shown: String, _ options: InputOptions, _ objects: GitObjects
  ) -> InputList {
    do throws(InputError) {
      let output = try GitCommand.run(
        [
          "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames",
          "--no-relative", "--submodule=short", "--ignore-submodules=dirty", "--full-index",
          "--raw", "-z", "--no-abbrev", "--patch", "--unified=0", "--inter-hunk-context=0",
          "--src-prefix=a/", "--dst-prefix=b/",
        ] + words + ["--"])
      if output.status != 0 {
        // Outside of a repository `git diff` is another command and speaks of its options.
        _ = try root()
        throw .git(GitCommand.words(of: output))
      }
      let change = GitEntry.entries(of: output.bytes)
      if change.entries.isEmpty { return InputList() }
      let added = AddedLines(Array(output.bytes[change.end...]))
      return try list(change.entries, added: added, options, objects)
    } catch {
      return InputList(errors: [(shown, error.message)])
    }
  }

  private static func list(
    _ entries: [GitEntry], added: AddedLines, _ options: InputOptions, _ objects: GitObjects
  ) throws(InputError) -> InputList {
    var list = InputList()
    list.changes = entries.map { entry in
      entry.change(firstLine: added.files[entry.path]?.lines.first?.lowerBound ?? 1)
    }
    let excludes = IgnoreFile(globs: options.excludes)
    var wanted: [(entry: GitEntry, lines: AddedLines.File?)] = []
    for entry in entries where !excludes.matches(path: entry.path) {
      let path = entry.shownPath
      switch entry.status {
      case 0x44: continue
      case 0x55: list.errors.append((path, "unmerged: resolve the conflict first"))
      default:
        if entry.isSubmodule {
          list.skipped.append((path, "submodule"))
        } else if !entry.isUnchanged {
          // Where the patch does not tell the lines (git takes it for binary) all count.
          wanted.append((entry, entry.isNew ? nil : added.files[entry.path]))
        }
      }
    }
    let root = wanted.contains { $0.entry.isInWorkTree } ? try root() : ""
    let blobs = GitBlobs.batches(
      of: wanted.compactMap { $0.entry.isInWorkTree ? nil : $0.entry.id }, objects)
    for (entry, lines) in wanted {
      list.sources.append(source(entry, lines, blobs[entry.id], root: root, options))
    }
    return list
  }

  private static func source(
    _ entry: GitEntry, _ lines: AddedLines.File?, _ blobs: GitBlobs?, root: String,
    _ options: InputOptions
  ) -> InputSource {
    let path = entry.shownPath
    return InputSource(path: path) {
      do throws(InputError) {
        let raw: [UInt8]
        if let blobs {
          raw = try blobs.take(entry.id, limit: options.maxFileSize)
        } else {
          let place = Array(root.utf8) + [0x2F] + entry.path
          raw =
            entry.isLink
            ? try FileSystem.target(ofLink: place)
            : try FileSystem.contents(
              ofFile: place, following: false, limit: options.maxFileSize)
        }
        if TextDecoder.isBinary(raw) { return .skipped(reason: "binary") }
        let places = lines.map { AddedLines.places(of: $0, in: raw) }
        // The target of a link is one line of text, whatever the link is called.
        let name = entry.isLink ? "link.txt" : path
        return .text(
          ReviewText(
            raw: raw, path: path, name: name, changed: places?.changed,
            replacements: places?.replacements ?? []))
      } catch {
        return .failed(message: error.message)
      }
    }
  }
}

/// A changed file, as `git diff --raw -z` prints it.
struct GitEntry {
  /// The modes of the old and the new side, in octal.
  var oldMode: [UInt8]
  var newMode: [UInt8]
  var oldID: [UInt8]
  /// All zeros for a file of the work tree.
  var id: [UInt8]
  /// A letter: A, C, D, M, R, T, U.
  var status: UInt8
  /// From the root; of the new side.
  var path: [UInt8]
  /// Of the old side, where that is another one.
  var oldPath: [UInt8]?

  var shownPath: String { String(decoding: path, as: UTF8.self) }
  var isSubmodule: Bool { newMode.elementsEqual("160000".utf8) }
  var isLink: Bool { newMode.elementsEqual("120000".utf8) }
  var isInWorkTree: Bool { id.allSatisfy { $0 == 0x30 } }
  /// A pure rename, or a change of mode.
  var isUnchanged: Bool { oldID == id && oldMode.prefix(3) == newMode.prefix(3) }
  /// Added, or of another kind than before.
  var isNew: Bool { status == 0x41 || status == 0x54 }

  /// `:100644 100644 <id> <id> M`, then one path, or two for a rename or a copy, each ended by a zero
  /// byte; another one stands behind the last, before the patch, which begins at `end`.
  static func entries(of raw: [UInt8]) -> (entries: [GitEntry], end: Int) {
    var entries: [GitEntry] = []
    var index = 0
    func field() -> ArraySlice<UInt8> {
      let start = index
      let end = raw[start...].firstIndex(of: 0) ?? raw.count
      index = min(end + 1, raw.count)
      return raw[start..<end]
    }
    while index < raw.count, raw[index] == 0x3A {
      let words = field().dropFirst().split(separator: 0x20).map(Array.init)
      guard words.count == 5, let status = words[4].first else { break }
      var path = field()
      var oldPath: [UInt8]?
      if status == 0x52 || status == 0x43 {
        oldPath = Array(path)
        path = field()
      }
      entries.append(
        GitEntry(
          oldMode: words[0], newMode: words[1], oldID: words[2], id: words[3], status: status,
          path: Array(path), oldPath: oldPath))
    }
    if index < raw.count, raw[index] == 0 { index += 1 }
    return (entries, index)
  }
}

extension GitEntry {
  /// What becomes of the file, whatever it is.
  fileprivate func change(firstLine: Int) -> FileChange {
    // What git has no id for yet is told apart by what it was and by where it changed.
    let content = isInWorkTree ? oldID + Array("+\(firstLine)".utf8) : id
    let newMode = newMode
    return FileChange(
      path: shownPath, oldPath: oldPath.map { String(decoding: $0, as: UTF8.self) }, what: what,
      line: firstLine, content: { String(decoding: content + newMode, as: UTF8.self) },
      mayStandForFolder: isLink || isSubmodule)
  }

  private var what: String {
    switch status {
    case 0x41: "added"
    case 0x43: "copied"
    case 0x44: "deleted"
    case 0x52: "renamed"
    case 0x54: "of another type"
    case 0x4D where oldID == id: "given another mode"
    default: "modified"
    }
  }
}

/// The added lines of each file of a patch without context.
struct AddedLines {
  struct File {
    /// Line numbers from 1.
    var lines: [Range<Int>] = []
    /// The lines that take the place of many others, and of how many.
    var removed: [(line: Int, count: Int)] = []
  }

  /// By the path of the new side. A file without any hunk is not in it.
  private(set) var files: [[UInt8]: File] = [:]
  /// Fewer lines than these nobody misses; more places than these nobody reads.
  private static let many = 3
  private static let mostPlaces = 200

  init(_ patch: [UInt8]) {
    for file in DiffReader(patch).files where file.hasHeader {
      var found = File()
      for line in file.lines where line.isAdded {
        Ranges.append(line.number..<(line.number + 1), to: &found.lines)
        if line.removed >= Self.many, found.removed.count < Self.mostPlaces {
          found.removed.append((line.number, line.removed))
        }
      }
      files[file.path] = found
    }
  }

  /// The bytes of a file's added lines, which LF ends. Costs one pass over the file.
  static func places(
    of file: File, in raw: [UInt8]
  ) -> (changed: [Range<Int>], replacements: [Replacement]) {
    var starts = [0]
    for (index, byte) in raw.enumerated() where byte == 0x0A { starts.append(index + 1) }
    starts.append(raw.count)
    func bytes(of lines: Range<Int>) -> Range<Int> {
      let first = starts[min(max(lines.lowerBound - 1, 0), starts.count - 1)]
      let end = starts[min(max(lines.upperBound - 1, 0), starts.count - 1)]
      return first..<max(first, end)
    }
    var changed: [Range<Int>] = []
    for lines in file.lines { Ranges.append(bytes(of: lines), to: &changed) }
    return (
      changed,
      file.removed.map { Replacement(range: bytes(of: $0.line..<($0.line + 1)), removed: $0.count) }
    )
  }
}
