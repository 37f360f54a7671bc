#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system calls that look at files. Paths are bytes, since file names need not be UTF-8.
enum FileSystem {
  enum Kind: Equatable {
    case file
    case folder
    case link
    /// A word for it, such as `FIFO`.
    case other(String)
  }

  struct Entry {
    var name: [UInt8]
    /// nil where it could not be found out.
    var kind: Kind?
  }

  /// A text must stay below this size: positions in it are counted in 32 bits.
  static let largestText = Int(Int32.max)

  static func kind(of path: [UInt8], following: Bool) throws(InputError) -> Kind {
    var status = stat()
    let result = withPath(path) { path in
      following ? stat(path, &status) : lstat(path, &status)
    }
    guard result == 0 else { throw .system(errno) }
    return kind(mode: status.st_mode)
  }

  /// The entries of a folder but `.` and `..`, in no order. A link is not followed.
  static func entries(ofFolder path: [UInt8], following: Bool) throws(InputError) -> [Entry] {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | (following ? 0 : O_NOFOLLOW)
    let descriptor = withPath(path) { systemOpen($0, flags) }
    guard descriptor >= 0 else { throw .system(errno) }
    guard let folder = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw .system(code)
    }
    defer { closedir(folder) }
    var entries: [Entry] = []
    guard let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) else { return entries }
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        if errno != 0 { throw .system(errno) }
        return entries
      }
      // The name is NUL-terminated and valid until the next `readdir`; it is copied here.
      let start = UnsafeRawPointer(entry) + nameOffset
      let name = Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      var kind: Kind?
      switch Int32(entry.pointee.d_type) {
      case Int32(DT_REG): kind = .file
      case Int32(DT_DIR): kind = .folder
      case Int32(DT_LNK): kind = .link
      default:
        var status = stat()
        let result = withPath(name) { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
        if result == 0 { kind = self.kind(mode: status.st_mode) }
      }
      entries.append(Entry(name: name, kind: kind))
    }
  }

  /// A file that is open for reading, until the last one lets go of it.
  final class OpenFile: Sendable {
    let descriptor: Int32
    /// In bytes, when it was opened; 0 where that is not known.
    let size: Int
    private let isOwned: Bool

    /// Standard input, or another descriptor that stays open.
    init(borrowing descriptor: Int32) {
      self.descriptor = descriptor
      size = 0
      isOwned = false
    }

    fileprivate init(owning descriptor: Int32, size: Int) {
      self.descriptor = descriptor
      self.size = size
      isOwned = true
    }

    deinit { if isOwned { close(descriptor) } }
  }

  /// Opens a regular file. Never waits for a FIFO's writer.
  static func open(file path: [UInt8], following: Bool) throws(InputError) -> OpenFile {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (following ? 0 : O_NOFOLLOW)
    let descriptor = withPath(path) { Self.systemOpen($0, flags) }
    guard descriptor >= 0 else {
      // With O_NOFOLLOW this says that a link stands there now.
      throw errno == ELOOP && !following ? .changed : .system(errno)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .system(code)
    }
    let file = OpenFile(owning: descriptor, size: Int(status.st_size))
    guard kind(mode: status.st_mode) == .file else { throw .changed }
    return file
  }

  /// The bytes of a regular file. Never waits for a FIFO's writer.
  static func contents(
    ofFile path: [UInt8], following: Bool, limit: Int?
  ) throws(InputError) -> [UInt8] {
    let file = try open(file: path, following: following)
    let limit = min(limit ?? largestText, largestText)
    guard file.size <= limit else { throw .tooLarge(limit: limit) }
    let bytes = try read(file, upTo: limit + 1)
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    return bytes
  }

  /// The next bytes of a file: `count` of them, or as many as there are.
  static func read(_ file: OpenFile, upTo count: Int) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = min(count, max(file.size + 1, 1 << 14))
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        failure = fill(buffer, &count, from: file.descriptor)
      }
      guard failure == 0 else { throw .system(failure) }
      let isLast = chunk.count < room
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if isLast || bytes.count >= count { return bytes }
      room = min(count - bytes.count, max(bytes.count, 1 << 16))
    }
  }

  /// The target text of a symbolic link.
  static func target(ofLink path: [UInt8]) throws(InputError) -> [UInt8] {
    var length = 0
    // PATH_MAX bounds what a link can hold on Linux and Darwin.
    let target = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      buffer.withMemoryRebound(to: CChar.self) { buffer in
        length = withPath(path) { path in
          buffer.baseAddress.map { readlink(path, $0, buffer.count) } ?? 0
        }
      }
      count = max(length, 0)
    }
    guard length >= 0 else { throw .system(errno) }
    return target
  }

  /// The absolute path without links; nil if it leads nowhere.
  static func canonical(_ path: [UInt8]) -> [UInt8]? {
    guard let found = withPath(path, { realpath($0, nil) }) else { return nil }
    defer { free(found) }
    return Array(UnsafeRawBufferPointer(start: found, count: strlen(found)))
  }

  static func exists(_ path: [UInt8]) -> Bool {
    withPath(path) { access($0, F_OK) } == 0
  }

  /// Fills the buffer behind its first `count` bytes until it is full or the input ends; 0 or the
  /// `errno` of the failure.
  static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int, from descriptor: Int32
  ) -> Int32 {
    while count < buffer.count {
      // Stays within the buffer: `count` never exceeds its size.
      let rest = buffer.baseAddress.map { $0 + count }
      let taken = systemRead(descriptor, rest, buffer.count - count)
      if taken == 0 { return 0 }
      if taken > 0 {
        count += taken
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  /// Fills as much of the buffer as there is to be had at once, waiting for the first byte; the number of
  /// bytes (0 at the end), and 0 or the `errno` of the failure.
  static func readSome(
    into buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32
  ) -> (count: Int, failure: Int32) {
    while true {
      let taken = systemRead(descriptor, buffer.baseAddress, buffer.count)
      if taken >= 0 { return (taken, 0) }
      guard errno == EAGAIN else { return (0, errno) }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      poll(&waiting, 1, -1)
    }
  }

  /// A file that has no name and ends with its last reader, in `TMPDIR` or `/tmp`; only its owner may read
  /// it.
  static func makeNamelessFile() throws(InputError) -> OpenFile {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let template = (folder.isEmpty ? "/tmp" : folder) + "/reviewgate.XXXXXX"
    var path = template.utf8CString.map { $0 }
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw .system(errno) }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return OpenFile(owning: descriptor, size: 0)
  }

  /// Writes all bytes behind what was written or read last.
  static func write(_ bytes: [UInt8], to file: OpenFile) throws(InputError) {
    let failure = FileDescriptor.write(bytes, to: file.descriptor)
    guard failure == 0 else { throw .system(failure) }
  }

  /// The next read begins at the start of the file.
  static func rewind(_ file: OpenFile) throws(InputError) {
    guard lseek(file.descriptor, 0, SEEK_SET) == 0 else { throw .system(errno) }
  }

  private static func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, flags)
    #else
      Darwin.open(path, flags)
    #endif
  }

  private static func systemRead(
    _ descriptor: Int32, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, bytes, count)
    #else
      Darwin.read(descriptor, bytes, count)
    #endif
  }

  private static func kind(mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    case S_IFIFO: .other("FIFO")
    case S_IFSOCK: .other("socket")
    case S_IFCHR, S_IFBLK: .other("device")
    default: .other("special file")
    }
  }

  /// Lends the path as a C string; one with a NUL inside names nothing.
  static func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result
  {
    var terminated: [CChar] = []
    terminated.reserveCapacity(path.count + 1)
    if !path.contains(0) { for byte in path { terminated.append(CChar(bitPattern: byte)) } }
    terminated.append(0)
    return body(terminated)
  }
}
