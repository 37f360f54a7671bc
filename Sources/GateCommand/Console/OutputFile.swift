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
        // The pointer stays within the piece: what is left shrinks by what was written.
        try piece.withUnsafeBytes { all in
          var rest = all[...]
          while !rest.isEmpty {
            let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
            if count > 0 {
              rest = rest.dropFirst(count)
            } else if errno != EINTR {
              throw GateError(String(cString: strerror(errno)).lowercased())
            }
          }
        }
      }
    } catch {
      failure = (error as? GateError)?.message ?? "\(error)"
    }
    if close(descriptor) != 0, failure == nil { failure = "could not be closed" }
    return failure
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
