/// Finds the files that a list of paths names.
///
/// A file named outright is always reviewed. A folder is walked whole, in the order of path bytes,
/// hidden files included, but for `.git` and what git would ignore. Links inside a folder are not
/// followed; one named outright is. What is reached twice is reviewed once.
package enum FileSource {
  /// The paths in the list are as the user gave them, with the place below: a leading `./` and
  /// a trailing `/` are left out, so `.` gives `a.py` and `./src/` gives `src/a.py`.
  package static func list(paths: [String], options: InputOptions) -> InputList {
    var walk = FolderWalk(options: options, mayRepeat: paths.count > 1)
    for path in paths { walk.add(path) }
    if walk.list.sources.isEmpty, walk.list.errors.isEmpty, !options.allowsEmpty {
      for path in paths {
        walk.list.errors.append((path, "nothing to review in \(path)"))
      }
    }
    return walk.list
  }
}

/// The walk through what was named, without recursion: folders may lie deeper than a stack.
private struct FolderWalk {
  /// A file or folder on the way, by its path below the PATH.
  struct Step {
    var below: [UInt8]
    var kind: FileSystem.Kind
    var scope: IgnoreScope?
  }

  /// What the steps below one PATH have in common.
  struct Start {
    /// The path to open, and the one to show, each before a `/` and the place below.
    var opened: [UInt8]
    var shown: [UInt8]
    /// Without links, for knowing a file again.
    var canonical: [UInt8]
    /// The place of the PATH below the folder that ignore rules are counted from.
    var place: [UInt8]
  }

  let options: InputOptions
  let excludes: IgnoreFile
  let mayRepeat: Bool
  var seen: Set<[UInt8]> = []
  var list = InputList()

  init(options: InputOptions, mayRepeat: Bool) {
    self.options = options
    self.mayRepeat = mayRepeat
    excludes = IgnoreFile(globs: options.excludes)
  }

  mutating func add(_ path: String) {
    let opened = Array(path.utf8)
    let shown = Self.normalized(opened)
    do throws(InputError) {
      let kind = try FileSystem.kind(of: opened, following: true)
      let canonical = FileSystem.canonical(opened) ?? opened
      switch kind {
      case .file:
        guard !excludes.matches(path: shown), isNew(canonical) else { return }
        append(opened: opened, shown: shown, following: true)
      case .folder:
        walk(opened: opened, shown: shown == [0x2E] ? [] : shown, canonical: canonical)
      case .link: throw .system(2)
      case .other(let kind): throw .notAFile(kind)
      }
    } catch {
      list.errors.append((path, error.message))
    }
  }

  private mutating func walk(opened: [UInt8], shown: [UInt8], canonical: [UInt8]) {
    let base = ignoreBase(of: canonical)
    let start = Start(opened: opened, shown: shown, canonical: canonical, place: base.place)
    var pending = [Step(below: [], kind: .folder, scope: base.scope)]
    while let step = pending.popLast() {
      switch step.kind {
      case .folder: enter(step, start, &pending)
      case .file:
        guard isNew(Self.join(start.canonical, step.below)) else { continue }
        append(
          opened: Self.join(start.opened, step.below), shown: Self.join(start.shown, step.below),
          following: false)
      case .link: skip(step, start, "symbolic link: not followed")
      case .other(let kind): skip(step, start, kind)
      }
    }
  }

