#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why an input could not be reviewed.
package enum InputError: Error, Sendable, Equatable {
  /// A system call failed with this `errno`.
  case system(Int32)
  /// Larger than this many bytes.
  case tooLarge(limit: Int)
  /// What lies behind this many bytes was not read.
  case cutOff(limit: Int)
  /// Neither a file nor a folder; the word says what it is.
  case notAFile(String)
  /// It was a file when it was found, and is none now.
  case changed
  case binary
  /// What git said, or why it could not be asked.
  case git(String)

  package var message: String {
    switch self {
    case .system(let code): Self.words(for: code)
    case .tooLarge(let limit): "larger than the limit of \(Self.size(limit)): not reviewed"
    case .cutOff(let limit):
      "larger than the limit of \(Self.size(limit)): what follows was not reviewed"
    case .notAFile(let kind): "is a \(kind), not a file: not reviewed"
    case .changed: "changed while it was read: review it again"
    case .binary: "binary: it could not be reviewed"
    case .git(let message): message
    }
  }

  private static func words(for code: Int32) -> String {
    switch code {
    case ENOENT: return "no such file or folder"
    case EACCES, EPERM: return "permission denied"
    case ELOOP: return "too many symbolic links"
    case ENAMETOOLONG: return "the path is too long: not reviewed"
    case ENOTDIR: return "a part of the path is not a folder"
    default:
      let words = String(cString: strerror(code))
      return words.prefix(1).lowercased() + words.dropFirst()
    }
  }

  private static func size(_ bytes: Int) -> String {
    let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]
    for (factor, name) in units where bytes >= factor && bytes % factor == 0 {
      return "\(bytes / factor) \(name)"
    }
    return "\(bytes) bytes"
  }
}
