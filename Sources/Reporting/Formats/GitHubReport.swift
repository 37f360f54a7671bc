import Checks
import Gate
import Rules
import SourceText

// The runner of GitHub reads commands from what a step prints (actions/runner, ActionCommand.cs): a
// line that begins with `::name`, and in the older form `##[name]` anywhere in a line that is no
// command of the first form. So text under review stands in our own command lines alone, in one
// line each, and `##[` never stands in it.

/// The report for GitHub Actions: workflow commands, which become annotations of the change.
struct GitHubReport {
  /// A step may make so many annotations of each level; the runner drops the others.
  static let annotationLimit = 10
  /// Scalars of a message; the runner cuts at 4,096 characters.
  private static let messageLimit = 4_000

  private let review: Review
  private let counts: ReviewCounts

  init(_ review: Review) {
    self.review = review
    counts = ReviewCounts(review)
  }

  func write(to sink: ([UInt8]) throws -> Void) throws {
    // What was not reviewed shares the level of what blocks, and must be seen beside it.
    let room = max(1, Self.annotationLimit - counts.findings(.block))
    let errors = review.errors.prefix(room)
    var lines = findings(.block, limit: Self.annotationLimit - errors.count)
    lines += errors.map {
      command("error", [("file", $0.path.asHostPath), ("title", "Not reviewed")], $0.message)
    }
    let unseen = review.errors.count - errors.count
    if unseen > 0 { lines.append("and \(counted(unseen, "more input")) not reviewed") }
    lines += findings(.flag, limit: Self.annotationLimit)
    lines += findings(.approve, limit: Self.annotationLimit)
    if lines.contains(where: { !$0.hasPrefix("::") }) {
      lines.append(
        "GitHub shows \(Self.annotationLimit) annotations of each level; "
          + "--report text=FILE or --report sarif=FILE has all")
    }
    lines.append(verdict)
    try sink(Array(lines.joined(separator: "\n").utf8) + [0x0A])
  }

  private func findings(_ action: Verdict, limit: Int) -> [String] {
    let places = review.worstFirst(limit, of: action)
    var lines = places.map { annotation(review.findings[$0]) }
    let others = counts.findings(action) - places.count
    if others > 0 { lines.append("and \(others) more \(phrase(for: action))") }
    return lines
  }

  private func annotation(_ decided: DecidedFinding) -> String {
    let finding = decided.finding
    let region = finding.region
    var properties = [
      ("file", finding.path.asHostPath), ("line", "\(region.startLine)"),
      ("endLine", "\(region.endLine)"),
    ]
    // The runner drops columns of a region of several lines. Whether the end column belongs to the
    // region is not documented (github/docs#40038); it is exclusive, as measured there.
    if region.startLine == region.endLine {
      properties += [("col", "\(region.startColumn)"), ("endColumn", "\(region.endColumn)")]
    }
    properties.append(("title", "\(finding.title) (\(finding.rule))"))
    return command(
      level(of: decided.action), properties,
      sentences(firstNonEmpty(finding.message, finding.title), finding.fix, "(\(decided.reason))"))
  }

  private func level(of action: Verdict) -> String {
    switch action {
    case .block: "error"
    case .flag: "warning"
    case .approve: "notice"
    }
  }

  private func phrase(for action: Verdict) -> String {
    switch action {
    case .block: "to block"
    case .flag: "to look at"
    case .approve: "to note"
    }
  }

  /// Numbers and words of ours alone: it is no command, whatever was reviewed.
  private var verdict: String {
    let numbers = Verdict.allCases.reversed().compactMap { action -> String? in
      let count = counts.findings(action)
      return count == 0 ? nil : "\(count) \(phrase(for: action))"
    }
    let found = numbers.isEmpty ? "nothing found" : numbers.joined(separator: ", ")
    let complete = review.isComplete ? "" : ", not everything was reviewed"
    return
      "\(review.verdict.rawValue): \(found) in \(counted(review.inputs, "input"))"
      + " (\(byteSize(review.bytes)))\(complete)"
  }

  // MARK: - Commands

  private func command(
    _ name: String, _ properties: [(key: String, value: String)], _ message: String
  ) -> String {
    let list = properties.map { "\($0.key)=\(Self.harmless($0.value).escapedForProperty)" }
    let message = Self.harmless(message).clipped(to: Self.messageLimit)
    return "::\(name) \(list.joined(separator: ","))::\(message.escapedForData)"
  }

  /// One line, without anything that a terminal obeys or that begins an older command.
  private static func harmless(_ text: String) -> String {
    var result = ""
    var hashes = 0
    for scalar in text.madeVisible.unicodeScalars {
      if scalar == "[", hashes > 1 { result.unicodeScalars.append("\\") }
      hashes = scalar == "#" ? hashes + 1 : 0
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

extension String {
  /// As actions/toolkit does it (packages/core/src/command.ts, `escapeData`).
  fileprivate var escapedForData: String { escaped("%\r\n") }

  /// `escapeProperty` of the same file.
  fileprivate var escapedForProperty: String { escaped("%\r\n:,") }

  private func escaped(_ scalars: String) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if scalars.unicodeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += digits.utf8.count < 2 ? "%0\(digits)" : "%\(digits)"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
