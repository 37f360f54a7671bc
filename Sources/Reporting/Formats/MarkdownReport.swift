import Checks
import Gate
import Rules

// A comment on a change, or the summary of a job: read in passing, by people who did not ask for it.
// The verdict is the heading; the worst comes first. The report has a limit, so what comes first is
// shown in full, then there are lines, and in the end it says how much it leaves out.

/// The report in GitHub's Markdown, for comments and job summaries.
struct MarkdownReport {
  /// In bytes, of which there are never fewer than characters. GitHub takes 65,536 characters in a
  /// comment and 1 MiB in a job summary.
  static let limit = 60_000
  // Up to where each part of the report may go; what follows the last of them is small.
  private static let errorsEnd = 10_000
  private static let paragraphsEnd = 40_000
  private static let linesEnd = 50_000
  private static let notesEnd = 55_000

  private static let notesShown = 100
  /// Columns; a comment is narrower than a terminal.
  private static let frameWidth = 90

  private let review: Review
  private let options: ReportOptions
  private let counts: ReviewCounts

  init(_ review: Review, options: ReportOptions) {
    self.review = review
    self.options = options
    counts = ReviewCounts(review)
  }

  func write(to sink: ([UInt8]) throws -> Void) throws {
    var report = BoundedText(head)
    addErrors(to: &report)
    report.add(table, upTo: Self.errorsEnd + 2_000)
    addFindings(to: &report)
    addNotes(to: &report)
    report.add(skipped, upTo: Self.limit)
    report.add(foot, upTo: Self.limit)
    try sink(Array(report.text.utf8))
  }

  // MARK: - The begin

  private var head: String {
    let sign =
      switch review.verdict {
      case .block: "⛔"
      case .flag: "⚠️"
      case .approve: "✅"
      }
    var text = "## \(sign) reviewgate: \(review.verdict.rawValue)\n\n"
    text += "**\(counts.found)** in \(review.extent)"
    if !review.isComplete { text += ", not everything was reviewed" }
    return text + "\n"
  }

  private func addErrors(to report: inout BoundedText) {
    guard !review.isComplete || !review.errors.isEmpty else { return }
    report.add(
      """

      ### ⛔ NOT EVERYTHING WAS REVIEWED

      What was not reviewed is not approved.

      """, upTo: Self.errorsEnd)
    var shown = 0
    for error in review.errors {
      let line =
        "- \(MarkdownText.code(error.path)): \(MarkdownText.prose(error.message))\n"
      guard report.add(shown == 0 ? "\n" + line : line, upTo: Self.errorsEnd) else { break }
      shown += 1
    }
    addRest(review.errors.count - shown, of: "errors", to: &report)
  }

  private var table: String {
    guard review.findings.count > 1 else { return "" }
    var text = "\n| category | block | flag | note |\n|---|---:|---:|---:|\n"
    for (category, tally) in ReviewTallies(review).categories {
      let cells = [Verdict.block, .flag, .approve].map { grouped(tally[$0]) }
      text += "| \(MarkdownText.prose(category)) | \(cells.joined(separator: " | ")) |\n"
    }
    return text
  }

  // MARK: - Findings

  private func addFindings(to report: inout BoundedText) {
    let all = counts.findings(.block) + counts.findings(.flag)
    let worst = WorstFirst(review, atMost: Self.limit / 50)
    var shown = 0
    if options.detail != .quiet {
      for decided in worst.findings {
        guard report.add(paragraph(for: decided), upTo: Self.paragraphsEnd) else { break }
        shown += 1
      }
    }
    var lines = 0
    for decided in worst.findings.dropFirst(shown) {
      let line = "- **\(decided.action.findingWord)** \(line(for: decided))\n"
      guard report.add(lines == 0 ? "\n" + line : line, upTo: Self.linesEnd) else { break }
      lines += 1
    }
    addRest(all - shown - lines, of: "to block or to look at", to: &report)
  }

