import SourceText

/// Reads what is piped in.
package enum StandardInput {
  /// What the report calls an input without a name.
  package static let unnamed = "<stdin>"

  /// All bytes up to the end of the input; fails above the limit.
  package static func bytes(
    descriptor: Int32 = 0, options: InputOptions
  ) throws(InputError) -> [UInt8] {
    try FileSystem.contents(of: descriptor, expected: 0, limit: options.maxFileSize)
  }

  /// Reads and takes apart; the name in the options decides on language and form.
  ///
  /// Binary input fails: it was to be reviewed and cannot be. An empty one comes back as a text
  /// of no bytes, which is for the caller to judge.
  package static func read(descriptor: Int32 = 0, options: InputOptions) -> InputResult {
    do throws(InputError) {
      return review(try bytes(descriptor: descriptor, options: options), name: options.name)
    } catch {
      return .failed(message: error.message)
    }
  }

  /// The same for bytes that are already there.
  package static func review(_ raw: [UInt8], name: String?) -> InputResult {
    let result = ReviewText.read(raw, path: name ?? unnamed, name: name)
    if case .skipped = result { return .failed(message: InputError.binary.message) }
    return result
  }
}
