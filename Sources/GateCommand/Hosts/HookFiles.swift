import Input

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system calls that move hooks about. Paths are bytes, since file names need not be UTF-8.
enum HookFiles {
  /// Hooks that are longer are not read: ours is short.
  private static let longest = 1 << 16

  /// What stands at a path; a link is looked at itself.
  enum Kind: Equatable {
    case nothing, file, link, folder, other
  }

  static func kind(of path: [UInt8]) throws(InputError) -> Kind {
    var status = stat()
    guard withPath(path, { lstat($0, &status) }) == 0 else {
      if errno == ENOENT { return .nothing }
      throw .system(errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFLNK: return .link
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  static func isFolder(_ path: [UInt8]) -> Bool {
    var status = stat()
    return withPath(path) { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func isExecutable(_ path: [UInt8]) -> Bool {
    var status = stat()
    return withPath(path) { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFREG
      && withPath(path) { access($0, X_OK) } == 0
  }

  /// The first bytes of a file, links followed; none of what cannot be read.
  static func head(of path: [UInt8]) -> [UInt8] {
    let descriptor = withPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while bytes.count < longest {
      var taken = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 13) { buffer, count in
        taken = read(descriptor, buffer.baseAddress, buffer.count)
        count = max(taken, 0)
      }
      if taken < 0, errno == EINTR { continue }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }

  /// Puts a file in place at once: whoever looks sees the old one or the whole new one.
  static func put(
    _ bytes: [UInt8], at path: [UInt8], isExecutable: Bool = true
  ) throws(InputError) {
    let draft = path + Array(".reviewgate-\(getpid())".utf8)
    // One that was left behind by a process of the same number.
    _ = withPath(draft) { unlink($0) }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = withPath(draft) { open($0, flags, isExecutable ? 0o755 : 0o644) }
    guard descriptor >= 0 else { throw .system(errno) }
    var failure = FileDescriptor.write(bytes, to: descriptor)
    var status = stat()
    // Under a mask that takes the right to run away, git would pass over the hook in silence.
    if isExecutable, failure == 0, fstat(descriptor, &status) == 0, status.st_mode & 0o500 != 0o500,
      fchmod(descriptor, (status.st_mode & 0o777) | 0o500) != 0
    {
      failure = errno
    }
    if failure == 0, fsync(descriptor) != 0, errno != EINVAL { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, withPath(draft, { from in withPath(path) { rename(from, $0) } }) != 0 {
      failure = errno
    }
    guard failure == 0 else {
      _ = withPath(draft) { unlink($0) }
      throw .system(failure)
    }
  }

  /// Gives a file another name. What has that name is gone, so look first.
  static func move(_ path: [UInt8], to other: [UInt8]) throws(InputError) {
    guard withPath(path, { from in withPath(other) { rename(from, $0) } }) == 0 else {
      throw .system(errno)
    }
  }

  static func remove(_ path: [UInt8]) throws(InputError) {
    guard withPath(path, { unlink($0) }) == 0 else { throw .system(errno) }
  }

  /// Makes a folder and those above it that there are not; how many it made.
  static func makeFolders(_ path: [UInt8]) throws(InputError) -> Int {
    if isFolder(path) { return 0 }
    var made = 0
    let above = folder(of: path)
    if let above, above.count < path.count { made = try makeFolders(above) }
    guard withPath(path, { mkdir($0, 0o755) }) == 0 else {
      let failure = errno
      if failure == EEXIST, isFolder(path) { return made }
      throw failure == EEXIST
        ? .git("is no folder, or a link that leads to none") : .system(failure)
    }
    return made + 1
  }

  /// Removes a folder and those above it, as long as they are empty.
  static func removeFolders(_ path: [UInt8], count: Int) {
    var path = path
    for _ in 0..<count {
      guard withPath(path, { rmdir($0) }) == 0, let above = folder(of: path) else { return }
      path = above
    }
  }

  private static func folder(of path: [UInt8]) -> [UInt8]? {
    var path = path[...]
    while path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")), slash > 0 else { return nil }
    return Array(path[..<slash])
  }

  /// Lends the path as a C string; one with a NUL inside names nothing.
  private static func withPath<Result>(
    _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    var terminated = path.contains(0) ? [] : path.map { CChar(bitPattern: $0) }
    terminated.append(0)
    return body(terminated)
  }
}