  /// Adds what a folder holds to the steps to come, so that the first in order is taken first.
  private mutating func enter(_ folder: Step, _ start: Start, _ pending: inout [Step]) {
    let entries: [FileSystem.Entry]
    do throws(InputError) {
      entries = try FileSystem.entries(
        ofFolder: Self.join(start.opened, folder.below), following: folder.below.isEmpty)
    } catch {
      let path =
        folder.below.isEmpty && start.shown.isEmpty ? [0x2E] : Self.join(start.shown, folder.below)
      list.errors.append(
        (String(decoding: path, as: UTF8.self), "cannot open the folder: \(error.message)"))
      return
    }
    var scope = folder.scope
    let place = Self.join(start.place, folder.below)
    if options.obeysIgnoreFiles, entries.contains(where: { $0.name == Self.ignoreName }),
      let file = IgnoreFile.read(
        Self.join(Self.join(start.opened, folder.below), Self.ignoreName), following: false)
    {
      scope = IgnoreScope(file, depth: IgnoreScope.segments(of: place).count, outer: scope)
    }
    var steps: [(key: [UInt8], step: Step)] = []
    for entry in entries where entry.name != Self.gitName {
      let below = Self.join(folder.below, entry.name)
      guard let kind = entry.kind else {
        let shown = Self.join(start.shown, below)
        list.errors.append((String(decoding: shown, as: UTF8.self), InputError.changed.message))
        continue
      }
      let isFolder = kind == .folder
      if isExcluded(Self.join(start.shown, below), below: below, isFolder: isFolder) { continue }
      if let scope {
        let path = Self.join(start.place, below)
        let segments = IgnoreScope.segments(of: path)
        if scope.isIgnored(path, segments: segments, isFolder: isFolder) { continue }
      }
      let key = isFolder ? entry.name + [0x2F] : entry.name
      steps.append((key, Step(below: below, kind: kind, scope: scope)))
    }
    steps.sort { $1.key.lexicographicallyPrecedes($0.key) }
    for step in steps { pending.append(step.step) }
  }

  private mutating func append(opened: [UInt8], shown: [UInt8], following: Bool) {
    let path = String(decoding: shown, as: UTF8.self)
    let options = options
    list.sources.append(
      InputSource(path: path) {
        do throws(InputError) {
          let file = try FileSystem.open(file: opened, following: following)
          return try ReviewText.read(file, path: path, name: path, options: options)
        } catch {
          return .failed(message: error.message)
        }
      })
  }

  private mutating func skip(_ step: Step, _ start: Start, _ reason: String) {
    let path = String(decoding: Self.join(start.shown, step.below), as: UTF8.self)
    list.skipped.append((path, reason))
  }

  private mutating func isNew(_ canonical: [UInt8]) -> Bool {
    !mayRepeat || seen.insert(canonical).inserted
  }

  /// A glob with a slash may be written from the PATH, or as the report shows the path.
  private func isExcluded(_ shown: [UInt8], below: [UInt8], isFolder: Bool) -> Bool {
    if excludes.isEmpty { return false }
    return [shown, below].contains { path in
      let segments = IgnoreScope.segments(of: path)
      return excludes.answer(path, segments: segments[...], isFolder: isFolder) == .ignored
    }
  }

  /// The rules from above a folder: those of its repository's root and of the folders between.
  private func ignoreBase(of folder: [UInt8]) -> (place: [UInt8], scope: IgnoreScope?) {
    guard options.obeysIgnoreFiles, let repository = Repository(around: folder) else {
      return ([], nil)
    }
    let place = repository.place(of: folder)
    var scope = repository.exclude.map { IgnoreScope($0, depth: 0, outer: nil) }
    // The folder's own file is read when it is entered.
    var parent = repository.root
    for (depth, range) in IgnoreScope.segments(of: place).enumerated() {
      if let file = IgnoreFile.read(Self.join(parent, Self.ignoreName), following: false) {
        scope = IgnoreScope(file, depth: depth, outer: scope)
      }
      parent = Self.join(parent, Array(place[range]))
    }
    return (place, scope)
  }

  private static let gitName = Array(".git".utf8)
  private static let ignoreName = Array(".gitignore".utf8)

  private static func join(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
    if folder.isEmpty { return name }
    if name.isEmpty { return folder }
    return folder.last == 0x2F ? folder + name : folder + [0x2F] + name
  }

  private static func normalized(_ path: [UInt8]) -> [UInt8] {
    var path = path[...]
    while path.starts(with: [0x2E, 0x2F]) { path = path.dropFirst(2).drop { $0 == 0x2F } }
    while path.count > 1, path.last == 0x2F { path.removeLast() }
    return path.isEmpty ? [0x2E] : Array(path)
  }
}