  private func paragraph(for decided: DecidedFinding) -> String {
    let finding = decided.finding
    let within = finding.within.prefix(6).map { ", in " + MarkdownText.code($0) }.joined()
    let sureness =
      "\(finding.severity.rawValue) severity, \(finding.confidence.rawValue) confidence"
    var text = "\n### \(decided.action.findingWord): \(MarkdownText.prose(finding.title))\n\n"
    text += "\(MarkdownText.code(finding.rule.text)) at \(place(of: finding))\(within)"
    text += " (\(sureness))\n\n"
    let drawing = CodeFrameDrawing(width: Self.frameWidth, isColored: false, markStyle: .note)
    text += MarkdownText.block(drawing.lines(of: finding.shownFrame))
    var items = [
      ("Why", MarkdownText.prose(finding.why)),
      ("Evidence", MarkdownText.prose(finding.evidence.joined(separator: "; "))),
      ("Fix", MarkdownText.prose(finding.fix)),
      ("Decided", MarkdownText.prose(decided.reason)),
      ("See", finding.references.prefix(10).map(MarkdownText.reference).joined(separator: ", ")),
    ]
    if options.detail == .verbose {
      items.append(("Language", MarkdownText.prose("\(finding.language.id), \(finding.zone.name)")))
      items.append(("Id", MarkdownText.code(finding.fingerprint)))
    }
    items.removeAll { $0.1.isEmpty }
    if !items.isEmpty { text += "\n" }
    for (label, item) in items { text += "- **\(label):** \(item)\n" }
    return text
  }

  private func line(for decided: DecidedFinding) -> String {
    let finding = decided.finding
    return "\(place(of: finding)) \(MarkdownText.code(finding.rule.text)): "
      + MarkdownText.prose(finding.title)
  }

  private func place(of finding: Finding) -> String {
    // Line and column outside the name, which may be cut.
    let position = ":\(finding.region.startLine):\(finding.region.startColumn)"
    return finding.path.unicodeScalars.count <= MarkdownText.longestCode - 100
      ? MarkdownText.code(finding.path + position)
      : MarkdownText.code(finding.path) + " " + MarkdownText.code(position)
  }

  // MARK: - The end

  private func addNotes(to report: inout BoundedText) {
    let all = counts.findings(.approve)
    guard all > 0 else { return }
    let title = "\(grouped(all)) \(all == 1 ? "note" : "notes")"
    report.add("\n<details><summary>\(title)</summary>\n\n", upTo: Self.notesEnd)
    var shown = 0
    for decided in review.findings where decided.action == .approve {
      guard shown < Self.notesShown,
        report.add("- \(line(for: decided))\n", upTo: Self.notesEnd)
      else { break }
      shown += 1
    }
    addRest(all - shown, of: all - shown == 1 ? "note" : "notes", to: &report)
    report.add("\n</details>\n", upTo: Self.limit)
  }

  private var skipped: String {
    let reasons = review.skippedByReason
    guard !reasons.isEmpty else { return "" }
    let list = reasons.prefix(5).map { "\(grouped($0.count)) \(MarkdownText.prose($0.reason))" }
    let rest = reasons.count > 5 ? ", and for other reasons" : ""
    return "\nSkipped: \(list.joined(separator: ", "))\(rest)\n"
  }

  private var foot: String {
    let parts = [
      "reviewgate \(MarkdownText.prose(review.version))",
      "rules \(MarkdownText.code(String(review.rulesDigest.prefix(19))))",
      "policy \(MarkdownText.code(String(review.policyDigest.prefix(19))))",
    ]
    return "\n<sub>\(parts.joined(separator: ", "))</sub>\n"
  }

  /// Says that something is left out; there is always room for it.
  private func addRest(_ count: Int, of what: String, to report: inout BoundedText) {
    guard count > 0 else { return }
    report.add(
      "\n**and \(grouped(count)) more \(what)**: see the JSON report\n", upTo: Self.limit)
  }
}

/// A text that takes no piece with which it would be longer than asked.
private struct BoundedText {
  private(set) var text: String

  init(_ text: String) { self.text = text }

  /// False, without having added anything, where `piece` would end beyond `end` bytes.
  @discardableResult
  mutating func add(_ piece: String, upTo end: Int) -> Bool {
    guard text.utf8.count + piece.utf8.count <= end else { return false }
    text += piece
    return true
  }
}

/// The findings that do not pass by action, severity and confidence, else in their order; of each
/// kind only as many as could be shown, so that the order costs one pass.
private struct WorstFirst {
  let findings: [DecidedFinding]

  init(_ review: Review, atMost limit: Int) {
    struct Kind: Hashable {
      var action: Verdict
      var severity: Severity
      var confidence: Confidence
    }
    var kinds: [Kind: [DecidedFinding]] = [:]
    for decided in review.findings where decided.action != .approve {
      let kind = Kind(
        action: decided.action, severity: decided.finding.severity,
        confidence: decided.finding.confidence)
      guard kinds[kind, default: []].count < limit else { continue }
      kinds[kind, default: []].append(decided)
    }
    findings = kinds.sorted { left, right in
      let (one, other) = (left.key, right.key)
      if one.action != other.action { return one.action > other.action }
      if one.severity != other.severity { return one.severity > other.severity }
      return one.confidence > other.confidence
    }.flatMap(\.value)
  }
}
