#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the program that runs was found.
enum InstalledProgram {
  /// Its absolute path by the name that it was called by; nil where that leads to nothing that can be
  /// run.
  ///
  /// A link to it is kept: a package manager's link stays when the version that it leads to goes.
  static func path(
    called name: String = CommandLine.arguments.first ?? "",
    searching folders: String = getenv("PATH").map { String(cString: $0) } ?? ""
  ) -> String? {
    if name.contains("/") { return absolute(name) }
    guard !name.isEmpty else { return nil }
    for folder in folders.split(separator: ":", omittingEmptySubsequences: false) {
      if let found = absolute((folder.isEmpty ? "." : folder) + "/" + name) { return found }
    }
    return nil
  }

  /// With the real path of its folder where the path goes up and down.
  private static func absolute(_ path: String) -> String? {
    guard HookFiles.isExecutable(Array(path.utf8)) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.hasPrefix("/"), !parts.contains("."), !parts.contains("..") { return path }
    let folder = parts.dropLast().joined(separator: "/")
    guard let name = parts.last, let real = realpath(folder.isEmpty ? "/" : folder, nil) else {
      return nil
    }
    defer { free(real) }
    let found = String(cString: real)
    return (found == "/" ? "" : found) + "/" + name
  }
}
