import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads what is piped in.
package enum StandardInput {
  /// What the report calls an input without a name.
  package static let unnamed = "<stdin>"

  /// All bytes up to the end of the input; fails above the limit.
  package static func bytes(
    descriptor: Int32 = 0, options: InputOptions
  ) throws(InputError) -> [UInt8] {
    let limit = min(options.maxFileSize ?? FileSystem.largestText, FileSystem.largestText)
    let file = FileSystem.OpenFile(borrowing: descriptor)
    let bytes = try FileSystem.read(file, upTo: limit + 1)
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    return bytes
  }

  /// What has come in since, waiting for the first byte; nil at the end.
  package static func available(descriptor: Int32 = 0) throws(InputError) -> [UInt8]? {
    while true {
      var failure: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: 256 << 10) { buffer, count in
        // Fills no more than the buffer holds.
        (count, failure) = FileSystem.readSome(into: buffer, from: descriptor)
      }
      if failure == 0 { return bytes.isEmpty ? nil : bytes }
      if failure != EINTR { throw .system(failure) }
    }
  }

  /// Reads and takes apart; the name in the options decides on language and form.
  ///
  /// Binary input fails: it was to be reviewed and cannot be. An empty one comes back as a text
  /// of no bytes, which is for the caller to judge.
  package static func read(descriptor: Int32 = 0, options: InputOptions) -> InputResult {
    do throws(InputError) {
      let file = FileSystem.OpenFile(borrowing: descriptor)
      let result = try ReviewText.read(
        file, path: options.name ?? unnamed, name: options.name, options: options)
      if case .skipped = result { return .failed(message: InputError.binary.message) }
      return result
    } catch {
      return .failed(message: error.message)
    }
  }
}
