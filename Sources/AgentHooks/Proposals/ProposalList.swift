import Input
import SourceText

/// What an agent proposes, as it is read from its payload.
struct ProposalList {
  private(set) var sources: [InputSource] = []
  private(set) var changes: [FileChange] = []
  /// Whether it has happened already.
  let isDone: Bool
  private let paths: ProposedPaths
  /// How many bytes of files may still be read: a call may name one file a hundred thousand times.
  private var budget = 1 << 25
  private let reading: (String) -> [UInt8]?

  init(
    folder: String?, isDone: Bool, contents: @escaping (String) -> [UInt8]?
  ) {
    paths = ProposedPaths(folder: folder)
    self.isDone = isDone
    reading = contents
  }

  func shown(_ path: String) -> String { paths.shown(path) }

  /// The file as it is now; nil too where a call has had enough of them.
  mutating func contents(of path: String) -> [UInt8]? {
    if path.isEmpty || path.utf8.contains(0) || budget <= 0 { return nil }
    let bytes = reading(paths.absolute(path))
    budget -= max(bytes?.count ?? 0, 1 << 12)
    return bytes
  }

  /// A text to be reviewed; with `changed` findings count in these ranges only. `name` decides over its
  /// language, nil for what has none.
  mutating func add(text: [UInt8], path: String, name: String?, changed: [Range<Int>]? = nil) {
    if text.isEmpty || changed?.isEmpty == true { return }
    sources.append(
      InputSource(path: path) {
        let result = ReviewText.read(text, path: path, name: name, changed: changed)
        // It was to be reviewed: what cannot be is no approval.
        if case .skipped = result { return .failed(message: InputError.binary.message) }
        return result
      })
  }

  /// What a file is to hold, or a part of it.
  mutating func add(
    file path: String, text: [UInt8], what: String, oldPath: String? = nil,
    changed: [Range<Int>]? = nil
  ) {
    let shown = paths.shown(path)
    let first = changed?.first?.lowerBound ?? 0
    let line = text[..<min(first, text.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    touch(path, oldPath: oldPath, what: what, line: line, content: text)
    add(text: text, path: shown, name: shown, changed: changed)
  }

  /// A file that is touched in any way.
  mutating func touch(
    _ path: String, oldPath: String? = nil, what: String, line: Int = 1, content: [UInt8] = [],
    isLink: Bool = false
  ) {
    if path.isEmpty { return }
    changes.append(
      FileChange(
        path: paths.shown(path), oldPath: oldPath.map(paths.shown), what: what, line: line,
        content: { String(decoding: content, as: UTF8.self) }, mayStandForFolder: isLink))
  }

  /// A unified diff.
  mutating func add(diff: [UInt8]) {
    let list = DiffText.list(diff, options: InputOptions())
    sources += list.sources
    changes += list.changes
    for (path, message) in list.errors {
      sources.append(InputSource(path: path) { .failed(message: message) })
    }
    for (path, _) in list.skipped {
      sources.append(InputSource(path: path) { .failed(message: InputError.binary.message) })
    }
  }
}
