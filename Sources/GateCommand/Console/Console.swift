import Input

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The streams that the program talks on: reports on one, everything else on the other.
///
/// Nothing is buffered, so nothing is lost when the program ends.
package struct Console: Sendable {
  package enum Stream: Sendable {
    case standardInput, standardOutput, standardError

    fileprivate var descriptor: CInt {
      switch self {
      case .standardInput: STDIN_FILENO
      case .standardOutput: STDOUT_FILENO
      case .standardError: STDERR_FILENO
      }
    }
  }

  package init() {}

  /// Lets a broken pipe end the program as it ends others (`reviewgate … | head`), whatever the
  /// caller had set.
  package func endQuietlyOnBrokenPipes() { signal(SIGPIPE, SIG_DFL) }

  /// Keeps the numbers of standard streams that the caller closed (`>&-`) from going to the next
  /// file that is opened, which would then be read or written in their place. What takes them fails
  /// as a closed stream does: the null device, open in the other direction.
  package func reserveClosedStreams() {
    for stream in [Stream.standardInput, .standardOutput, .standardError]
    where fcntl(stream.descriptor, F_GETFD) < 0 && errno == EBADF {
      _ = open("/dev/null", stream.descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes all of `bytes`, waiting where the reader is slow.
  package func write(_ bytes: [UInt8], to stream: Stream = .standardOutput) throws(ConsoleError) {
    let failure = FileDescriptor.write(bytes, to: stream.descriptor)
    guard failure == 0 else { throw ConsoleError(stream: stream, code: failure) }
  }

  package func write(_ text: String, to stream: Stream = .standardOutput) throws(ConsoleError) {
    try write(Array(text.utf8), to: stream)
  }

  /// Tells the person something beside the report; where standard error is gone nobody listens.
  package func say(_ text: String) { try? write(text, to: .standardError) }

  package func isTerminal(_ stream: Stream) -> Bool { isatty(stream.descriptor) == 1 }

  /// Whether a line there can be drawn over itself.
  func drawsOver(_ stream: Stream) -> Bool {
    isTerminal(stream) && environment("TERM") != "dumb"
  }

  /// Whether a report for people is colored.
  package func isColored(_ choice: ColorChoice, on stream: Stream = .standardOutput) -> Bool {
    Self.isColored(
      choice, isTerminal: isTerminal(stream), noColor: environment("NO_COLOR"),
      terminal: environment("TERM"))
  }

  /// `NO_COLOR` counts if it is set and not empty (no-color.org); a `dumb` terminal has no colors.
  static func isColored(
    _ choice: ColorChoice, isTerminal: Bool, noColor: String?, terminal: String?
  ) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: isTerminal && (noColor ?? "").isEmpty && terminal != "dumb"
    }
  }

  /// The columns of the terminal that a stream is, if it is one and tells.
  package func width(of stream: Stream = .standardOutput) -> Int? {
    var size = winsize()
    guard isTerminal(stream), ioctl(stream.descriptor, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }

  /// Whether the locale's characters are those of UTF-8 (POSIX: the first variable that is not empty).
  var showsUTF8: Bool {
    Self.showsUTF8(["LC_ALL", "LC_CTYPE", "LANG"].map { environment($0) ?? "" })
  }

  /// Without a locale, as in `C` and `POSIX`, a terminal is promised ASCII alone.
  static func showsUTF8(_ locales: [String]) -> Bool {
    let name = locales.first { !$0.isEmpty } ?? ""
    return name.lowercased().filter { $0 != "-" }.contains("utf8")
  }

  private func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// Standard output or standard error could not be written, such as on a full disk.
package struct ConsoleError: Error, Sendable, CustomStringConvertible {
  package let stream: Console.Stream
  /// The system's `errno`.
  package let code: CInt

  package var description: String {
    let name =
      switch stream {
      case .standardInput: "standard input"
      case .standardOutput: "standard output"
      case .standardError: "standard error"
      }
    return "\(name) cannot be written: \(String(cString: strerror(code)))"
  }
}
