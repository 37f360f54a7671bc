#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a stream, kept so that they can be read more than once: in memory up to a size, above it
/// in a file without a name, which ends with the process.
///
/// Not for several threads at a time: all readers share one place in the file.
package struct Spool: Sendable {
  private var head: [UInt8] = []
  private var file: FileSystem.OpenFile?
  package private(set) var count = 0

  /// What is held in memory at most.
  package static let held = 4 << 20
  private static let chunk = 1 << 20

  package init() {}

  /// Everything up to the end of standard input; fails above the limit, and where neither `TMPDIR` nor
  /// `/tmp` has room.
  package init(
    readingStandardInput options: InputOptions, descriptor: Int32 = 0
  ) throws(InputError) {
    let limit = options.maxFileSize ?? Int.max
    let input = FileSystem.OpenFile(borrowing: descriptor)
    while true {
      let bytes = try FileSystem.read(input, upTo: Self.chunk)
      try append(bytes)
      guard count <= limit else { throw .tooLarge(limit: limit) }
      if bytes.count < Self.chunk { return }
    }
  }

  package mutating func append(_ bytes: [UInt8]) throws(InputError) {
    count += bytes.count
    if file == nil, head.count + bytes.count <= Self.held {
      head += bytes
      return
    }
    if let file {
      try FileSystem.write(bytes, to: file)
    } else {
      let made = try FileSystem.makeNamelessFile()
      try FileSystem.write(head, to: made)
      try FileSystem.write(bytes, to: made)
      head = []
      file = made
    }
  }

  /// Reads and takes apart, as standard input is.
  package func read(options: InputOptions) -> InputResult {
    let path = options.name ?? StandardInput.unnamed
    do throws(InputError) {
      let result: InputResult
      if let file {
        try FileSystem.rewind(file)
        result = try ReviewText.read(file, path: path, name: options.name, options: options)
      } else {
        result = ReviewText.read(head, path: path, name: options.name)
      }
      if case .skipped = result { return .failed(message: InputError.binary.message) }
      return result
    } catch {
      return .failed(message: error.message)
    }
  }

  /// Passes all bytes on, a piece at a time; throws what `body` throws, or an ``InputError``.
  package func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    guard let file else { return try body(head) }
    try FileSystem.rewind(file)
    var left = count
    while left > 0 {
      let bytes = try FileSystem.read(file, upTo: min(left, Self.chunk))
      if bytes.isEmpty { throw InputError.changed }
      left -= bytes.count
      try body(bytes)
    }
  }

  /// The same bytes but for what is replaced; `replacements` come in the order of their ranges, whose
  /// texts are UTF-8 and are written in the encoding of the stream. Of two that overlap the first counts,
  /// and both ranges are left out.
  package func replacing(
    _ replacements: [(range: Range<Int>, text: [UInt8])]
  ) throws -> Spool {
    var result = Spool()
    var rest = replacements[...]
    // Bytes of the stream before this place are done with.
    var done = 0
    var start = 0
    var encoding: TextDecoder.Encoding?
    try forEachPiece { piece in
      let end = start + piece.count
      let known = encoding ?? TextDecoder.encoding(of: piece, goesOn: count > piece.count)
      encoding = known
      while let next = rest.first, next.range.lowerBound < end {
        rest.removeFirst()
        let from = max(done, next.range.lowerBound)
        if from > done { try result.append(Array(piece[(done - start)..<(from - start)])) }
        if next.range.lowerBound >= done {
          try result.append(TextDecoder.encode(next.text, as: known))
        }
        done = max(done, next.range.upperBound)
      }
      if done < end {
        try result.append(Array(piece[(done - start)...]))
        done = end
      }
      start = end
    }
    return result
  }
}
