#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the current folder stands, and how paths are counted from the root of its repository.
package struct RepositoryPlace: Sendable {
  /// The canonical path of the current folder, without a slash at the end (empty for `/`).
  private let folder: String
  /// The canonical path of the work tree's root; nil outside of any repository.
  package let root: String?

  /// Looks upwards for a `.git`, without asking git.
  package static func current() -> RepositoryPlace {
    let here = FileSystem.canonical(Array(".".utf8)) ?? []
    var folder = here
    while !folder.isEmpty {
      if FileSystem.exists(folder + Array("/.git".utf8)) {
        return RepositoryPlace(folder: text(here), root: text(folder))
      }
      guard let slash = folder.lastIndex(of: UInt8(ascii: "/")) else { break }
      folder.removeSubrange(slash...)
    }
    return RepositoryPlace(folder: text(here), root: nil)
  }

  private init(folder: String, root: String?) {
    self.folder = folder == "/" ? "" : folder
    self.root = root
  }

  /// The same repository, for paths that are counted from another folder; an absolute path without links.
  package func counting(from folder: String) -> RepositoryPlace {
    RepositoryPlace(folder: folder, root: root)
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The folder that a policy stands in.
  package var policyFolder: String { root ?? folder }

  /// A path of a report as it is counted from the repository's root, or unchanged if it is not below it.
  package func fromRoot(_ path: String) -> String {
    guard let root else { return path }
    let absolute = path.hasPrefix("/") ? path : folder + "/" + path
    guard absolute.hasPrefix(root + "/") else { return path }
    return String(absolute.dropFirst(root.utf8.count + 1))
  }

  /// A path as git writes it, from the repository's root and without `.` and `..`; nil for one that is
  /// not below it. A relative path is counted from `base`, without one from the current folder.
  package func inRepository(_ path: String, from base: String? = nil) -> String? {
    guard let root else { return nil }
    let absolute = path.hasPrefix("/") ? path : (base ?? folder) + "/" + path
    var parts: [Substring] = []
    for part in absolute.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let plain = "/" + parts.joined(separator: "/")
    return plain.hasPrefix(root + "/") ? String(plain.dropFirst(root.utf8.count + 1)) : nil
  }
}

extension FileSource {
  /// The bytes of a file that the program itself reads (a policy, a rule file); nil if there is none.
  package static func contents(ofFile path: String) throws(InputError) -> [UInt8]? {
    let bytes = Array(path.utf8)
    guard FileSystem.exists(bytes) else { return nil }
    if try FileSystem.kind(of: bytes, following: true) == .folder { throw .system(EISDIR) }
    return try FileSystem.contents(ofFile: bytes, following: true, limit: 16 << 20)
  }

  /// The absolute path without links; nil if it leads nowhere.
  package static func canonical(_ path: String) -> [UInt8]? {
    FileSystem.canonical(Array(path.utf8))
  }
}
