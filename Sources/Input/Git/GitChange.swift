import SourceText
import Synchronization

/// What changed, as git sees it.
///
/// Each changed file is read whole, so that it is understood, and findings count in its added
/// lines. Paths and lines are those of the new files, paths from the repository's root. Deleted
/// files, pure renames and changes of mode give nothing.
package enum GitChange {
  /// What the index holds against the last commit; all of the index before the first commit.
  package static func staged(options: InputOptions) -> InputList {
    list(["--cached"], shown: "--staged", options)
  }

  /// What `git diff REVISIONS` shows: of the work tree against one revision, or between two with
  /// `A..B` or `A...B`.
  package static func diff(revisions: String, options: InputOptions) -> InputList {
    let shown = "--diff \(revisions)"
    // As an option it could make git write files.
    guard !revisions.hasPrefix("-"), !revisions.isEmpty else {
      return InputList(errors: [(shown, "'\(revisions)' is no revision: give REV or REV..REV")])
    }
    return list([revisions], shown: shown, options)
  }

  /// The root of the work tree that the current folder lies in.
  package static func root() throws(InputError) -> String {
    let output = try GitCommand.output(["rev-parse", "--show-toplevel"])
    return String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// The revision that a change is counted from, for reading a policy there: that of `staged` for
  /// nil. nil before the first commit.
  package static func base(ofRevisions revisions: String?) throws(InputError) -> String? {
    var revision = revisions ?? "HEAD"
    guard !revision.hasPrefix("-") else { throw .git("'\(revision)' is no revision") }
    if let dots = revision.firstRange(of: "...") {
      let sides = [revision[..<dots.lowerBound], revision[dots.upperBound...]]
      let output = try GitCommand.output(
        ["merge-base", "--"] + sides.map { $0.isEmpty ? "HEAD" : String($0) })
      return String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
    }
    if let dots = revision.firstRange(of: "..") { revision = String(revision[..<dots.lowerBound]) }
    if revision.isEmpty { revision = "HEAD" }
    let output = try GitCommand.run(["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"])
    if output.status != 0 {
      if revisions == nil {
        _ = try root()
        return nil
      }
      throw .git("git: unknown revision '\(revision)'")
    }
    return String(decoding: output.bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// A file as it is at a revision, by its path from the root; nil if there is none.
  package static func file(_ path: String, at revision: String) throws(InputError) -> [UInt8]? {
    guard !revision.hasPrefix("-") else { throw .git("'\(revision)' is no revision") }
    let output = try GitCommand.run(["cat-file", "blob", "\(revision):\(path)"])
    return output.status == 0 ? output.bytes : nil
  }

  private static func list(
    _ words: [String], shown: String, _ options: InputOptions
  ) -> InputList {
    do throws(InputError) {
      // Outside of a repository `git diff` would compare two files.
      let root = try root()
      let common = [
        "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames", "--no-relative",
        "--submodule=short", "--full-index",
      ]
      let raw = try GitCommand.output(common + ["--raw", "-z", "--no-abbrev"] + words + ["--"])
      let entries = GitEntry.entries(of: raw)
      if entries.isEmpty { return InputList() }
      let patch = try GitCommand.output(
        common + [
          "--patch", "--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/",
        ] + words + ["--"])
      return list(entries, added: AddedLines(patch), root: root, options)
    } catch {
      return InputList(errors: [(shown, error.message)])
    }
  }

  private static func list(
    _ entries: [GitEntry], added: AddedLines, root: String, _ options: InputOptions
  ) -> InputList {
    var list = InputList()
    let excludes = IgnoreFile(globs: options.excludes)
    var wanted: [(entry: GitEntry, lines: [Range<Int>]?)] = []
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
          wanted.append((entry, entry.isNew ? nil : added.lines[entry.path]))
        }
      }
    }
    let blobs = GitBlobs.batches(
      of: wanted.compactMap { $0.entry.isInWorkTree ? nil : $0.entry.id })
    for (entry, lines) in wanted {
      list.sources.append(source(entry, lines, blobs[entry.id], root: root, options))
    }
    return list
  }

  private static func source(
    _ entry: GitEntry, _ lines: [Range<Int>]?, _ blobs: GitBlobs?, root: String,
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
        let changed = lines.map { AddedLines.ranges(of: $0, in: raw) }
        // The target of a link is one line of text, whatever the link is called.
        let name = entry.isLink ? "link.txt" : path
        return .text(ReviewText(raw: raw, path: path, name: name, changed: changed))
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

  var shownPath: String { String(decoding: path, as: UTF8.self) }
  var isSubmodule: Bool { newMode.elementsEqual("160000".utf8) }
  var isLink: Bool { newMode.elementsEqual("120000".utf8) }
  var isInWorkTree: Bool { id.allSatisfy { $0 == 0x30 } }
  /// A pure rename, or a change of mode.
  var isUnchanged: Bool { oldID == id && oldMode.prefix(3) == newMode.prefix(3) }
  /// Added, or of another kind than before.
  var isNew: Bool { status == 0x41 || status == 0x54 }

  /// `:100644 100644 <id> <id> M`, then one path, or two for a rename or a copy.
  static func entries(of raw: [UInt8]) -> [GitEntry] {
    var entries: [GitEntry] = []
    let fields = raw.split(separator: 0, omittingEmptySubsequences: true)
    var index = 0
    while index < fields.count {
      let words = fields[index].dropFirst().split(separator: 0x20).map(Array.init)
      guard fields[index].first == 0x3A, words.count == 5, let status = words[4].first else {
        index += 1
        continue
      }
      let paths = status == 0x52 || status == 0x43 ? 2 : 1
      guard index + paths < fields.count else { break }
      entries.append(
        GitEntry(
          oldMode: words[0], newMode: words[1], oldID: words[2], id: words[3], status: status,
          path: Array(fields[index + paths])))
      index += paths + 1
    }
    return entries
  }
}

/// The added lines of each file of a patch without context.
struct AddedLines {
  /// Line numbers from 1, by the path of the new side. A file without any hunk is not in it.
  private(set) var lines: [[UInt8]: [Range<Int>]] = [:]

  init(_ patch: [UInt8]) {
    for file in DiffReader(patch).files where file.hasHeader {
      var ranges: [Range<Int>] = []
      for line in file.lines where line.isAdded {
        Ranges.append(line.number..<(line.number + 1), to: &ranges)
      }
      lines[file.path] = ranges
    }
  }

  /// The bytes of lines, which LF ends.
  static func ranges(of lines: [Range<Int>], in raw: [UInt8]) -> [Range<Int>] {
    var starts = [0]
    for (index, byte) in raw.enumerated() where byte == 0x0A { starts.append(index + 1) }
    starts.append(raw.count)
    var result: [Range<Int>] = []
    for range in lines {
      let first = starts[min(max(range.lowerBound - 1, 0), starts.count - 1)]
      let end = starts[min(max(range.upperBound - 1, 0), starts.count - 1)]
      Ranges.append(first..<max(first, end), to: &result)
    }
    return result
  }
}

/// Blobs that are fetched together: one run of git for many files, when the first is wanted.
final class GitBlobs: Sendable {
  private enum State {
    case waiting
    case fetched([[UInt8]: [UInt8]])
    case failed(InputError)
  }

  private static let batchSize = 128

  private let ids: [[UInt8]]
  private let state = Mutex(State.waiting)

  private init(_ ids: [[UInt8]]) { self.ids = ids }

  /// The batch of each id.
  static func batches(of ids: [[UInt8]]) -> [[UInt8]: GitBlobs] {
    var result: [[UInt8]: GitBlobs] = [:]
    var rest = ids[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(batchSize))
      rest = rest.dropFirst(batchSize)
      let batch = GitBlobs(part)
      for id in part { result[id] = batch }
    }
    return result
  }

  func take(_ id: [UInt8], limit: Int?) throws(InputError) -> [UInt8] {
    let found = state.withLock { state -> Result<[UInt8]?, InputError> in
      if case .waiting = state {
        do throws(InputError) {
          let input = ids.reduce(into: [UInt8]()) { $0 += $1 + [0x0A] }
          let output = try GitCommand.output(["cat-file", "--batch"], input: input)
          state = .fetched(Self.blobs(in: output))
        } catch {
          state = .failed(error)
        }
      }
      switch state {
      case .waiting: return .success(nil)
      case .fetched(let blobs): return .success(blobs[id])
      case .failed(let error): return .failure(error)
      }
    }
    guard let bytes = try found.get() else { throw .git("git has no such blob: not reviewed") }
    let limit = min(limit ?? FileSystem.largestText, FileSystem.largestText)
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    return bytes
  }

  /// Reads `<id> blob <size>`, the bytes, and an LF, for each blob.
  private static func blobs(in output: [UInt8]) -> [[UInt8]: [UInt8]] {
    var result: [[UInt8]: [UInt8]] = [:]
    var index = 0
    while let end = output[index...].firstIndex(of: 0x0A) {
      let words = output[index..<end].split(separator: 0x20)
      index = end + 1
      guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)),
        size >= 0, index + size <= output.count
      else { continue }
      result[Array(words[0])] = Array(output[index..<(index + size)])
      index = min(index + size + 1, output.count)
    }
    return result
  }
}
