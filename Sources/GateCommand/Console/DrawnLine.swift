#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The line on standard error that is drawn over itself: it shall not be left when a signal ends the
/// program (Ctrl-C).
enum DrawnLine {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  private typealias Handler = @convention(c) (CInt) -> Void

  /// Wipes the line when a signal comes, and ends by that signal, as shells expect it (status 130 for
  /// Ctrl-C).
  static func wipeOnSignals() {
    handleSignals { number in
      // Only what may be called in a handler of signals (POSIX: async-signal-safe).
      let wipe: StaticString = "\r\u{1B}[K"
      _ = write(STDERR_FILENO, wipe.utf8Start, wipe.utf8CodeUnitCount)
      signal(number, SIG_DFL)
      raise(number)
    }
  }

  /// There is no line any more.
  static func leaveSignals() { handleSignals(SIG_DFL) }

  /// A signal that the caller had ignored stays so.
  private static func handleSignals(_ handler: Handler?) {
    for number in signals {
      let before = signal(number, handler)
      if address(of: before) == address(of: SIG_IGN) { signal(number, SIG_IGN) }
    }
  }

  /// Handlers are compared by their addresses, and never called: `SIG_IGN` is no function.
  private static func address(of handler: Handler?) -> [UInt8] {
    withUnsafeBytes(of: handler) { Array($0) }
  }
}
