import Gate
import Reporting
import ReviewGate

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes the reports of one review where the options say.
struct ReportWriting {
  let options: CheckOptions
  let console: Console

  /// Whether a report shows the lines around findings.
  var showsFrames: Bool {
    ([options.format] + options.reportFiles.map(\.format)).contains(where: \.showsFrames)
  }

  /// The report on standard output, and those in files. False where one of the files could not be written.
  func write(_ review: Review) throws(GateError) -> Bool {
    try write(review, on: .standardOutput)
    return writeFiles(review)
  }

  /// The same for a verb whose standard output is for something else.
  func write(
    _ review: Review, onStandardErrorIf isShown: Bool
  ) throws(GateError) -> Bool {
    if isShown { try write(review, on: .standardError) }
    return writeFiles(review)
  }

  private func write(_ review: Review, on stream: Console.Stream) throws(GateError) {
    var reporting = ReportOptions(
      detail: options.detail, isColored: console.isColored(options.color, on: stream),
      width: console.width(of: stream) ?? 100,
      finishedAt: Self.now)
    if console.isTerminal(stream), !console.showsUTF8 { reporting.ellipsis = "..." }
    do {
      try options.format.write(review, options: reporting) { try console.write($0, to: stream) }
    } catch {
      throw GateError("\(error)")
    }
  }

  private func writeFiles(_ review: Review) -> Bool {
    var isWritten = true
    for file in options.reportFiles {
      let plain = ReportOptions(
        detail: options.detail, isColored: false, width: 100, finishedAt: Self.now)
      let failure = OutputFile.write(file.path) { put in
        try file.format.write(review, options: plain, to: put)
      }
      if let failure {
        console.say("reviewgate: \(file.path): \(failure)\n")
        isWritten = false
      }
    }
    return isWritten
  }

  /// Unix seconds, for the formats that must tell the time.
  private static var now: Int { Int(time(nil)) }
}
