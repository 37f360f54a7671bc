import Gate

/// The forms a review can be written in; the raw value is what `--format` takes.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For people, on a terminal or in a log.
  case text
  /// One JSON object, pretty-printed: what ``ReportSchema`` describes.
  case json
  /// One finding a line, then one line with everything else.
  case jsonl
  /// For code scanning: SARIF 2.1.0.
  case sarif
  /// For GitHub Actions: workflow commands.
  case github
  /// For GitLab: a code quality report.
  case gitlab
  /// For GitLab: a secret detection report, of secrets and passwords alone.
  case gitlabSecrets = "gitlab-secrets"
  /// For what shows the results of tests: JUnit's XML.
  case junit
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
    case .sarif: "SARIF 2.1.0, for code scanning"
    case .github: "annotations of a step of GitHub Actions"
    case .gitlab: "a code quality report of GitLab"
    case .gitlabSecrets: "a secret detection report of GitLab: secrets and passwords alone"
    case .junit: "JUnit XML: a suite an input, a case a category"
    case .markdown: "a comment or job summary of at most 60,000 characters, the worst first"
    case .html: "a page with filters, in one file that loads nothing"
    }
  }

  /// Whether it shows the lines around findings: they need not be kept for one that does not.
  package var showsFrames: Bool {
    switch self {
    case .text, .markdown, .html: true
    case .json, .jsonl, .sarif, .github, .gitlab, .gitlabSecrets, .junit: false
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
    case .sarif: try SARIFReport(review).write(to: sink)
    case .github: try GitHubReport(review).write(to: sink)
    case .gitlab: try GitLabCodeQualityReport(review).write(to: sink)
    case .gitlabSecrets:
      try GitLabSecretsReport(review, finishedAt: options.finishedAt).write(to: sink)
    case .junit: try JUnitReport(review).write(to: sink)
    case .markdown: try MarkdownReport(review, options: options).write(to: sink)
    case .html: try HTMLReport(review, options: options).write(to: sink)
    }
  }

  /// The JSON report on one line, without a line end: what a protocol or a record carries.
  package static func jsonLine(of review: Review) -> [UInt8] {
    var bytes: [UInt8] = []
    // A sink that never throws: there is nothing to catch.
    try? JSONReport(review, layout: .compact).write { bytes += $0 }
    return bytes.last == 0x0A ? Array(bytes.dropLast()) : bytes
  }

  /// The whole report at once, for small ones.
  package func bytes(of review: Review, options: ReportOptions = ReportOptions()) -> [UInt8] {
    var bytes: [UInt8] = []
    // A sink that never throws: there is nothing to catch.
    try? write(review, options: options) { bytes += $0 }
    return bytes
  }
}

/// How a report for people talks; of it the formats for machines heed the time alone, where their
/// format demands one.
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
  /// When the review ended, in seconds since 1970 (Unix time).
  package var finishedAt: Int
  /// What stands where something was left out: a terminal may not show `…`. The reviewed text keeps
  /// its characters.
  package var ellipsis = "…"

  package init(
    detail: Detail = .normal, isColored: Bool = false, width: Int = 100, finishedAt: Int = 0
  ) {
    self.detail = detail
    self.isColored = isColored
    self.width = width
    self.finishedAt = finishedAt
  }
}

/// How many bytes a report gathers before it passes them on.
let reportPieceSize = 64 * 1024
