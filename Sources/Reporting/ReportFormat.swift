import Gate

/// The forms a review can be written in; the raw value is what `--format` takes.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For people, on a terminal or in a log.
  case text
  /// One JSON object, pretty-printed: what ``ReportSchema`` describes.
  case json
  /// One finding a line, then one line with everything else.
  case jsonl
  /// GitHub's Markdown, for a comment on a change or the summary of a job.
  case markdown
  /// A page to open in a browser: one file that loads nothing.
  case html

  /// What it is, for help pages.
  package var summary: String {
    switch self {
    case .text: "for people"
    case .json: "one JSON object; `reviewgate help report-schema` prints its schema"
    case .jsonl: "one finding a line, then one line with everything else"
    case .markdown: "a comment or job summary of at most 60,000 characters, the worst first"
    case .html: "a page with filters, in one file that loads nothing"
    }
  }

  /// Whether it shows the lines around findings: they need not be kept for one that does not.
  package var showsFrames: Bool {
    switch self {
    case .text, .markdown, .html: true
    case .json, .jsonl: false
    }
  }

  /// Writes the report of `review`, passing it on in pieces of some 64 KB.
  ///
  /// Only one finding is held in memory beside a piece. What `sink` throws ends the writing and is
  /// thrown on; the report is then cut off.
  package func write(
    _ review: Review, options: ReportOptions = ReportOptions(),
    to sink: ([UInt8]) throws -> Void
  ) throws {
    switch self {
    case .text: try TextReport(review, options: options).write(to: sink)
    case .json: try JSONReport(review).write(to: sink)
    case .jsonl: try JSONLinesReport(review).write(to: sink)
    case .markdown: try MarkdownReport(review, options: options).write(to: sink)
    case .html: try HTMLReport(review, options: options).write(to: sink)
    }
  }

  /// The whole report at once, for small ones.
  package func bytes(of review: Review, options: ReportOptions = ReportOptions()) -> [UInt8] {
    var bytes: [UInt8] = []
    // A sink that never throws: there is nothing to catch.
    try? write(review, options: options) { bytes += $0 }
    return bytes
  }
}

/// How a report for people talks; the formats for machines pay no heed to it.
package struct ReportOptions: Sendable {
  package enum Detail: Sendable {
    /// One line for each finding that does not pass, nothing else.
    case quiet
    case normal
    /// Notes and skipped inputs in full, and what only a maintainer of rules asks for.
    case verbose
  }

  package var detail: Detail
  /// Whether ANSI colors are written.
  package var isColored: Bool
  /// The columns that there are; sentences are wrapped and code lines cut to them.
  package var width: Int

  package init(detail: Detail = .normal, isColored: Bool = false, width: Int = 100) {
    self.detail = detail
    self.isColored = isColored
    self.width = width
  }
}

/// How many bytes a report gathers before it passes them on.
let reportPieceSize = 64 * 1024
