/// How the paths of a payload are told: counted from the agent's folder where they lie below it.
struct ProposedPaths {
  /// Without a slash at the end; nil if the payload tells none.
  private let folder: String?

  init(folder: String?) {
    guard let folder, folder.hasPrefix("/") else {
      self.folder = nil
      return
    }
    self.folder = Self.plain(folder)
  }

  /// As the report shows it: without `.` and `..`, absolute only where it lies elsewhere.
  func shown(_ path: String) -> String {
    let absolute = absolute(path)
    guard let folder, absolute.hasPrefix(folder + "/") else { return absolute }
    return String(absolute.dropFirst(folder.count + 1))
  }

  /// Absolute where the folder is known.
  func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return Self.plain(path) }
    guard let folder, !path.hasPrefix("~") else {
      return String(Self.plain("/" + path).dropFirst())
    }
    return Self.plain(folder + "/" + path)
  }

  private static func plain(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
