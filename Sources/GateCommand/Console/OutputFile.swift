import Input
import ReviewGate

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that the program writes.
enum OutputFile {
  /// Makes or empties the file and has `body` write to it; what went wrong, or nil.
  static func write(
    _ path: String, _ body: (_ put: ([UInt8]) throws -> Void) throws -> Void
  ) -> String? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      // The file itself would be made.
      if errno == ENOENT { return "not written: its folder does not exist; make it first" }
      return "not written: " + String(cString: strerror(errno)).lowercased()
    }
    var failure: String?
    do {
      try body { piece in
        let code = FileDescriptor.write(piece, to: descriptor)
        guard code == 0 else { throw GateError(String(cString: strerror(code)).lowercased()) }
      }
    } catch {
      failure = (error as? GateError)?.message ?? "\(error)"
    }
    if close(descriptor) != 0, failure == nil { failure = "could not be closed" }
    return failure
  }
}
