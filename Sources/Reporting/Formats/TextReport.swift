import Checks
import Gate
import Rules
import SourceText

// What a person reads after a commit was refused. The order follows their questions: what is it,
// where, what does it look like, why does it matter, what now. What passes (notes) comes last and in
// one line each; the verdict is the last line, where a terminal leaves the eye.

/// The report for people, on a terminal or in a log.
struct TextReport {
  private let review: Review
  private let options: ReportOptions
  private let counts: ReviewCounts

  /// How many notes are listed unless all are asked for.
  private static let notesShown = 10
  /// Sentences are not drawn out over the whole of a wide window.
  private static let widest = 100

  init(_ review: Review, options: ReportOptions) {
    self.review = review
    self.options = options
    counts = ReviewCounts(review)
  }

  func write(to sink: ([UInt8]) throws -> Void) throws {
    switch options.detail {
    case .quiet:
      try writeEach(to: sink) { $0.action == .approve ? [] : [line(for: $0)] }
      try sink(joined(quietProblems))
    case .normal:
      try writeEach(to: sink) { $0.action == .approve ? [] : paragraph(for: $0) }
      try sink(joined(notes + skipped + incomplete + [verdictLine]))
    case .verbose:
      try writeEach(to: sink) { paragraph(for: $0) }
      try sink(joined(skipped + incomplete + [verdictLine]))
    }
  }

  private func writeEach(
    to sink: ([UInt8]) throws -> Void, _ lines: (DecidedFinding) -> [String]
  ) throws {
    var piece: [UInt8] = []
    for finding in review.findings {
      piece += joined(lines(finding))
      guard piece.count >= reportPieceSize else { continue }
      try sink(piece)
      piece.removeAll(keepingCapacity: true)
    }
    try sink(piece)
  }

  private func joined(_ lines: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      bytes.append(contentsOf: line.utf8)
      bytes.append(0x0A)
    }
    return options.ellipsis == "…" ? bytes : Self.replacing("…", options.ellipsis, in: bytes)
  }

  private static func replacing(_ text: String, _ other: String, in bytes: [UInt8]) -> [UInt8] {
    Array(
      bytes.split(separator: Array(text.utf8), omittingEmptySubsequences: false)
        .joined(separator: other.utf8))
  }

  // MARK: - One finding

  private func line(for decided: DecidedFinding) -> String {
    let finding = decided.finding
    let action = styled(decided.action.findingWord, style(of: decided.action))
    return "\(place(of: finding)): \(action) \(finding.rule): \(finding.title.madeVisible)"
  }

  private func paragraph(for decided: DecidedFinding) -> [String] {
    let finding = decided.finding
    let mark = style(of: decided.action)
    var lines = [
      styled("\(decided.action.findingWord): ", mark)
        + styled(finding.title.madeVisible, .strong)
        + styled(" (\(finding.severity.rawValue), \(finding.rule))", .faint)
    ]
    let within = finding.within.map { ", in " + $0.madeVisible }.joined()
    lines.append("  at " + styled(place(of: finding), .strong) + within)
    lines.append("")
    lines += CodeFrameDrawing(
      width: options.width, isColored: options.isColored, markStyle: mark,
      ellipsis: options.ellipsis
    ).lines(of: finding.shownFrame)
    lines.append("")
    lines += labeled("why", finding.why)
    lines += labeled("evidence", finding.evidence.joined(separator: "; "))
    lines += labeled("fix", finding.fix)
    lines += labeled("see", finding.references.joined(separator: ", "))
    lines += labeled("decided", decided.reason)
    if options.detail == .verbose {
      lines += labeled("language", "\(finding.language.id), \(finding.zone.name)")
      lines += labeled("id", finding.fingerprint)
    }
    lines.append("")
    return lines
  }

  private func labeled(_ label: String, _ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    let indent = 12
    let room = max(24, min(options.width, Self.widest) - indent)
    return text.madeVisible.wrapped(to: room).enumerated().map { index, line in
      let head = index == 0 ? "  " + label : ""
      let gap = String(repeating: " ", count: indent - head.utf8.count)
      return styled(head, .faint) + gap + line
    }
  }

  private func place(of finding: Finding) -> String {
    "\(finding.path.madeVisible):\(finding.region.startLine):\(finding.region.startColumn)"
  }

  // MARK: - The end

  private var notes: [String] {
    let count = counts.findings(.approve)
    guard count > 0 else { return [] }
    var lines: [String] = []
    for decided in review.findings where decided.action == .approve {
      guard lines.count < Self.notesShown else { break }
      lines.append(line(for: decided))
    }
    if count > lines.count {
      lines.append("and \(counted(count - lines.count, "more note")); --verbose shows all")
    }
    return lines + [""]
  }

  private var skipped: [String] {
    guard !review.skipped.isEmpty else { return [] }
    if options.detail == .verbose {
      return review.skipped.map {
        styled("skipped: ", .faint) + "\($0.path.madeVisible) (\($0.reason.madeVisible))"
      } + [""]
    }
    let list = review.skippedByReason.map { "\($0.count) \($0.reason.madeVisible)" }
      .joined(separator: ", ")
    return ["skipped: \(list)", ""]
  }

  private var incomplete: [String] {
    guard !review.isComplete || !review.errors.isEmpty else { return [] }
    var lines = [
      styled("NOT EVERYTHING WAS REVIEWED.", .block)
        + " What was not reviewed is not approved."
    ]
    lines += review.errors.map { "  \($0.path.madeVisible): \($0.message.madeVisible)" }
    return lines + [""]
  }

  private var quietProblems: [String] {
    let word = styled("not reviewed", .block)
    if review.errors.isEmpty, !review.isComplete { return ["not everything was reviewed"] }
    return review.errors.map { "\($0.path.madeVisible): \(word): \($0.message.madeVisible)" }
  }

  /// `block: 2 to block, 1 to look at, 3 notes in 12 inputs (48 KB)`
  private var verdictLine: String {
    var line = "\(counts.found) in \(review.extent)"
    if !review.isComplete { line += ", not everything was reviewed" }
    let style: TextStyle =
      switch review.verdict {
      case .block: .block
      case .flag: .flag
      case .approve: .approve
      }
    return styled("\(review.verdict.rawValue):", style) + " " + line
  }

  // MARK: - Colors

  private func style(of action: Verdict) -> TextStyle {
    switch action {
    case .block: .block
    case .flag: .flag
    case .approve: .note
    }
  }

  private func styled(_ text: String, _ style: TextStyle) -> String {
    text.isEmpty ? "" : style.apply(to: text, isColored: options.isColored)
  }
}
