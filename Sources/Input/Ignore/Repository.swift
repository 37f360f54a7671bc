/// The git repository that a folder lies in, as far as its ignore files are concerned.
struct Repository {
  /// The path of its work tree, without links, and of the `.git` that was found there.
  let root: [UInt8]

  /// Looks upwards from a folder, given as an absolute path without links.
  init?(around folder: [UInt8]) {
    var path = folder
    while true {
      if FileSystem.exists(path + Array("/.git".utf8)) {
        root = path
        return
      }
      guard let slash = path.lastIndex(of: 0x2F) else { return nil }
      if path.count <= 1 { return nil }
      path.removeLast(path.count - max(slash, 1))
    }
  }

  /// The place of a folder inside, from the root.
  func place(of folder: [UInt8]) -> [UInt8] {
    Array(folder.dropFirst(root == [0x2F] ? 1 : root.count + 1))
  }

  /// The rules that hold everywhere in it; nil if it has none.
  var exclude: IgnoreFile? {
    guard var git = gitFolder else { return nil }
    // A linked work tree shares them with the main one.
    if let common = Self.line(of: git + Array("/commondir".utf8)) {
      git = common.first == 0x2F ? common : git + [0x2F] + common
    }
    return IgnoreFile.read(git + Array("/info/exclude".utf8), following: true)
  }

  private var gitFolder: [UInt8]? {
    let path = root + Array("/.git".utf8)
    if (try? FileSystem.kind(of: path, following: true)) == .folder { return path }
    let mark = Array("gitdir: ".utf8)
    guard let line = Self.line(of: path), line.starts(with: mark) else { return nil }
    let target = Array(line.dropFirst(mark.count))
    return target.first == 0x2F ? target : root + [0x2F] + target
  }

  private static func line(of path: [UInt8]) -> [UInt8]? {
    guard let bytes = try? FileSystem.contents(ofFile: path, following: true, limit: 1 << 16)
    else { return nil }
    return Array(bytes.prefix { $0 != 0x0A && $0 != 0x0D })
  }
}

extension IgnoreFile {
  /// nil if there is no such file, or none that git would read.
  static func read(_ path: [UInt8], following: Bool) -> IgnoreFile? {
    // git too gives up on a file that is absurdly large; everything is reviewed then.
    guard
      let text = try? FileSystem.contents(ofFile: path, following: following, limit: 100 << 20)
    else { return nil }
    let file = IgnoreFile(text)
    return file.isEmpty ? nil : file
  }
}
