/// Where git looks for the hooks of a repository.
package struct GitHooksFolder: Sendable, Equatable {
  /// Absolute, with the links that lead there. The folder need not exist.
  package var path: [UInt8]
  /// Whether `core.hooksPath` names it.
  package var isConfigured: Bool
  /// Whether it lies in the work tree, where it can be committed.
  package var isInWorkTree: Bool
  /// Whether it lies outside of the work tree and of git's own folder, so that other repositories
  /// may use it as well.
  package var isElsewhere: Bool
}

/// What git knows of the repository around the current folder.
package enum GitPlaces {
  /// The folder that git runs hooks from, for commits that are made here: `core.hooksPath`, or
  /// `hooks` in the folder that all work trees of the repository share.
  package static func hooksFolder() throws(InputError) -> GitHooksFolder {
    let place = try GitCommand.run(["rev-parse", "--is-bare-repository", "--is-inside-work-tree"])
    guard place.status == 0 else {
      if String(decoding: place.errors, as: UTF8.self).contains("not a git repository") {
        throw .git("not a git repository: run it in the one whose commits shall be reviewed")
      }
      throw .git(GitCommand.words(of: place))
    }
    let answers = String(decoding: place.bytes, as: UTF8.self).split(separator: "\n")
    if answers.first == "true" {
      throw .git("a bare repository: no commits are made in it; run it in a clone with a work tree")
    }
    guard answers.last == "true" else {
      throw .git("inside of git's own folder: run it in the work tree")
    }
    let root = line(try GitCommand.output(["rev-parse", "--show-toplevel"]))
    let rootName = String(decoding: root, as: UTF8.self)
    guard Array(rootName.utf8) == root else {
      throw .git("the path of the repository is no UTF-8: name the hooks in core.hooksPath instead")
    }
    // git counts a relative setting from the root, where it runs hooks.
    let setting = try GitCommand.run(
      ["-C", rootName, "config", "--null", "--get", "core.hooksPath"], seesHooks: true)
    if setting.status == 0, setting.bytes == [0] {
      throw .git("core.hooksPath is set to nothing: unset it or name a folder")
    }
    var path = line(
      try output(["-C", rootName, "rev-parse", "--git-path", "hooks"], seesHooks: true))
    if path.first != UInt8(ascii: "/") { path = root + [UInt8(ascii: "/")] + path }
    let common = line(try GitCommand.output(["-C", rootName, "rev-parse", "--git-common-dir"]))
    let own = common.first == UInt8(ascii: "/") ? common : root + [UInt8(ascii: "/")] + common
    let real = existing(path)
    let isOwn = lies(real, below: FileSystem.canonical(own) ?? own)
    let isInWorkTree = !isOwn && lies(real, below: FileSystem.canonical(root) ?? root)
    return GitHooksFolder(
      path: path, isConfigured: setting.status == 0, isInWorkTree: isInWorkTree,
      isElsewhere: !isOwn && !isInWorkTree)
  }

  /// Whether the index differs from the last commit; before the first, whether it holds anything.
  package static func hasStagedChanges() throws(InputError) -> Bool {
    let output = try GitCommand.run(
      [
        "diff", "--cached", "--quiet", "--no-ext-diff", "--no-textconv", "--no-relative",
        "--ignore-submodules=dirty", "--",
      ])
    switch output.status {
    case 0: return false
    case 1: return true
    default: throw .git(GitCommand.words(of: output))
    }
  }

  /// What a second revision has that the first has not: from where they parted, if they ever were
  /// one; the revisions must be there, as `--diff` will say.
  package static func range(from first: String, to second: String) throws(InputError) -> String {
    let output = try GitCommand.run(["merge-base", "--", first, second])
    return output.status == 0 ? "\(first)...\(second)" : "\(first)..\(second)"
  }

  private static func output(
    _ arguments: [String], seesHooks: Bool
  ) throws(InputError) -> [UInt8] {
    let output = try GitCommand.run(arguments, seesHooks: seesHooks)
    guard output.status == 0 else { throw .git(GitCommand.words(of: output)) }
    return output.bytes
  }

  /// Without the LF that git ends it with; a name may hold others.
  private static func line(_ bytes: [UInt8]) -> [UInt8] {
    bytes.last == 0x0A ? Array(bytes.dropLast()) : bytes
  }

  /// The canonical path, also of what does not exist yet in a folder that does.
  private static func existing(_ path: [UInt8]) -> [UInt8] {
    var folder = path[...]
    while !folder.isEmpty {
      if let found = FileSystem.canonical(Array(folder)) {
        return found + path[folder.endIndex...]
      }
      guard let slash = folder.lastIndex(of: UInt8(ascii: "/")) else { break }
      folder = folder[..<slash]
    }
    return path
  }

  private static func lies(_ path: [UInt8], below folder: [UInt8]) -> Bool {
    path == folder || path.starts(with: folder + [UInt8(ascii: "/")])
  }
}
